#include "ui/transitions.h"

#include <gtest/gtest.h>

namespace candor::ui {
namespace {

TEST(Transitions, share_runs_once_when_its_key_changes) {
    Transitions slots;
    slots.begin_frame(1000, false);
    EXPECT_FLOAT_EQ(slots.share("page", "a"), 1);
    EXPECT_FALSE(slots.due());
    EXPECT_FLOAT_EQ(slots.share("page", "b"), 0);
    EXPECT_TRUE(slots.due());
    slots.begin_frame(1100, false);
    const float half = slots.share("page", "b");
    EXPECT_GT(half, 0.5F);
    EXPECT_LT(half, 1);
    slots.begin_frame(1200, false);
    EXPECT_FLOAT_EQ(slots.share("page", "b"), 1);
    EXPECT_FALSE(slots.due());
}

TEST(Transitions, reduced_motion_shows_everything_at_once) {
    Transitions slots;
    slots.begin_frame(1000, true);
    slots.share("page", "a");
    EXPECT_FLOAT_EQ(slots.share("page", "b"), 1);
    EXPECT_FALSE(slots.due());
}

TEST(Transitions, what_must_have_stood_is_waited_for_with_reduced_motion_too) {
    Transitions slots;
    slots.begin_frame(1000, true);
    EXPECT_TRUE(slots.has_stood("sent", "form", 400));
    EXPECT_FALSE(slots.has_stood("sent", "confirmation", 400));
    EXPECT_TRUE(slots.due());
    slots.begin_frame(1399, true);
    EXPECT_FALSE(slots.has_stood("sent", "confirmation", 400));
    slots.begin_frame(1400, true);
    EXPECT_TRUE(slots.has_stood("sent", "confirmation", 400));
    EXPECT_FALSE(slots.due());
}

TEST(Transitions, next_visit_starts_with_everything_in_its_place) {
    Transitions slots;
    slots.begin_frame(1000, false);
    slots.share("page", "a");
    slots.forget_visit();
    EXPECT_FLOAT_EQ(slots.share("page", "b"), 1);
}

TEST(Transitions, page_comes_from_the_side_that_it_lies_on) {
    Transitions slots;
    slots.begin_frame(1000, false);
    EXPECT_FLOAT_EQ(slots.turn("page", "two", 2).shown, 1) << "the first is there";
    const auto next = slots.turn("page", "three", 3);
    EXPECT_FLOAT_EQ(next.shown, 0);
    EXPECT_FLOAT_EQ(next.from, 1);
    slots.begin_frame(1300, false);
    EXPECT_FLOAT_EQ(slots.turn("page", "three", 3).shown, 1);
    EXPECT_FLOAT_EQ(slots.turn("page", "two", 2).from, -1);
    slots.begin_frame(1400, false);
    EXPECT_FLOAT_EQ(slots.turn("page", "two", 2).from, -1) << "while it comes, too";
    slots.begin_frame(2000, true);
    EXPECT_FLOAT_EQ(slots.turn("page", "three", 3).from, 0) << "it does not move";
}

TEST(Transitions, what_goes_on_by_itself_asks_for_frames_or_for_one_at_a_time) {
    Transitions slots;
    slots.begin_frame(1000, false);
    slots.wake_at(5000);
    slots.wake_at(3000);
    slots.wake_at(4000);
    EXPECT_FALSE(slots.due());
    EXPECT_EQ(slots.next_deadline_ms(), 3000);
    slots.begin_frame(3000, false);
    EXPECT_FALSE(slots.next_deadline_ms());
    slots.move();
    EXPECT_TRUE(slots.due());
}

}  // namespace
}  // namespace candor::ui
