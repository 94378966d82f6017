#include "base/files.h"
#include "command.h"
#include "consult/demonstration_keys.h"
#include "consult/queue.h"
#include "consult/reference.h"
#include "consult/request.h"
#include "consult/seal.h"
#include "ctl/request_text.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace candor::ctl {
namespace {

/// A state folder in which Elif has sent a request.
class State {
  public:
    State() {
        form_.first_name.assign("Elif");
        form_.phone.assign("+90 532 415 50 00");
        form_.own_words.assign("Is it\nsore?");
        form_.best_time = consult::BestTime::afternoon;
        form_.language = "tr";
        form_.send_questions = form_.send_answers = form_.agreed = true;
        context_.request_id = consult::new_request_id();
        context_.authored = "2026-11-22T12:40:00Z";
        context_.questions = {"Which exact method do you use?"};
        context_.response_json = R"({"resourceType":"QuestionnaireResponse","status":"completed",
            "item":[{"linkId":"age","text":"Age","answer":[{"valueCoding":{"display":"35-44"}}]}]})";
        const auto key = consult::ensure_demonstration_keys(folder_.string());
        const auto bundle = consult::to_bundle(form_, context_);
        store(key->fingerprint(), consult::seal(bundle->view(), *key));
    }
    void store(const std::string& fingerprint, const std::vector<std::uint8_t>& sealed) {
        const auto queue = consult::Queue::open(folder_ / "consult.db", consult::OpenMode::append);
        context_.request_id = consult::new_request_id();
        const auto reference =
            (*queue)->append(context_.request_id, context_.authored, fingerprint, sealed);
        reference_ = consult::display_reference(*reference);
    }
    Printed opening(const std::string& verb, const std::string& reference,
                    const std::string& key = "demo-clinic.key") const {
        return candor({"inbox", verb, reference, "--state", folder_.string(), "--key",
                       folder_ / key.c_str()});
    }
    Printed show() const { return opening("show", reference_); }
    const std::string& reference() const { return reference_; }
    const Folder& folder() const { return folder_; }

  private:
    Folder folder_;
    consult::ContactForm form_;
    consult::RequestContext context_;
    std::string reference_;
};

}  // namespace

TEST(Inbox, list_needs_no_key_and_names_nobody) {
    const State state;
    const Printed printed = candor({"inbox", "list", "--state", state.folder().string()});
    EXPECT_EQ(printed.status, 0);
    EXPECT_EQ(printed.out, state.reference() + "  2026-11-22T12:40:00Z  new\n");
}

TEST(Inbox, list_where_nothing_was_stored_is_refused) {
    const Folder folder;
    const Printed printed = candor({"inbox", "list", "--state", folder.string()});
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, "no requests were stored here yet"));
}

TEST(Inbox, show_prints_everything_in_plain_words) {
    const State state;
    const Printed printed = state.show();
    EXPECT_EQ(printed.status, 0) << printed.err;
    for (const char* line :
         {"Name        Elif\n", "Phone       +90 532 415 50 00\n", "Best time   afternoon\n",
          "Language    tr\n", "In their own words\n  Is it\n  sore?\n",
          "Questions they want to ask\n  - Which exact method do you use?\n",
          "Answers they agreed to send\n  Age: 35-44\n"})
        EXPECT_TRUE(has(printed.out, line)) << line << printed.out;
    EXPECT_FALSE(has(printed.out, "E-mail"));
}

TEST(Inbox, export_prints_the_bundle) {
    const State state;
    const Printed printed = state.opening("export", state.reference());
    EXPECT_EQ(printed.status, 0) << printed.err;
    const auto bundle = nlohmann::json::parse(printed.out);
    EXPECT_EQ(bundle["resourceType"], "Bundle");
    EXPECT_EQ(bundle["entry"].size(), 5U);
}

TEST(Inbox, mistyped_unknown_and_damaged_are_told_apart) {
    State state;
    std::string mistyped = state.reference();
    mistyped[0] = mistyped[0] == '2' ? '3' : '2';
    EXPECT_TRUE(has(state.opening("show", mistyped).err, "mistyped"));
    EXPECT_TRUE(has(state.opening("show", "K7Q4FM8").err, "No request has this reference"));
    // Sealed to this key, so says the row; but no longer what was sealed.
    const auto key = consult::ensure_demonstration_keys(state.folder().string());
    state.store(key->fingerprint(), std::vector<std::uint8_t>(200, 1));
    const Printed damaged = state.show();
    EXPECT_EQ(damaged.status, 1);
    EXPECT_TRUE(has(damaged.err, "[damaged]")) << damaged.err;
    EXPECT_TRUE(damaged.out.empty());
}

TEST(Inbox, wrong_key_names_both_keys) {
    const State state;
    ASSERT_EQ(
        candor({"keys", "create", "--clinic", state.folder() / "other.key", "--no-passphrase"})
            .status,
        0);
    const Printed printed = state.opening("show", state.reference(), "other.key");
    EXPECT_EQ(printed.status, 1);
    for (const char* file : {"other.key.pub", "demo-clinic.key.pub"})
        EXPECT_TRUE(
            has(printed.err, consult::load_public_key(state.folder() / file)->fingerprint()))
            << printed.err;
}

TEST(Inbox, key_under_a_passphrase_opens_with_its_file_and_not_without) {
    State state;
    std::ofstream(state.folder() / "p") << "correct horse\n";
    std::ofstream(state.folder() / "wrong") << "wrong horse\n";
    ASSERT_EQ(candor({"keys", "create", "--clinic", state.folder() / "c.key", "--passphrase-file",
                      state.folder() / "p"})
                  .status,
              0);
    const auto key = consult::load_public_key(state.folder() / "c.key.pub");
    state.store(key->fingerprint(), consult::seal(R"({"resourceType":"Bundle","entry":[
        {"resource":{"resourceType":"Patient"}},{"resource":{"resourceType":"ServiceRequest"}}]})",
                                                  *key));
    std::vector<std::string> command = {"inbox",
                                        "show",
                                        state.reference(),
                                        "--state",
                                        state.folder().string(),
                                        "--key",
                                        state.folder() / "c.key",
                                        "--passphrase-file",
                                        state.folder() / "p"};
    EXPECT_EQ(candor(command).status, 0);
    command.back() = state.folder() / "wrong";
    EXPECT_TRUE(has(candor(command).err, "the passphrase does not open it"));
}

TEST(Inbox, missing_key_file_is_named) {
    const State state;
    const Printed printed = state.opening("show", state.reference(), "none.key");
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, state.folder() / "none.key"));
}

TEST(RequestText, control_characters_and_line_feeds_stay_under_their_heading) {
    consult::OpenedRequest request;
    request.first_name = "Elif\nPhone       +1\x1B[2J\u009B";
    request.own_words = "a\n\nPhone       +2";
    request.questions = {"q\nName        x"};
    const std::string text = to_text({"id", "K7Q4FM8", "t", "requested", "k", {}}, request);
    EXPECT_FALSE(has(text, "\x1B"));
    EXPECT_FALSE(has(text, "\u009B"));
    EXPECT_FALSE(has(text, "\nPhone"));
    EXPECT_FALSE(has(text, "\nName        x"));
}

TEST(RequestText, declined_answer_says_so) {
    consult::OpenedRequest request;
    request.answers.push_back({"Pregnant", {}, true});
    EXPECT_TRUE(has(to_text({}, request), "Pregnant: rather not say"));
}

}  // namespace candor::ctl
