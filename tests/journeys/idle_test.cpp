#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "base/files.h"
#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"
#include "visits.h"

namespace candor::journeys {
namespace {

class LeftAlone : public testing::Test {
  protected:
    LeftAlone() { person.touch(Role::button, "Touch to start"); }

    ScratchFolder state;
    HeadlessKiosk kiosk{state.path()};
    Person person{kiosk};
};

TEST_F(LeftAlone, kiosk_asks_before_it_erases_and_counts_down) {
    person.waits(55);
    EXPECT_TRUE(person.is_on("home"));
    person.waits(6);
    EXPECT_TRUE(person.is_on("home", "still-here"));
    EXPECT_TRUE(person.sees(Role::dialog, "Are you still there?"));
    person.waits(5);
    EXPECT_TRUE(person.reads("erases itself in 1"));
    EXPECT_TRUE(person.is_on("home", "still-here"));
}

TEST_F(LeftAlone, still_here_gives_everything_back) {
    answers_the_self_check(person, ordinary_answers());
    person.waits(65);
    person.touch(Role::button, "I’m still here");
    EXPECT_TRUE(person.is_on("self-check"));
    EXPECT_TRUE(person.reads("Somewhat thicker hair"));
    person.waits(55);
    EXPECT_TRUE(person.is_on("self-check"));
}

/// WCAG 2.2.1: at least ten times, with a simple action.
TEST_F(LeftAlone, each_warning_is_answered_by_one_touch_as_often_as_one_likes) {
    for (int time = 0; time < 12; ++time) {
        person.waits(62);
        ASSERT_TRUE(person.is_on("home", "still-here")) << time;
        person.touch(Role::button, "I’m still here");
        ASSERT_TRUE(person.is_on("home")) << time;
    }
}

TEST_F(LeftAlone, more_time_lasts_for_the_visit_and_no_longer) {
    person.waits(62);
    person.touch(Role::button, "I need more time");
    EXPECT_TRUE(person.is_on("home"));
    person.waits(150);
    EXPECT_TRUE(person.is_on("home"));
    person.waits(35);
    EXPECT_TRUE(person.is_on("home", "still-here"));
    EXPECT_FALSE(person.sees(Role::button, "I need more time")) << "there is no more";
    person.waits(20);
    EXPECT_TRUE(person.is_on("attract"));
    person.touch(Role::button, "Touch to start");
    person.waits(62);
    EXPECT_TRUE(person.is_on("home", "still-here"));
}

TEST_F(LeftAlone, more_time_can_be_asked_for_before_any_warning) {
    person.touch(Role::button, "Text and contrast");
    person.touch(Role::checkbox, "More time");
    person.touch(Role::button, "OK");
    person.waits(150);
    EXPECT_TRUE(person.is_on("home"));
}

TEST_F(LeftAlone, visit_is_erased_after_the_warning) {
    person.touch(Role::button, "PRP, and how it differs");
    for (const char* next :
         {"Next: how it is given", "Next: after PRP", "Next: all the trials together",
          "Next: what studies found", "Next: side by side", "Next: a quick check"})
        person.touch(Role::button, next);
    person.touch(Role::checkbox, "Which studies used PRP made the way you make it?");
    person.touch(Role::button, "Next topic: The procedure, step by step");
    person.touch(Role::button, "Topics");
    answers_the_self_check(person, ordinary_answers());
    person.touch(Role::button, "See what this may mean");
    person.touch(Role::button, "Ask the clinic to call me");
    person.writes("First name", "Ann");
    person.waits(82);
    EXPECT_TRUE(person.is_on("attract"));

    person.touch(Role::button, "Touch to start");
    EXPECT_EQ(person.thing(Role::button, "PRP, and how it differs").value, "");
    EXPECT_TRUE(person.sees(Role::button, "Begin"));
    person.touch(Role::button, "Questions to ask us");
    EXPECT_FALSE(person.sees(Role::checkbox, "Which studies used PRP made the way you make it?",
                             ui::kChecked));
    person.touch(Role::button, "OK");
    person.touch(Role::button, "Ask staff");
    person.touch(Role::button, "Ask the clinic to call me");
    EXPECT_EQ(person.length_of("First name"), 0U);
    EXPECT_FALSE(person.sees(Role::checkbox,
                             "Send my answers and the result too, so the clinician can prepare"));
}

TEST_F(LeftAlone, warning_can_end_the_visit_at_once) {
    person.waits(62);
    person.touch(Role::button, "Finish and erase this screen");
    EXPECT_TRUE(person.is_on("attract"));
}

TEST_F(LeftAlone, press_that_lies_still_is_nobody) {
    answers_the_self_check(person, ordinary_answers());
    kiosk.put_down({540, 1000});  // water, or a bag
    person.waits(82);
    EXPECT_TRUE(person.is_on("attract"));
    kiosk.lift(Lift::after_a_rest);
    EXPECT_TRUE(person.is_on("attract"));
    person.touch(Role::button, "Touch to start");
    EXPECT_TRUE(person.is_on("home"));
}

TEST_F(LeftAlone, press_that_trembles_for_ever_is_nobody) {
    kiosk.put_down({540, 1000});
    for (int second = 0; second < 90; ++second) {
        kiosk.move_to({540.0F + static_cast<float>(second % 5), 1000});
        person.waits(1);
    }
    EXPECT_TRUE(person.is_on("attract"));
}

TEST_F(LeftAlone, finger_that_moves_is_presence) {
    kiosk.put_down({540, 1000});
    for (int second = 0; second < 90; ++second) {
        kiosk.move_to({540, second % 2 == 0 ? 700.0F : 1000.0F});
        person.waits(1);
    }
    EXPECT_TRUE(person.is_on("home"));
    kiosk.lift(Lift::after_a_rest);
    person.waits(62);
    EXPECT_TRUE(person.is_on("home", "still-here"));
}

TEST_F(LeftAlone, confirmation_is_in_no_hurry_and_asks_before_it_closes) {
    person.touch(Role::button, "Ask staff");
    person.touch(Role::button, "Ask the clinic to call me");
    person.writes("First name", "Ann");
    person.writes("Phone", "0532 456 78 90");
    person.touch(Role::checkbox, "I agree that the clinic may contact me about this");
    person.touch(Role::button, "Send my request");
    EXPECT_TRUE(person.is_on("confirmation"));
    person.waits(59);
    EXPECT_TRUE(person.is_on("confirmation"));
    // What there is to be read has its time, and no more than privacy allows.
    for (int second = 0; second < 31 && !person.is_on("confirmation", "still-here"); ++second)
        person.waits(1);
    EXPECT_TRUE(person.is_on("confirmation", "still-here"));
    person.waits(20);
    EXPECT_TRUE(person.is_on("attract"));
}

/// The names of whole files; a name says what its picture is of, whatever the folder.
std::set<std::string> kept_in(const ScratchFolder& state) {
    std::set<std::string> names;
    if (const auto entries = base::entries_of(state / "pictures"))
        for (const auto& entry : *entries)
            if (entry.name().find_first_not_of("0123456789abcdef") == std::string::npos)
                names.insert(entry.name());
    return names;
}

TEST(PicturesOfAStart, are_kept_and_those_of_a_visit_are_not) {
    const ScratchFolder visited, untouched;
    {
        HeadlessKiosk kiosk(visited.path());
        ASSERT_TRUE(kiosk.await_news([&](const ui::Tree&) { return !kept_in(visited).empty(); }));
        Person person(kiosk);
        person.touch(Role::button, "Touch to start");
        person.touch(Role::button, "PRP, and how it differs");
        person.touch(Role::button, "Next: how it is given");
        person.touch(Role::button, "Topics");
    }
    const auto after_a_visit = kept_in(visited);
    HeadlessKiosk kiosk(untouched.path());
    EXPECT_TRUE(kiosk.await_news([&](const ui::Tree&) {
        const auto of_a_start = kept_in(untouched);
        return std::includes(of_a_start.begin(), of_a_start.end(), after_a_visit.begin(),
                             after_a_visit.end());
    }));
}

}  // namespace
}  // namespace candor::journeys
