#include <gtest/gtest.h>

#include <algorithm>

#include "front_desk.h"
#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"
#include "visits.h"

namespace candor::journeys {
namespace {

constexpr const char* kAgree = "I agree that the clinic may contact me about this";
constexpr const char* kAnswersToo =
    "Send my answers and the result too, so the clinician can prepare";
constexpr const char* kTopicsToo = "Send which topics I read";
constexpr const char* kRisks = "What are the risks for me?";
constexpr const char* kCost = "What does it cost in all, with every visit?";

class Requesting : public testing::Test {
  protected:
    Requesting() { person.touch(Role::button, "Touch to start"); }

    void ticks_two_questions() {
        person.touch(Role::button, "Questions to ask us");
        person.touch(Role::checkbox, kRisks);
        person.touch(Role::checkbox, kCost);
        person.touch(Role::button, "OK");
    }

    void reads_a_topic() {
        person.touch(Role::button, "PRP, and how it differs");
        for (const char* next :
             {"Next: how it is given", "Next: after PRP", "Next: all the trials together",
              "Next: what studies found", "Next: side by side", "Next: a quick check"})
            person.touch(Role::button, next);
        person.touch(Role::button, "Next topic: The procedure, step by step");
        person.touch(Role::button, "Topics");
    }

    void asks_for_a_call() {
        person.touch(Role::button, "Ask staff");
        person.touch(Role::button, "Ask the clinic to call me");
        EXPECT_TRUE(person.is_on("request"));
    }

