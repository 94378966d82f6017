#include <gtest/gtest.h>

#include "certificates.h"
#include "desk_in_memory.h"
#include "fhir_server.h"
#include "waiting_server.h"

// Sending a request to the clinic's record: a real consult.db, a real HTTP server.

namespace candor::desk {
namespace {

using ui::Role;

/// It would wait for ten minutes: what does not break off by itself shows as a test that hangs.
Options with_record(const std::string& url) {
    Options options;
    options.record.url = url;
    options.record.answer_ms = 600'000;
    return options;
}

class DeskWithARecord : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(server.started()) << "needs python3 (packaging/dependencies.txt)";
        id = clinic.receives("Elif");
        clinic.receives("Jonas");
    }
    void opens(const std::string& path) { opens_at(server.at(path)); }
    void opens_at(const std::string& url, const std::string& authority = {}) {
        Options options = with_record(url);
        options.record.ca_file = authority;
        at = std::make_unique<DeskInMemory>(clinic, "Ada", "en", 1366, 768, options);
        at->unlocks();
        at->clicks(Role::listitem, "Elif");
    }
    testing::AssertionResult says(const std::string& words) const {
        if (at->reads(words)) return testing::AssertionSuccess();
        return testing::AssertionFailure() << words << " is not in\n" << at->text();
    }

    fleet::FhirTestServer server;
    WaitingServer waiting;
    Clinic clinic;
    std::string id;
    std::unique_ptr<DeskInMemory> at;
};

TEST_F(DeskWithARecord, request_is_there_once_and_the_history_says_so) {
    opens("ok");
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("The record has it. It was sent now."));
    EXPECT_TRUE(says("Sent to the record (" + server.at("ok") + ")."));
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("The record has it. It was there already; nothing is doubled."));
    EXPECT_EQ(clinic.inbox()->changes(id).value().size(), 3U);
}

TEST_F(DeskWithARecord, what_another_desk_did_meanwhile_goes_along) {
    opens_at(waiting.url());
    // This desk has not looked since, and still shows it as new.
    ASSERT_TRUE(clinic.inbox()->set_progress(id, 0, consult::Progress::closed, "Bob",
                                             "2026-11-25T12:00:00Z"));
    at->begins(Role::button, "Send to record");
    waiting.await_request();
    EXPECT_NE(waiting.request().find(R"("businessStatus":{"text":"closed"})"), std::string::npos);
    waiting.refuse();
    at->desk->settle();
}

TEST_F(DeskWithARecord, hostile_answer_is_told_as_no_FHIR_and_the_desk_goes_on) {
    for (const char* path : {"number", "deep", "types"}) {
        opens(path);
        at->clicks(Role::button, "Send to record");
        EXPECT_TRUE(says("What answered is not a FHIR server.")) << path;
    }
    opens("issues");
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("The record does not have it."));
}

TEST_F(DeskWithARecord, refusal_is_told_in_the_servers_words) {
    opens("refuse");
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("The record does not have it. The server refused it."));
    EXPECT_TRUE(says("The server says: “Patient.name is missing (Patient.name)”."));
    EXPECT_FALSE(at->reads("odd phone")) << "a mere warning";
    EXPECT_EQ(clinic.inbox()->changes(id).value().size(), 1U) << "its arrival alone";
    // It stays with its request.
    at->clicks(Role::listitem, "Jonas");
    EXPECT_FALSE(at->reads("refused"));
    at->clicks(Role::listitem, "Elif");
    EXPECT_TRUE(says("The server refused it."));
}

TEST_F(DeskWithARecord, refusal_by_a_code_alone_is_told_in_our_words) {
    opens("rule");
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("One of its own rules forbids it. (business-rule, Task.owner)"));
}

TEST_F(DeskWithARecord, servers_that_fail_are_told_apart) {
    const std::pair<const char*, const char*> cases[] = {
        {"token", "The record does not have it. The server does not let this desk in"},
        {"redirect", "The record does not have it. The server has moved to another address"},
        // Whether it arrived is not known.
        {"html", "The record has not confirmed it. The server is busy"},
        {"silent", "The record has not confirmed it. The server cannot be reached"},
        {"portal", "The record has not confirmed it. What answered is not a FHIR server"},
    };
    for (const auto& [path, words] : cases) {
        opens(path);
        at->clicks(Role::button, "Send to record");
        EXPECT_TRUE(says(words)) << path;
    }
    opens_at("http://127.0.0.1:1/fhir");
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("The server cannot be reached. Nothing is lost"));
    opens_at("http://fhir.example.org/r4");  // never without TLS to another machine
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("Nothing was sent"));
}

