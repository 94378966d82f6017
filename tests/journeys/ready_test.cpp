#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>

#include "consult/store/queue.h"
#include "consult/store/rehearsal.h"
#include "consult/store/schema.h"
#include "front_desk.h"
#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"
#include "visits.h"

// A kiosk that could not store a request: people are told before they type, and asked as soon as it
// can.

namespace candor::journeys {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAsk = "Ask the clinic to call me";
constexpr const char* kNotNow = "This screen cannot take requests right now.";
constexpr const char* kDelivery =
    "delivery: {database: \"postgresql://kiosk.n.h@db/candor\", clinic: n, kiosk: h}\n";

class Ready : public testing::Test {
  protected:
    void starts(const fs::path& content = shipped_content()) {
        kiosk = std::make_unique<HeadlessKiosk>(state.path(), content);
        person = std::make_unique<Person>(*kiosk);
    }
    void policy(const std::string& text) const { std::ofstream(state / "kiosk.yaml") << text; }
    void layout_is(int version) const {
        sqlite3* other = nullptr;
        ASSERT_EQ(sqlite3_open((state / "consult.db").c_str(), &other), SQLITE_OK);
        const std::string set = "PRAGMA user_version = " + std::to_string(version);
        EXPECT_EQ(sqlite3_exec(other, set.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(other);
    }
    /// A newer program's; gives this program's own number, to put back.
    int newer_layout() const {
        EXPECT_TRUE(consult::Queue::open(state / "consult.db", consult::OpenMode::append));
        layout_is(999);
        return consult::kSchemaVersion;
    }
    void asks_staff() { person->touch(Role::button, "Ask staff"); }
    void writes_the_form() {
        person->writes("First name", "Ann");
        person->writes("Phone", "0532 456 78 90");
        person->touch(Role::checkbox, "I agree that the clinic may contact me about this");
    }
    void expect_received(const char* name) {
        const auto received = received_at(state.path());
        ASSERT_EQ(received.size(), 1U);
        EXPECT_EQ(received[0].request.first_name, name);
    }

    ScratchFolder state;
    std::unique_ptr<HeadlessKiosk> kiosk;
    std::unique_ptr<Person> person;
};

TEST_F(Ready, delivery_without_the_clinics_key_asks_nobody_to_type) {
    policy(kDelivery);
    starts();
    EXPECT_FALSE(person->reads("Demonstration"));
    person->touch(Role::button, "Touch to start");
    asks_staff();
    EXPECT_TRUE(person->reads("Please go to the front desk."));
    EXPECT_FALSE(person->sees(Role::button, kAsk));
    person->touch(Role::button, "OK");
    person->touch(Role::button, "Questions to ask us");
    person->touch(Role::checkbox, "What are the risks for me?");
    EXPECT_FALSE(person->sees(Role::button, kAsk));
    person->touch(Role::button, "OK");
    answers_the_self_check(*person, ordinary_answers());
    person->touch(Role::button, "See what this may mean");
    EXPECT_TRUE(person->reads(kNotNow));
    EXPECT_FALSE(person->sees(Role::button, kAsk));
    EXPECT_FALSE(fs::exists(state / "demo-clinic.key"));
}

TEST_F(Ready, missing_key_asks_nobody_to_type) {
    policy("clinic_key: /nowhere/clinic.key.pub\n");
    starts();
    person->touch(Role::button, "Touch to start");
    asks_staff();
    EXPECT_FALSE(person->sees(Role::button, kAsk));
}

TEST_F(Ready, newer_queue_asks_nobody_to_type_and_is_asked_for_again_when_it_fits) {
    const int own = newer_layout();
    starts();
    person->touch(Role::button, "Touch to start");
    asks_staff();
    EXPECT_FALSE(person->sees(Role::button, kAsk));
    layout_is(own);
    person->waits(59);
    person->waits(2);
    person->touch(Role::button, "I’m still here");
    EXPECT_TRUE(person->sees(Role::button, kAsk));
    EXPECT_TRUE(consult::set_aside_in(state.path()).empty());
}

TEST_F(Ready, empty_form_gives_way_and_what_was_typed_stays) {
    starts();
    person->touch(Role::button, "Touch to start");
    asks_staff();
    person->touch(Role::button, kAsk);
    person->touch(Role::textbox, "First name");
    const int own = newer_layout();
    person->waits(61);
    person->touch(Role::button, "I’m still here");
    EXPECT_TRUE(person->reads(kNotNow));
    EXPECT_FALSE(person->sees(Role::textbox, "First name"));
    layout_is(own);
    person->waits(61);
    person->touch(Role::button, "I’m still here");
    writes_the_form();
    newer_layout();
    person->waits(61);
    person->touch(Role::button, "I’m still here");
    EXPECT_EQ(person->length_of("First name"), 3U);
    layout_is(own);
    person->touch(Role::button, "Send my request");
    EXPECT_TRUE(person->is_on("confirmation"));
    expect_received("Ann");
}

TEST_F(Ready, damaged_queue_is_kept_and_the_request_goes_into_a_new_one) {
    starts();
    person->touch(Role::button, "Touch to start");
    asks_staff();
    person->touch(Role::button, kAsk);
    writes_the_form();
    std::ofstream(state / "consult.db") << std::string(5000, 'x');
    person->touch(Role::button, "Send my request");
    EXPECT_TRUE(person->is_on("confirmation"));
    expect_received("Ann");
    const auto kept = consult::set_aside_in(state.path());
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(fs::file_size(kept[0]), 5000U);
}

TEST_F(Ready, kiosk_with_nothing_to_show_still_takes_a_request_and_leads_to_staff) {
    const ScratchFolder nothing;
    starts(nothing.path());
    ASSERT_TRUE(person->is_on("out-of-order"));
    asks_staff();
    EXPECT_TRUE(person->sees(Role::button, "For staff"));
    person->waits(81);
    EXPECT_TRUE(person->is_on("out-of-order", "")) << "a sheet that was left open is closed";
    person->touch(Role::button, kAsk);
    writes_the_form();
    person->touch(Role::button, "Send my request");
    EXPECT_TRUE(person->is_on("confirmation"));
    person->touch(Role::button, "Finish and erase this screen");
    EXPECT_TRUE(person->is_on("out-of-order"));
    expect_received("Ann");
}

TEST_F(Ready, kiosk_with_nothing_to_show_that_stores_nothing_asks_nobody_to_type) {
    const ScratchFolder nothing;
    policy(kDelivery);
    starts(nothing.path());
    EXPECT_TRUE(person->reads("Our staff will gladly help you."));
    EXPECT_FALSE(person->sees(Role::button, kAsk));
}

}  // namespace
}  // namespace candor::journeys