    ScratchFolder state;
    HeadlessKiosk kiosk{state.path()};
    Person person{kiosk};
};

TEST_F(Requesting, staff_read_exactly_what_was_typed_and_agreed_to) {
    reads_a_topic();
    ticks_two_questions();
    answers_the_self_check(person, ordinary_answers());
    person.touch(Role::button, "See what this may mean");
    person.touch(Role::button, "Ask the clinic to call me");
    person.writes("First name", "Elif");
    person.writes("Phone", "+90 532 456 78 90");
    person.writes("E-mail", "elif@example.com");
    person.writes("In your own words (if you like)", "My crown thins. Can I wait?");
    person.touch(Role::radio, "Afternoon");
    person.touch(Role::checkbox, kAnswersToo);
    person.touch(Role::checkbox, "Send the 2 questions I ticked");
    person.touch(Role::checkbox, kTopicsToo);
    person.touch(Role::checkbox, kAgree);
    person.touch(Role::button, "Send my request");
    EXPECT_TRUE(person.sees(Role::heading, "Your request is in the queue"));
    EXPECT_TRUE(person.reads(kCost));
    const auto reference = reference_on(kiosk.tree());
    ASSERT_TRUE(reference);

    const auto received = received_at(state.path());
    ASSERT_EQ(received.size(), 1U);
    const auto& request = received[0].request;
    EXPECT_EQ(received[0].reference, *reference);
    EXPECT_EQ(request.first_name, "Elif");
    EXPECT_EQ(request.phone, "+90 532 456 78 90");
    EXPECT_EQ(request.email, "elif@example.com");
    EXPECT_EQ(request.own_words, "My crown thins. Can I wait?");
    EXPECT_EQ(request.best_time, consult::BestTime::afternoon);
    EXPECT_EQ(request.language, "en");
    EXPECT_EQ(request.consent_text, kAgree);
    EXPECT_TRUE(request.demonstration);
    EXPECT_EQ(request.questions, (std::vector<consult::StaffText>{kRisks, kCost}));
    ASSERT_EQ(request.answers.size(), ordinary_answers().size());
    for (std::size_t i = 0; i < request.answers.size(); ++i)
        EXPECT_EQ(request.answers[i].values.at(0).words.read(), ordinary_answers()[i].words);
    EXPECT_FALSE(request.level.empty());
    EXPECT_EQ(request.topics, std::vector<consult::StaffText>{"PRP, and how it differs"});
}

TEST_F(Requesting, what_was_not_agreed_to_is_not_sent) {
    reads_a_topic();
    ticks_two_questions();
    answers_the_self_check(person, ordinary_answers());
    person.touch(Role::button, "See what this may mean");
    person.touch(Role::button, "Ask the clinic to call me");
    for (const char* tick : {kAnswersToo, "Send the 2 questions I ticked", kTopicsToo, kAgree}) {
        EXPECT_TRUE(person.sees(Role::checkbox, tick)) << tick;
        EXPECT_FALSE(person.sees(Role::checkbox, tick, ui::kChecked)) << "nothing is pre-ticked";
    }
    person.writes("First name", "Jo");
    person.writes("E-mail", "jo@example.org");
    person.touch(Role::checkbox, kAgree);
    person.touch(Role::button, "Send my request");
    EXPECT_TRUE(person.is_on("confirmation"));

    const auto received = received_at(state.path());
    ASSERT_EQ(received.size(), 1U);
    const auto& request = received[0].request;
    EXPECT_EQ(request.first_name, "Jo");
    EXPECT_EQ(request.email, "jo@example.org");
    EXPECT_EQ(request.phone, "");
    EXPECT_EQ(request.own_words, "");
    EXPECT_EQ(request.best_time, consult::BestTime::unsaid);
    EXPECT_TRUE(request.questions.empty());
    EXPECT_TRUE(request.answers.empty());
    EXPECT_TRUE(request.level.empty() && request.findings.empty() && request.topics.empty());
}

TEST_F(Requesting, topics_are_offered_only_where_one_was_read) {
    asks_for_a_call();
    EXPECT_FALSE(person.sees(Role::checkbox, kTopicsToo));
}

TEST_F(Requesting, missing_parts_are_named_and_nothing_is_stored) {
    asks_for_a_call();
    person.touch(Role::button, "Send my request");
    EXPECT_TRUE(person.reads("Please tell us your first name."));
    EXPECT_TRUE(person.reads("Please give a phone number or an e-mail address"));
    EXPECT_TRUE(person.sees(Role::textbox, "First name", ui::kInvalid));
    person.writes("First name", "Ann");
    person.writes("Phone", "12");
    EXPECT_TRUE(person.reads("Please tick that we may contact you.")) << "beside Send, until it is";
    person.touch(Role::checkbox, kAgree);
    person.touch(Role::button, "Send my request");
    EXPECT_TRUE(person.reads("That phone number does not look right."));
    EXPECT_FALSE(std::filesystem::exists(state / "consult.db"));
}

TEST_F(Requesting, double_tap_is_one_request_and_its_reference_stays_on_the_screen) {
    asks_for_a_call();
    person.writes("First name", "Ann");
    person.writes("Phone", "0532 456 78 90");
    person.touch(Role::checkbox, kAgree);
    person.touch_twice(Role::button, "Send my request");
    EXPECT_TRUE(person.is_on("confirmation"));
    const auto reference = reference_on(kiosk.tree());
    ASSERT_TRUE(reference);
    const auto received = received_at(state.path());
    ASSERT_EQ(received.size(), 1U);
    EXPECT_EQ(received[0].reference, *reference);
}

TEST_F(Requesting, confirmation_ends_the_visit_when_the_person_is_done) {
    asks_for_a_call();
    person.writes("First name", "Ann");
    person.writes("Phone", "0532 456 78 90");
    person.touch(Role::checkbox, kAgree);
    person.touch(Role::button, "Send my request");
    EXPECT_TRUE(person.is_on("confirmation"));
    person.touch(Role::button, "Finish and erase this screen");
    EXPECT_TRUE(person.is_on("attract"));
}

TEST_F(Requesting, person_can_read_on_and_takes_the_topics_home) {
    asks_for_a_call();
    person.writes("First name", "Ann");
    person.writes("Phone", "0532 456 78 90");
    person.touch(Role::checkbox, kAgree);
    person.touch(Role::button, "Send my request");
    EXPECT_TRUE(person.sees(Role::img, "Code to scan with a phone"));
    person.touch(Role::button, "A larger code");
    EXPECT_TRUE(person.is_on("confirmation", "take-home"));
    person.touch(Role::checkbox, "Add my reference");
    person.touch(Role::button, "OK");
    person.touch(Role::button, "Keep reading");
    EXPECT_TRUE(person.is_on("home"));
}

TEST_F(Requesting, second_person_gets_a_second_request_and_an_empty_form) {
    for (const char* name : {"Ann", "Bea"}) {
        asks_for_a_call();
        EXPECT_EQ(person.length_of("First name"), 0U);
        EXPECT_FALSE(person.sees(Role::checkbox, kAgree, ui::kChecked));
        person.writes("First name", name);
        person.writes("Phone", "0532 456 78 90");
        person.touch(Role::checkbox, kAgree);
        person.touch(Role::button, "Send my request");
        EXPECT_TRUE(person.is_on("confirmation"));
        person.touch(Role::button, "Finish and erase this screen");
        person.touch(Role::button, "Touch to start");
    }
    const auto received = received_at(state.path());
    ASSERT_EQ(received.size(), 2U);
    EXPECT_EQ(received[0].request.first_name, "Ann");
    EXPECT_EQ(received[1].request.first_name, "Bea");
    EXPECT_NE(received[0].reference, received[1].reference);
}

TEST_F(Requesting, accents_and_symbols_arrive_as_they_were_typed) {
    asks_for_a_call();
    person.touch(Role::textbox, "First name");
    person.types("Zo");
    person.holds("e", "ë");
    person.touch(Role::button, "Next field");
    person.types("0532 456 78 90");
    person.touch(Role::button, "Done");
    person.writes("In your own words (if you like)", "50% less? (yes)");
    person.touch(Role::checkbox, kAgree);
    person.touch(Role::button, "Send my request");
    EXPECT_TRUE(person.is_on("confirmation"));
    const auto received = received_at(state.path());
    ASSERT_EQ(received.size(), 1U);
    EXPECT_EQ(received[0].request.first_name, "Zoë");
    EXPECT_EQ(received[0].request.own_words, "50% less? (yes)");
}

}  // namespace
}  // namespace candor::journeys
