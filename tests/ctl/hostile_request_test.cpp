#include "../consult/request/hostile_requests.h"
#include "sent_request.h"

// Requests as anybody could seal them who has the public key, in a real consult.db.

namespace candor::ctl {
namespace {

constexpr const char* kCannotBeRead = "It opened, but it cannot be read";

Printed send(const SentRequest& state) {
    // Nothing may get so far that it is sent.
    return candor({"inbox", "send", state.reference(), "--to", "http://127.0.0.1:9/", "--state",
                   state.folder().string(), "--key", state.folder() / "demo-clinic.key"});
}

}  // namespace

TEST(HostileRequest, unreadable_one_is_told_by_every_verb_that_opens) {
    SentRequest state;
    const std::string id = consult::new_request_id();
    for (const auto& [what, text] : consult::unreadable_requests(id, state.authored())) {
        state.store_text(text);
        for (const Printed& printed :
             {state.show(), state.opening("export", state.reference()), send(state)}) {
            EXPECT_EQ(printed.status, 1) << what;
            EXPECT_TRUE(has(printed.err, kCannotBeRead)) << what << "\n" << printed.err;
            EXPECT_EQ(printed.out, "") << what;
        }
    }
    const Printed listed = state.run({"list"});
    EXPECT_EQ(listed.status, 0);
    EXPECT_TRUE(has(listed.out, state.reference() + "  2026-11-22T12Z  new  ")) << listed.out;
}

TEST(HostileRequest, odd_one_is_shown_and_exported) {
    SentRequest state;
    for (std::size_t i = 0; i < consult::odd_requests("", "").size(); ++i) {
        const std::string id = consult::new_request_id();
        const auto [what, text] = consult::odd_requests(id, state.authored())[i];
        state.store_text(text, id);
        const Printed shown = state.show(), exported = state.opening("export", state.reference());
        EXPECT_EQ(shown.status, 0) << what << "\n" << shown.err;
        EXPECT_EQ(exported.status, 0) << what << "\n" << exported.err;
        EXPECT_FALSE(has(shown.out, "\x1B")) << what;
    }
}

TEST(HostileRequest, request_of_another_row_is_told_and_its_words_are_not_shown) {
    SentRequest state;
    const std::string whole = state.reference();
    const std::string own = consult::new_request_id();
    state.store_text(
        consult::bundle_with(own, state.authored(), R"(,"name":[{"given":["Marta"]}])"));
    for (const Printed& printed :
         {state.show(), state.opening("export", state.reference()), send(state)}) {
        EXPECT_EQ(printed.status, 1);
        EXPECT_TRUE(has(printed.err, "What is sealed here is not what its row says"))
            << printed.err;
        EXPECT_FALSE(has(printed.out, "Marta"));
    }
    EXPECT_EQ(state.opening("show", whole).status, 0);
}

TEST(HostileRequest, what_is_not_sealed_is_damaged) {
    SentRequest state;
    const auto key = consult::ensure_demonstration_keys(state.folder().string());
    for (const std::string& bytes : {std::string("x"), std::string("{}"), std::string(9000, '{')}) {
        state.store(key->fingerprint(), {bytes.begin(), bytes.end()});
        const Printed shown = state.show();
        EXPECT_EQ(shown.status, 1);
        EXPECT_TRUE(has(shown.err, "[damaged]")) << shown.err;
    }
}

TEST(HostileRequest, request_of_an_older_program_is_shown) {
    const std::filesystem::path older = CANDOR_SOURCE_DIR "/tests/consult/store/older_requests";
    const Folder folder;
    std::filesystem::copy_file(older / "consult.db", folder / "consult.db");
    const Printed shown = candor({"inbox", "show", "959-NCD-4", "--state", folder.string(), "--key",
                                  (older / "clinic.key").string()});
    EXPECT_EQ(shown.status, 0) << shown.err;
    for (const char* line :
         {"Sent        2026-11-22T12:40:17Z\n", "Name        Elif\n", "Ada: Rings on Friday\n"})
        EXPECT_TRUE(has(shown.out, line)) << shown.out;
    EXPECT_TRUE(has(candor({"inbox", "list", "--state", folder.string()}).out,
                    "959-NCD-4  2026-11-22T12:40:17Z  called  "));
}

}  // namespace candor::ctl
