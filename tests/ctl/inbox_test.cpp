#include "../consult/request/hostile_requests.h"
#include "base/files.h"
#include "ctl/request_text.h"
#include "sent_request.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace candor::ctl {
namespace {

using State = SentRequest;

/// What std::cin gives while this lives.
class StandardInput {
  public:
    explicit StandardInput(const std::string& words)
        : words_(words), before_(std::cin.rdbuf(words_.rdbuf())) {}
    ~StandardInput() {
        std::cin.rdbuf(before_);
        std::cin.clear();
    }
    StandardInput(const StandardInput&) = delete;
    StandardInput& operator=(const StandardInput&) = delete;

  private:
    std::istringstream words_;
    std::streambuf* before_;
};

}  // namespace

TEST(Inbox, list_needs_no_key_and_names_nobody) {
    const State state;
    const Printed printed = candor({"inbox", "list", "--state", state.folder().string()});
    EXPECT_EQ(printed.status, 0);
    EXPECT_EQ(printed.out.find(state.reference() + "  2026-11-22T12Z  new  "), 0U);
    EXPECT_FALSE(has(printed.out, "Elif"));
}

TEST(Inbox, demonstration_is_called_one_without_a_key) {
    State state;
    EXPECT_FALSE(has(state.run({"list"}).out, "demonstration"));
    const auto key = consult::ensure_demonstration_keys(state.folder().string());
    state.store(consult::demonstration_mark(*key), std::vector<std::uint8_t>(200, 1));
    EXPECT_TRUE(has(state.run({"list"}).out, "demonstration\n"));
    EXPECT_TRUE(has(state.show().err, "altered after it was sealed")) << "it is this key's";
}

