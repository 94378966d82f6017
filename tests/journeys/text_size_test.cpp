#include <gtest/gtest.h>

#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"
#include "visits.h"

namespace candor::journeys {
namespace {

class TextSize : public testing::Test {
  protected:
    TextSize() { person.touch(Role::button, "Touch to start"); }

    void picks(const char* size) {
        person.touch(Role::button, "Text and contrast");
        person.touch(Role::radio, size);
        EXPECT_TRUE(person.sees(Role::radio, size, ui::kChecked));
        person.touch(Role::button, "OK");
    }

    ScratchFolder state;
    HeadlessKiosk kiosk{state.path()};
    Person person{kiosk};
};

TEST_F(TextSize, large_text_stays_for_the_visit_and_ends_with_it) {
    const float normal = person.thing(Role::heading, "What would you like to know?").rect.h;
    picks("Large");
    const float large = person.thing(Role::heading, "What would you like to know?").rect.h;
    EXPECT_GT(large, normal);
    person.touch(Role::button, "What to expect, honestly");
    person.touch(Role::button, "Next: patterns of hair loss");
    person.touch(Role::button, "Topics");
    person.touch(Role::button, "Finish");
    person.touch(Role::button, "Finish and erase this screen");
    person.touch(Role::button, "Touch to start");
    EXPECT_EQ(person.thing(Role::heading, "What would you like to know?").rect.h, normal);
}

TEST_F(TextSize, contrast_stays_for_the_visit_and_ends_with_it) {
    picks("White on black");
    person.touch(Role::button, "What to expect, honestly");
    person.touch(Role::button, "Text and contrast");
    EXPECT_TRUE(person.sees(Role::radio, "White on black", ui::kChecked));
    person.touch(Role::button, "OK");
    person.touch(Role::button, "Topics");
    person.touch(Role::button, "Finish");
    person.touch(Role::button, "Finish and erase this screen");
    person.touch(Role::button, "Touch to start");
    person.touch(Role::button, "Text and contrast");
    EXPECT_TRUE(person.sees(Role::radio, "Standard", ui::kChecked));
}

TEST_F(TextSize, whole_self_check_works_in_the_largest_text) {
    picks("Largest");
    answers_the_self_check(person, ordinary_answers());
    person.touch(Role::button, "See what this may mean");
    EXPECT_TRUE(person.sees(Role::heading, "Worth talking over with a clinician"));
}

TEST_F(TextSize, request_is_sent_in_the_largest_text) {
    picks("Largest");
    person.touch(Role::button, "Ask staff");
    person.touch(Role::button, "Ask the clinic to call me");
    person.writes("First name", "Ann");
    person.writes("E-mail", "ann@example.org");
    person.touch(Role::checkbox, "I agree that the clinic may contact me about this");
    person.touch(Role::button, "Send my request");
    EXPECT_TRUE(person.is_on("confirmation"));
}

}  // namespace
}  // namespace candor::journeys
