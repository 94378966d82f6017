#include "ui/scroll.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace candor::ui {
namespace {

constexpr float kViewport = 1000, kContent = 3000, kLimit = kContent - kViewport;

Scroll region(float at = 0) {
    Scroll scroll;
    scroll.set_extent(kContent, kViewport);
    scroll.jump_to(at);
    return scroll;
}

/// Ten moves of a finger by `dy` each, 8 ms apart, and its lifting.
std::int64_t fling(Scroll& scroll, float dy, std::int64_t rest_ms = 0) {
    scroll.finger_down(0);
    for (int i = 1; i <= 10; ++i) scroll.drag(dy, 8 * i);
    scroll.finger_up(80 + rest_ms);
    return 80 + rest_ms;
}

/// Steps until it rests; -1 when it still moves after a minute.
std::int64_t settle(Scroll& scroll, std::int64_t now_ms, std::int64_t frame_ms = 16) {
    const std::int64_t end = now_ms + 60'000;
    while (scroll.step(now_ms))
        if ((now_ms += frame_ms) > end) return -1;
    return now_ms;
}

TEST(Scroll, content_follows_the_finger_one_to_one) {
    Scroll scroll = region(500);
    scroll.finger_down(0);
    scroll.drag(-100, 16);
    EXPECT_FLOAT_EQ(scroll.offset(), 600);
    scroll.drag(40, 32);
    EXPECT_FLOAT_EQ(scroll.offset(), 560);
    scroll.step(48);
    EXPECT_FLOAT_EQ(scroll.offset(), 560);
}

TEST(Scroll, glide_goes_on_ever_more_slowly_and_stops) {
    Scroll scroll = region();
    std::int64_t now = fling(scroll, -8);
    float last = scroll.offset(), last_move = 1e9F;
    ASSERT_TRUE(scroll.moving());
    while (scroll.step(now += 16)) {
        const float move = scroll.offset() - last;
        EXPECT_GT(move, 0);
        EXPECT_LT(move, last_move);
        last = scroll.offset();
        last_move = move;
        ASSERT_LT(now, 10'000);
    }
    EXPECT_GT(scroll.offset(), 200);
    EXPECT_LT(scroll.offset(), kLimit);
    EXPECT_EQ(scroll.offset(), std::round(scroll.offset()));
    EXPECT_FALSE(scroll.moving());
}

TEST(Scroll, glide_ends_at_the_same_place_at_any_frame_rate) {
    Scroll slow = region(), fast = region();
    const std::int64_t slow_from = fling(slow, -8), fast_from = fling(fast, -8);
    ASSERT_NE(settle(slow, slow_from, 50), -1);
    ASSERT_NE(settle(fast, fast_from, 4), -1);
    EXPECT_NEAR(slow.offset(), fast.offset(), 8);
}

TEST(Scroll, finger_that_rests_before_lifting_does_not_fling) {
    Scroll scroll = region();
    const std::int64_t now = fling(scroll, -8, 400);
    const float offset = scroll.offset();
    EXPECT_FALSE(scroll.moving());
    EXPECT_FALSE(scroll.step(now + 16));
    EXPECT_FLOAT_EQ(scroll.offset(), offset);
}

TEST(Scroll, fast_is_what_a_touch_should_stop) {
    Scroll scroll = region();
    std::int64_t now = fling(scroll, -30);
    EXPECT_TRUE(scroll.fast());
    settle(scroll, now);
    EXPECT_FALSE(scroll.fast());
}

TEST(Scroll, finger_on_a_glide_stops_it) {
    Scroll scroll = region();
    const std::int64_t now = fling(scroll, -8);
    scroll.step(now + 16);
    scroll.finger_down(now + 20);
    const float offset = scroll.offset();
    scroll.finger_up(now + 40);
    EXPECT_FALSE(scroll.step(now + 60));
    EXPECT_NEAR(scroll.offset(), offset, 1);
}

TEST(Scroll, pull_past_the_top_gives_way_and_comes_back) {
    Scroll scroll = region();
    scroll.finger_down(0);
    scroll.drag(200, 16);
    EXPECT_LT(scroll.offset(), 0);
    EXPECT_GT(scroll.offset(), -200);
    scroll.finger_up(32);
    ASSERT_NE(settle(scroll, 32), -1);
    EXPECT_FLOAT_EQ(scroll.offset(), 0);
}

TEST(Scroll, pull_past_the_bottom_gives_way_and_comes_back) {
    Scroll scroll = region(kLimit);
    scroll.finger_down(0);
    scroll.drag(-200, 16);
    EXPECT_GT(scroll.offset(), kLimit);
    EXPECT_LT(scroll.offset(), kLimit + 200);
    scroll.finger_up(32);
    ASSERT_NE(settle(scroll, 32), -1);
    EXPECT_FLOAT_EQ(scroll.offset(), kLimit);
}

TEST(Scroll, pull_never_shows_more_than_a_third_of_nothing) {
    Scroll scroll = region();
    scroll.finger_down(0);
    for (int i = 1; i < 1000; ++i) scroll.drag(500, i);
    EXPECT_GE(scroll.offset(), -kViewport / 3);
}

TEST(Scroll, finger_that_pulls_and_returns_ends_where_it_began) {
    Scroll scroll = region();
    scroll.finger_down(0);
    scroll.drag(300, 16);
    scroll.drag(-300, 32);
    EXPECT_NEAR(scroll.offset(), 0, 0.01);
}

TEST(Scroll, caught_while_it_comes_back_it_does_not_jump) {
    Scroll scroll = region();
    scroll.finger_down(0);
    scroll.drag(400, 16);
    scroll.finger_up(32);
    scroll.step(64);
    const float before = scroll.offset();
    ASSERT_LT(before, -50);
    scroll.finger_down(64);
    scroll.drag(1, 80);
    EXPECT_NEAR(scroll.offset(), before, 1);
}

TEST(Scroll, glide_into_an_end_overshoots_and_settles_there) {
    Scroll down = region(kLimit - 200);
    float furthest = 0;
    std::int64_t now = fling(down, -15);
    while (down.step(now += 16)) furthest = std::max(furthest, down.offset());
    EXPECT_GT(furthest, kLimit);
    EXPECT_FLOAT_EQ(down.offset(), kLimit);

    Scroll up = region(200);
    furthest = kLimit;
    now = fling(up, 15);
    while (up.step(now += 16)) furthest = std::min(furthest, up.offset());
    EXPECT_LT(furthest, 0);
    EXPECT_FLOAT_EQ(up.offset(), 0);
}

TEST(Scroll, content_that_fits_has_nowhere_to_go) {
    Scroll scroll;
    scroll.set_extent(500, kViewport);
    EXPECT_FLOAT_EQ(scroll.limit(), 0);
    const std::int64_t now = fling(scroll, -20);
    ASSERT_NE(settle(scroll, now), -1);
    EXPECT_FLOAT_EQ(scroll.offset(), 0);
}

TEST(Scroll, wheel_moves_and_turns_add_up) {
    Scroll scroll = region(500);
    scroll.wheel(-120, 0);
    scroll.step(40);
    EXPECT_GT(scroll.offset(), 500);
    EXPECT_LT(scroll.offset(), 620);
    scroll.wheel(-120, 40);
    ASSERT_NE(settle(scroll, 40), -1);
    EXPECT_FLOAT_EQ(scroll.offset(), 740);
    scroll.wheel(10'000, 5000);
    ASSERT_NE(settle(scroll, 5000), -1);
    EXPECT_FLOAT_EQ(scroll.offset(), 0);
}

TEST(Scroll, content_that_shrinks_at_rest_is_still_in_sight) {
    Scroll scroll = region(1800);
    scroll.set_extent(1400, kViewport);
    EXPECT_FLOAT_EQ(scroll.offset(), 400);
    scroll.set_extent(200, kViewport);
    EXPECT_FLOAT_EQ(scroll.offset(), 0);
}

TEST(Scroll, content_that_shrinks_under_way_settles_at_its_new_end) {
    Scroll gliding = region(1000);
    std::int64_t now = fling(gliding, -10);
    gliding.set_extent(1200, kViewport);
    ASSERT_NE(settle(gliding, now), -1);
    EXPECT_FLOAT_EQ(gliding.offset(), 200);

    Scroll held = region(1500);
    held.finger_down(0);
    held.drag(-10, 16);
    held.set_extent(1200, kViewport);
    held.finger_up(32);
    ASSERT_NE(settle(held, 32), -1);
    EXPECT_FLOAT_EQ(held.offset(), 200);
}

TEST(Scroll, glide_to_goes_there_and_no_further_than_the_end) {
    Scroll scroll = region();
    scroll.glide_to(700, 0);
    EXPECT_TRUE(scroll.moving());
    ASSERT_NE(settle(scroll, 0), -1);
    EXPECT_FLOAT_EQ(scroll.offset(), 700);
    scroll.glide_to(99'999, 1000);
    ASSERT_NE(settle(scroll, 1000), -1);
    EXPECT_FLOAT_EQ(scroll.offset(), kLimit);
}

TEST(Scroll, jump_stops_whatever_moves) {
    Scroll scroll = region();
    const std::int64_t now = fling(scroll, -20);
    scroll.jump_to(0);
    EXPECT_FALSE(scroll.step(now + 16));
    EXPECT_FLOAT_EQ(scroll.offset(), 0);
}

TEST(Scroll, any_treatment_leaves_a_number_within_reach_and_then_rest) {
    std::mt19937 random(20261122);
    const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    Scroll scroll;
    std::int64_t now = 0;
    for (int i = 0; i < 20'000; ++i) {
        now += upto(40);
        switch (upto(8)) {
            case 0:
                scroll.set_extent(static_cast<float>(upto(4000)), static_cast<float>(upto(1200)));
                break;
            case 1:
                scroll.finger_down(now);
                break;
            case 2:
                scroll.drag(static_cast<float>(upto(400) - 200), now);
                break;
            case 3:
                scroll.finger_up(now);
                break;
            case 4:
                scroll.wheel(static_cast<float>(upto(400) - 200), now);
                break;
            case 5:
                scroll.glide_to(static_cast<float>(upto(6000) - 1000), now);
                break;
            default:
                scroll.step(now);
                break;
        }
        ASSERT_TRUE(std::isfinite(scroll.offset())) << "after " << i;
    }
    scroll.set_extent(kContent, kViewport);
    scroll.finger_up(now);
    ASSERT_NE(settle(scroll, now), -1);
    EXPECT_GE(scroll.offset(), 0);
    EXPECT_LE(scroll.offset(), kLimit);
}

TEST(Scroll, nothing_to_show_is_no_reason_to_fail) {
    Scroll scroll;
    scroll.set_extent(0, 0);
    const std::int64_t now = fling(scroll, -20);
    ASSERT_NE(settle(scroll, now), -1);
    EXPECT_FLOAT_EQ(scroll.offset(), 0);
}

}  // namespace
}  // namespace candor::ui