TEST_F(DeskWithARecord, server_of_another_authority_is_sent_nothing) {
    const fleet::Certificates certificates(clinic.folder());
    certificates.authority("ours");
    certificates.issue("ours", "localhost", 1);
    const fleet::FhirTestServer tls(certificates.file("server.crt"),
                                    certificates.file("server.key"));
    opens_at(tls.at("ok", "localhost", "https"));
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("certificate is not to be trusted. Nothing was sent."));
    opens_at(tls.at("ok", "localhost", "https"), certificates.file("ours.pem"));
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("The record has it."));
}

TEST_F(DeskWithARecord, request_goes_whole_and_with_its_progress) {
    opens_at(waiting.url());
    at->clicks(Role::button, "Mark as called");
    at->begins(Role::button, "Send to record");
    waiting.await_request();
    for (const char* part : {R"("status":"in-progress")", R"("businessStatus":{"text":"called"})",
                             R"("given":["Elif"])"})
        EXPECT_NE(waiting.request().find(part), std::string::npos) << part;
    waiting.refuse();
    at->desk->settle();
    EXPECT_TRUE(says("The server refused it."));
}

TEST_F(DeskWithARecord, request_that_cannot_be_read_any_more_is_not_sent) {
    opens("ok");
    std::filesystem::remove(clinic.database());
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("The record does not have it."));
    EXPECT_FALSE(at->reads("The record has it."));
}

TEST_F(DeskWithARecord, desk_goes_on_while_a_request_is_on_its_way) {
    opens_at(waiting.url());
    at->begins(Role::button, "Send to record");
    waiting.await_request();
    const ui::Node* send = at->desk->tree().find(Role::button, "Send to record");
    ASSERT_NE(send, nullptr);
    EXPECT_NE(send->states & ui::kDisabled, 0U);
    EXPECT_TRUE(says("Sending to the record"));

    at->begins(Role::listitem, "Jonas");
    EXPECT_FALSE(at->reads("Sending to the record"));
    EXPECT_EQ(at->desk->tree().find(Role::button, "Send to record")->states & ui::kDisabled, 0U);
    waiting.refuse();
    at->desk->settle();
    EXPECT_FALSE(at->reads("refused")) << at->text();
    at->clicks(Role::listitem, "Elif");
    EXPECT_TRUE(says("The server refused it."));
}

TEST_F(DeskWithARecord, draft_of_a_note_outlives_the_note_about_a_sending) {
    opens("ok");
    at->clicks(Role::textbox, "Note");
    at->types("half a ");
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("The record has it."));
    EXPECT_EQ(at->state().inbox.note.text.view(), "half a ");
}

TEST_F(DeskWithARecord, lock_hangs_up_on_the_server) {
    opens_at(waiting.url());
    at->begins(Role::button, "Send to record");
    waiting.await_request();
    at->desk->apply(LockNow{});
    waiting.await_end();
    at->desk->settle();
    EXPECT_TRUE(at->state().inbox.sendings.empty());
}

TEST_F(DeskWithARecord, lock_breaks_off_what_is_being_sent) {
    opens("slow");  // never answers
    at->begins(Role::button, "Send to record");
    EXPECT_TRUE(at->state().inbox.is_being_sent(id));
    at->presses_control("l");
    EXPECT_EQ(at->state().vault, Vault::locked);
    EXPECT_TRUE(at->state().inbox.sendings.empty());
    at->unlocks();
    at->clicks(Role::listitem, "Elif");
    EXPECT_FALSE(at->state().inbox.is_being_sent(id));
    EXPECT_FALSE(at->reads("The record"));
}

TEST_F(DeskWithARecord, desk_that_is_closed_does_not_wait_for_the_server) {
    opens_at(waiting.url());
    at->begins(Role::button, "Send to record");
    waiting.await_request();
    at.reset();
    waiting.await_end();
}

/// The clerk without a window: its news waits until somebody takes it.
TEST_F(DeskWithARecord, answer_that_nobody_took_before_the_lock_is_dropped) {
    Clerk::Setup setup;
    setup.key = clinic.key_file();
    setup.who = "Ada";
    setup.inbox.open = [this] { return consult::open_sqlite_inbox(clinic.database()); };
    setup.record.url = server.at("ok");
    setup.note_of = [](const Sending&) { return std::string("sent"); };
    Clerk clerk(setup, [] {});
    clerk.unlock(base::SecretString(1));
    clerk.wait_until_idle();
    clerk.take_news();
    clerk.send(id);
    clerk.wait_until_idle();
    clerk.lock();
    EXPECT_TRUE(clerk.take_news().empty());
    clerk.unlock(base::SecretString(1));
    clerk.wait_until_idle();
    for (const News& news : clerk.take_news())
        EXPECT_FALSE(std::holds_alternative<SendEnded>(news));
}

TEST_F(DeskWithARecord, desk_without_a_server_has_no_button) {
    opens_at("");
    EXPECT_TRUE(at->sees(Role::button, "Print"));
    EXPECT_FALSE(at->sees(Role::button, "Send to record"));
}

}  // namespace
}  // namespace candor::desk
