#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <memory>

#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"
#include "visits.h"

namespace candor::journeys {
namespace {

/// How many touches the tasks of a visit take, from the first of all. A kiosk that asks for more
/// than these has become worse.
class Taps : public testing::Test {
  protected:
    void starts(const std::string& kiosk_yaml = {}) {
        if (!kiosk_yaml.empty()) std::ofstream(state.path() / "kiosk.yaml") << kiosk_yaml;
        kiosk = std::make_unique<HeadlessKiosk>(state.path());
        person = std::make_unique<Person>(*kiosk);
        person->touch(Role::button, "Touch to start");
    }
    void is_told(int most) const {
        EXPECT_LE(person->touches(), most);
        RecordProperty("touches", person->touches());
        std::printf("           %d touches, %d drags\n", person->touches(), person->drags());
    }

    ScratchFolder state;
    std::unique_ptr<HeadlessKiosk> kiosk;
    std::unique_ptr<Person> person;
};

TEST_F(Taps, is_prp_the_same_is_answered_on_the_home_screen_and_on_its_page) {
    starts();
    EXPECT_TRUE(person->reads("Not the same as stem cells"));
    is_told(1);
    person->touch(Role::button, "PRP, and how it differs");
    EXPECT_TRUE(person->reads("It is not made from stem cells"));
    is_told(2);
}

TEST_F(Taps, asking_for_a_call_has_a_door_on_the_home_screen) {
    starts();
    person->touch(Role::button, "Ask the clinic to call me");
    person->touch(Role::textbox, "First name");
    person->types("Elif");
    person->touch(Role::button, "Next field");
    person->types("05324155000");
    person->touch(Role::button, "Done");
    person->touch(Role::checkbox, "I agree that the clinic may contact me about this");
    person->touch(Role::button, "Send my request");
    EXPECT_TRUE(person->sees(Role::heading, "Your request is in the queue"));
    is_told(22);
}

TEST_F(Taps, self_check_takes_two_touches_a_question) {
    starts();
    answers_the_self_check(*person, ordinary_answers());
    person->touch(Role::button, "See what this may mean");
    EXPECT_TRUE(person->is_on("guidance"));
    is_told(27);
}

TEST_F(Taps, self_check_that_goes_on_by_itself_takes_one_for_a_single_choice) {
    starts("go_on_by_itself: true\n");
    person->touch(Role::button, "Begin");
    for (const Answer& answer : ordinary_answers()) {
        person->touch(answer.role, answer.words);
        if (answer.role == Role::checkbox)
            person->touch(Role::button, "Next");
        else
            person->waits(2);
    }
    // The last one takes words of one's own too, so it waits for who writes them.
    person->touch(Role::button, "Next");
    person->touch(Role::button, "See what this may mean");
    EXPECT_TRUE(person->is_on("guidance"));
    is_told(23);
}

}  // namespace
}  // namespace candor::journeys
