#include <gtest/gtest.h>

#include "desk_in_memory.h"
#include "fhir_server.h"

// Sending a request to the clinic's record: a real consult.db, a real HTTP server.

namespace candor::desk {
namespace {

using ui::Role;

Options with_record(const std::string& url) {
    Options options;
    options.record.url = url;
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
    void opens_at(const std::string& url) {
        at = std::make_unique<DeskInMemory>(clinic, "Ada", "en", 1366, 768, with_record(url));
        at->unlocks();
        at->clicks(Role::listitem, "Elif");
    }
    testing::AssertionResult says(const std::string& words) const {
        if (at->reads(words)) return testing::AssertionSuccess();
        return testing::AssertionFailure() << words << " is not in\n" << at->text();
    }

    fleet::FhirTestServer server;
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
    EXPECT_EQ(clinic.inbox()->changes(id).value().size(), 2U);
}

TEST_F(DeskWithARecord, what_another_desk_did_meanwhile_goes_along) {
    opens("ok");
    // This desk has not looked since, and still shows it as new.
    ASSERT_TRUE(clinic.inbox()->set_progress(id, 0, consult::Progress::closed, "Bob",
                                             "2026-11-25T12:00:00Z"));
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("The record has it. It was sent now."));
    EXPECT_TRUE(says("Bob"));
}

TEST_F(DeskWithARecord, refusal_is_told_in_the_servers_words) {
    opens("refuse");
    at->clicks(Role::button, "Send to record");
    EXPECT_TRUE(says("The record does not have it. The server refused it."));
    EXPECT_TRUE(says("The server says: “Patient.name is missing”. (Patient.name)"));
    EXPECT_TRUE(clinic.inbox()->changes(id).value().empty());
    // It stays with its request.
    at->clicks(Role::listitem, "Jonas");
    EXPECT_FALSE(at->reads("refused"));
    at->clicks(Role::listitem, "Elif");
    EXPECT_TRUE(says("The server refused it."));
}

TEST_F(DeskWithARecord, servers_that_fail_are_told_apart) {
    const std::pair<const char*, const char*> cases[] = {
        {"token", "does not let this desk in"},
        {"redirect", "moved to another address"},
        {"html", "The server is busy"},
        {"portal", "is not a FHIR server"},
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

TEST_F(DeskWithARecord, desk_without_a_server_has_no_button) {
    opens_at("");
    EXPECT_TRUE(at->sees(Role::button, "Print"));
    EXPECT_FALSE(at->sees(Role::button, "Send to record"));
}

}  // namespace
}  // namespace candor::desk
