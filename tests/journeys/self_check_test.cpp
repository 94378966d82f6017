#include <gtest/gtest.h>

#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"
#include "visits.h"

namespace candor::journeys {
namespace {

constexpr const char* kNotSaid = "I’d rather not say";

class SelfCheck : public testing::Test {
  protected:
    SelfCheck() { person.touch(Role::button, "Touch to start"); }

    void sees_what_it_may_mean() { person.touch(Role::button, "See what this may mean"); }

    ScratchFolder state;
    HeadlessKiosk kiosk{state.path()};
    Person person{kiosk};
};

TEST_F(SelfCheck, ordinary_answers_end_in_a_talk_with_their_reasons) {
    answers_the_self_check(person, ordinary_answers());
    EXPECT_TRUE(person.reads("Fine, short hairs"));
    sees_what_it_may_mean();
    EXPECT_TRUE(person.is_on("guidance"));
    EXPECT_TRUE(person.sees(Role::heading, "Worth talking over with a clinician"));
    EXPECT_TRUE(person.reads("Because you chose “Thinner at the temples”."));
    EXPECT_TRUE(person.reads("Because you chose “Fine, short hairs”."));
    EXPECT_TRUE(person.reads("This is not a diagnosis."));
    person.touch(Role::button, "Source 12");
    EXPECT_TRUE(person.is_on("guidance", "source"));
    person.touch(Role::button, "OK");
}

TEST_F(SelfCheck, red_flag_comes_first_and_sends_to_a_doctor) {
    auto answers = ordinary_answers();
    answers[2].words = "Suddenly, in days or weeks";
    answers[3].words = "Clumps of hair come out when I wash or brush";
    answers_the_self_check(person, answers);
    sees_what_it_may_mean();
    EXPECT_TRUE(person.sees(Role::heading, "See a doctor first, and soon"));
    const float sudden = person.thing(Role::heading, "Your hair loss came suddenly").rect.y;
    const float clumps = person.thing(Role::heading, "Your hair comes out in clumps").rect.y;
    const float thinning = person.thing(Role::heading, "You chose thinning hair").rect.y;
    EXPECT_LT(sudden, thinning);
    EXPECT_LT(clumps, thinning);
}

TEST_F(SelfCheck, under_18_ends_at_once_with_kind_words) {
    answers_the_self_check(person, {{Role::radio, "Under 18"}});
    EXPECT_FALSE(person.reads("How did it start?"));
    sees_what_it_may_mean();
    EXPECT_TRUE(person.sees(Role::heading, "Please see a doctor, with an adult you trust"));
    EXPECT_TRUE(person.reads("Trials that we know took adults only."));
}

TEST_F(SelfCheck, rather_not_say_everywhere_is_an_answer_but_not_that_all_is_well) {
    auto answers = ordinary_answers();
    for (Answer& answer : answers) answer.words = kNotSaid;
    answers_the_self_check(person, answers);
    EXPECT_FALSE(person.reads("Not answered"));
    sees_what_it_may_mean();
    EXPECT_TRUE(person.sees(Role::heading, "Tell the doctor this before any treatment"));
    EXPECT_TRUE(person.sees(Role::heading, "You did not tell us your age"));
    EXPECT_TRUE(person.sees(Role::heading, "You skipped the question on warning signs"));
}

TEST_F(SelfCheck, no_answer_goes_no_further) {
    person.touch(Role::button, "Begin");
    EXPECT_TRUE(person.sees(Role::button, "Next", ui::kDisabled));
    person.touch(Role::radio, "45 to 59");
    person.touch(Role::button, "Next");
    person.touch(Role::button, "Back");
    EXPECT_TRUE(person.sees(Role::radio, "45 to 59", ui::kChecked));
}

TEST_F(SelfCheck, changed_answer_drops_what_no_longer_applies) {
    answers_the_self_check(person, ordinary_answers());
    person.touch(Role::button, "Change: How did it start?");
    EXPECT_TRUE(person.sees(Role::radio, "Slowly, over months or years", ui::kChecked));
    person.touch(Role::radio, "I see no hair loss");
    person.touch(Role::button, "Next");
    EXPECT_TRUE(person.sees(Role::heading, "Does your scalp trouble you?"));
    person.touch(Role::radio, "No");
    person.touch(Role::button, "Save");
    EXPECT_TRUE(person.sees(Role::heading, "Your answers"));
    EXPECT_TRUE(person.reads("I see no hair loss"));
    EXPECT_FALSE(person.reads("Do you have any of these now?"));
    EXPECT_FALSE(person.reads("Fine, short hairs"));
    EXPECT_TRUE(person.reads("Somewhat thicker hair"));
}

TEST_F(SelfCheck, stop_erases_every_answer) {
    answers_the_self_check(person, ordinary_answers());
    person.touch(Role::button, "Stop and erase");
    person.touch(Role::button, "Go on with the questions");
    EXPECT_TRUE(person.reads("Fine, short hairs")) << "one touch erases nothing";
    person.touch(Role::button, "Stop and erase");
    person.touch(Role::button, "Stop and erase");
    EXPECT_TRUE(person.is_on("home"));
    person.touch(Role::button, "Begin");
    EXPECT_TRUE(person.sees(Role::heading, "How old are you?"));
    EXPECT_FALSE(person.sees(Role::radio, "30 to 44", ui::kChecked));
}

TEST_F(SelfCheck, exclusive_answer_takes_the_others_away) {
    person.touch(Role::button, "Begin");
    for (int question = 0; question < 3; ++question) {
        person.touch(Role::radio, ordinary_answers()[static_cast<std::size_t>(question)].words);
        person.touch(Role::button, "Next");
    }
    person.touch(Role::checkbox, "My scalp hurts");
    person.touch(Role::checkbox, "It itches or burns");
    EXPECT_TRUE(person.sees(Role::checkbox, "My scalp hurts", ui::kChecked));
    person.touch(Role::checkbox, "None of these");
    EXPECT_FALSE(person.sees(Role::checkbox, "My scalp hurts", ui::kChecked));
    EXPECT_FALSE(person.sees(Role::checkbox, "It itches or burns", ui::kChecked));
}

}  // namespace
}  // namespace candor::journeys