TEST(Inbox, secret_key_that_others_can_read_is_warned_of) {
    const State state;
    EXPECT_FALSE(has(state.show().err, "open-key"));
    std::filesystem::permissions(state.folder() / "demo-clinic.key", std::filesystem::perms(0644));
    const Printed printed = state.show();
    EXPECT_EQ(printed.status, 0);
    EXPECT_TRUE(has(printed.err, "warning [open-key]"));
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
    for (const char* line : {"Sent        2026-11-22T12:40:00Z\n", "Name        Elif\n",
                             "Phone       +90 532 415 50 00\n", "Best time   afternoon\n",
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
    const std::string id = consult::new_request_id();
    const std::string bundle = consult::bundle_with(id, state.authored(), "");
    state.store(key->fingerprint(), consult::seal(bundle, *key), id);
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

TEST(Inbox, set_is_listed_and_recorded) {
    const State state;
    const Printed set = state.run({"set", state.reference(), "called", "--by", "Ada"});
    EXPECT_EQ(set.status, 0) << set.err;
    EXPECT_TRUE(has(set.out, state.reference() + "  2026-11-22T12Z  called  ")) << set.out;
    EXPECT_TRUE(has(state.run({"list", "--only", "called,booked"}).out, state.reference()));
    EXPECT_TRUE(has(state.run({"list", "--only", "new"}).err, "No requests."));
    EXPECT_TRUE(has(state.show().out, "What was done\n  "));
    EXPECT_TRUE(has(state.show().out, "  Ada: new, then called\n"));
}

TEST(Inbox, set_of_an_unknown_state_is_wrong_usage_and_of_a_mistyped_reference_is_refused) {
    const State state;
    EXPECT_EQ(state.run({"set", state.reference(), "happy"}).status, 2);
    EXPECT_EQ(state.run({"set", state.reference(), "called", "--by", ""}).status, 2);
    EXPECT_TRUE(has(state.run({"set", "K7Q4FM9", "called"}).err, "mistyped"));
    EXPECT_TRUE(has(state.run({"set", "K7Q4FM8", "called"}).err, "No request has"));
}

TEST(Inbox, list_by_age_and_from_the_newest) {
    State state;
    const std::string older = state.reference();
    const auto key = consult::ensure_demonstration_keys(state.folder().string());
    state.store(key->fingerprint(), {1, 2, 3});
    EXPECT_TRUE(has(state.run({"list", "--older-than", "36500"}).err, "No requests."));
    EXPECT_EQ(state.run({"list"}).out.find(older), 0U);
    EXPECT_EQ(state.run({"list", "--newest-first"}).out.find(state.reference()), 0U);
}

TEST(Inbox, note_is_sealed_and_shown_with_the_key) {
    const State state;
    const StandardInput words("Call after five\x1B\n");
    const Printed noted = state.run(
        {"note", state.reference(), "--by", "Ada", "--key", state.folder() / "demo-clinic.key"});
    EXPECT_EQ(noted.status, 0) << noted.err;
    EXPECT_TRUE(has(state.show().out, "  Ada: Call after five\n")) << state.show().out;
    for (const char* name : {"consult.db", "consult.db-wal"})
        EXPECT_FALSE(has(base::read_file(state.folder() / name, 1 << 24).value_or(""), "after"));
}

TEST(Inbox, empty_note_and_one_for_another_key_are_refused) {
    const State state;
    const StandardInput nothing("\n");
    EXPECT_TRUE(
        has(state.run({"note", state.reference(), "--key", state.folder() / "demo-clinic.key"}).err,
            "The note is empty"));
    candor({"keys", "create", "--clinic", state.folder() / "other.key", "--no-passphrase"});
    EXPECT_TRUE(
        has(state.run({"note", state.reference(), "--key", state.folder() / "other.key"}).err,
            "[wrong_key]"));
}

TEST(Inbox, verify_prints_the_head_that_a_later_record_still_holds) {
    const State state;
    state.run({"set", state.reference(), "called"});
    const Printed before = state.run({"verify"});
    EXPECT_EQ(before.status, 0) << before.err;
    EXPECT_TRUE(has(before.out, "entries  2\n"));
    const std::string head = before.out.substr(before.out.find("head     ") + 9, 64);
    state.run({"set", state.reference(), "closed"});
    EXPECT_EQ(state.run({"verify", "--head", head}).status, 0);
    const Printed other = state.run({"verify", "--head", std::string(64, 'a')});
    EXPECT_EQ(other.status, 1);
    EXPECT_TRUE(has(other.err, "does not hold the head"));
}

TEST(Inbox, verify_says_what_is_broken_and_what_to_do) {
    State state;
    state.run({"set", state.reference(), "called"});
    state.sql("UPDATE request SET state = 'closed'");
    const Printed unrecorded = state.run({"verify"});
    EXPECT_EQ(unrecorded.status, 1);
    EXPECT_TRUE(has(unrecorded.err, "Its state is not what the record says")) << unrecorded.err;
    state.sql("UPDATE request SET sealed = x'00'");
    EXPECT_TRUE(has(state.run({"verify"}).err, "The request is damaged on this disk"));
    state.sql("DROP TRIGGER record_loses_notes_alone; UPDATE record SET who = 'Eve'");
    EXPECT_TRUE(has(state.run({"verify"}).err, "Entry 1 does not follow"));
}

TEST(Inbox, verify_says_in_plain_words_what_it_cannot_prove) {
    const State state;
    const Printed plain = state.run({"verify"});
    EXPECT_EQ(plain.status, 0) << plain.err;
    EXPECT_TRUE(has(plain.out, "Not proven: that nothing was cut off, or all of it made anew"));
    EXPECT_TRUE(has(plain.out, "Not looked at: whether what is sealed belongs to its row"));
    const std::string head = plain.out.substr(plain.out.find("head     ") + 9, 64);
    const Printed all =
        state.run({"verify", "--head", head, "--key", state.folder() / "demo-clinic.key"});
    EXPECT_EQ(all.status, 0) << all.err;
    EXPECT_TRUE(has(all.out, "opened   1 of 1\n")) << all.out;
    EXPECT_FALSE(has(all.out, "Not "));
}

TEST(Inbox, verify_names_a_request_that_was_deleted) {
    const State state;
    state.sql("DELETE FROM request");
    const Printed printed = state.run({"verify"});
    EXPECT_EQ(printed.status, 1);
    EXPECT_TRUE(has(printed.err, state.reference() + ": error [damaged] It is gone, and no entry"))
        << printed.err;
}

TEST(Inbox, record_that_was_made_anew_holds_and_lacks_the_head_that_was_written_down) {
    const State state;
    const std::string out = state.run({"verify"}).out;
    const std::string head = out.substr(out.find("head     ") + 9, 64);
    state.sql("DELETE FROM request; DROP TRIGGER record_keeps_all; DELETE FROM record");
    EXPECT_EQ(state.run({"verify"}).status, 0);
    const Printed anew = state.run({"verify", "--head", head});
    EXPECT_EQ(anew.status, 1);
    EXPECT_TRUE(has(anew.err, "does not hold the head"));
}

// Whoever has the public key can seal, and make the digest and the entries anew.
TEST(Inbox, verify_with_the_key_finds_what_is_sealed_into_another_row) {
    State state;
    const auto key = consult::ensure_demonstration_keys(state.folder().string());
    state.store(key->fingerprint(), state.sealed());
    const Printed without = state.run({"verify"});
    EXPECT_TRUE(has(without.err, "It holds the same sealed request")) << without.err;
    state.sql(
        "DELETE FROM request WHERE sequence = 1; DROP TRIGGER record_keeps_all;"
        "DROP TRIGGER record_loses_notes_alone; DELETE FROM record");
    const Printed with = state.run({"verify", "--key", state.folder() / "demo-clinic.key"});
    EXPECT_EQ(with.status, 1);
    EXPECT_TRUE(has(
        with.err, state.reference() + ": error [damaged] What is sealed in it is not the request"))
        << with.err;
    EXPECT_TRUE(has(with.out, "opened   0 of 1\n"));
}

TEST(Inbox, list_puts_damaged_rows_last_and_tells_most_of_them_as_a_number) {
    State state;
    const std::string whole = state.reference();
    const auto key = consult::ensure_demonstration_keys(state.folder().string());
    for (int i = 0; i < 25; ++i) state.store(key->fingerprint(), {1, 2, 3});
    state.sql("UPDATE request SET sealed = x'00' WHERE sequence > 1");
    const Printed list = state.run({"list", "--newest-first"});
    EXPECT_EQ(list.out.find(whole), 0U);
    EXPECT_EQ(std::count(list.out.begin(), list.out.end(), '\n'), 21);
    EXPECT_TRUE(has(list.err, "25 rows cannot be read; all of them: --only damaged"));
    const Printed all = state.run({"list", "--only", "damaged"});
    EXPECT_EQ(std::count(all.out.begin(), all.out.end(), '\n'), 25);
}

TEST(Inbox, purge_erases_what_was_closed_before_alone) {
    State state;
    state.run({"set", state.reference(), "closed"});
    EXPECT_EQ(state.run({"purge"}).status, 2);
    EXPECT_EQ(state.run({"purge", "--closed-before", "2026-02-30"}).status, 2);
    EXPECT_TRUE(has(state.run({"purge", "--older-than", "1"}).out, "Erased 0 requests"));
    EXPECT_TRUE(
        has(state.run({"purge", "--closed-before", "2199-01-01"}).out, "Erased 1 request "));
    EXPECT_TRUE(has(state.run({"list"}).err, "No requests."));
    EXPECT_EQ(state.run({"verify"}).status, 0);
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
    request.answers.push_back({"pregnant", "Pregnant", {}, {}, true});
    EXPECT_TRUE(has(to_text({}, request), "Pregnant: rather not say"));
}

}  // namespace candor::ctl
