#include <gtest/gtest.h>

#include "headless_kiosk.h"
#include "person.h"
#include "scratch_folder.h"

// Hands that shake: the kiosk notices that touches miss, and offers steady touch, once.

namespace candor::journeys {
namespace {

class HardToTouch : public testing::Test {
  protected:
    HardToTouch() { person.touch(Role::button, "Touch to start"); }

    bool offered() { return static_cast<bool>(person.sees(Role::button, "Steadier touch?")); }
    /// Just below a button of the bar, as often.
    void misses(int times) {
        for (int i = 0; i < times; ++i) {
            const base::Rect& rect = person.thing(Role::button, "Ask staff").rect;
            kiosk.put_down({rect.x + rect.w / 2, rect.bottom() + 12});
            kiosk.lift(Lift::at_once);
            ASSERT_TRUE(person.is_on("home")) << "nothing stands there";
        }
    }

    ScratchFolder state;
    HeadlessKiosk kiosk{state.path()};
    Person person{kiosk};
};

}  // namespace

TEST_F(HardToTouch, touches_that_miss_bring_the_offer_and_a_touch_takes_it) {
    misses(3);
    EXPECT_FALSE(offered());
    misses(1);
    EXPECT_TRUE(offered());
    EXPECT_FALSE(kiosk.state().visit.steady_touch) << "it is offered, not done";
    person.touch(Role::button, "Steadier touch?");
    EXPECT_TRUE(kiosk.state().visit.steady_touch);
    EXPECT_FALSE(offered());
}

TEST_F(HardToTouch, offer_goes_with_its_screen_and_does_not_come_again) {
    misses(4);
    ASSERT_TRUE(offered());
    person.touch(Role::button, "PRP, and how it differs");
    EXPECT_FALSE(offered());
    person.touch(Role::button, "Topics");
    misses(8);
    EXPECT_FALSE(offered()) << "once a visit";
}

TEST_F(HardToTouch, next_person_begins_anew) {
    misses(4);
    person.touch(Role::button, "Steadier touch?");
    kiosk.ask(screens::FinishVisit{});
    person.touch(Role::button, "Touch to start");
    EXPECT_FALSE(kiosk.state().visit.steady_touch);
    EXPECT_FALSE(offered());
    misses(4);
    EXPECT_TRUE(offered());
}

TEST_F(HardToTouch, ordinary_touches_bring_no_offer) {
    for (int i = 0; i < 6; ++i) {
        person.touch(Role::button, "PRP, and how it differs");
        person.touch(Role::button, "Topics");
    }
    EXPECT_FALSE(offered());
}

}  // namespace candor::journeys
