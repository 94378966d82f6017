#include "ui/presence.h"

#include <gtest/gtest.h>

namespace candor::ui {
namespace {

using platform::Event;
using platform::EventKind;
using platform::Key;

Event at(EventKind kind, float x, float y, std::int64_t pointer = 1) {
    return {.kind = kind, .pointer = pointer, .at = {x, y}};
}
Event key(Key which, std::string text = {}) {
    return {.kind = EventKind::key, .key = which, .text = std::move(text)};
}

/// A kiosk's glass, in milliseconds since its start.
class Glass : public testing::Test {
  protected:
    bool somebody(std::int64_t now_ms, const Event& event) {
        last = presence.sift({event}, now_ms);
        return last.somebody;
    }
    bool touches(std::int64_t now_ms, float x, float y) {
        const bool down = somebody(now_ms, at(EventKind::pointer_down, x, y));
        return somebody(now_ms, at(EventKind::pointer_up, x, y)) || down;
    }
    /// The same every `pace_ms` from 0 on: when it was somebody for the last time.
    std::int64_t last_somebody(const Event& event, std::int64_t pace_ms, std::int64_t until_ms) {
        std::int64_t seen = -1;
        for (std::int64_t now = 0; now <= until_ms; now += pace_ms)
            if (somebody(now, event)) seen = now;
        return seen;
    }

    Presence presence;
    Presence::Sifted last;
};

}  // namespace

TEST_F(Glass, touches_and_keys_are_somebody) {
    EXPECT_TRUE(somebody(0, at(EventKind::pointer_down, 10, 10)));
    EXPECT_TRUE(somebody(60, at(EventKind::pointer_up, 10, 10)));
    EXPECT_TRUE(somebody(100, at(EventKind::wheel, 10, 10)));
    EXPECT_TRUE(somebody(200, key(Key::tab)));
    EXPECT_TRUE(somebody(300, {.kind = EventKind::text, .text = "a"}));
    EXPECT_FALSE(somebody(400, {.kind = EventKind::woken}));
    EXPECT_EQ(last.events.size(), 1U);
}

TEST_F(Glass, press_that_lies_still_is_cancelled_after_30_seconds) {
    somebody(0, at(EventKind::pointer_down, 10, 10));
    EXPECT_EQ(presence.next_deadline_ms(), 30'000);
    EXPECT_TRUE(presence.sift({}, 29'999).events.empty());
    const auto sifted = presence.sift({}, 30'000);
    EXPECT_FALSE(sifted.somebody);
    ASSERT_EQ(sifted.events.size(), 1U);
    EXPECT_EQ(sifted.events[0].kind, EventKind::pointer_cancel);
    EXPECT_EQ(sifted.events[0].pointer, 1);
    EXPECT_EQ(presence.next_deadline_ms(), std::nullopt);
    EXPECT_TRUE(presence.sift({}, 60'000).events.empty());
}

TEST_F(Glass, rest_of_a_cancelled_press_is_nothing_and_the_next_press_counts) {
    somebody(0, at(EventKind::pointer_down, 10, 10));
    presence.sift({}, 30'000);
    EXPECT_FALSE(somebody(31'000, at(EventKind::pointer_move, 300, 300)));
    EXPECT_TRUE(last.events.empty());
    EXPECT_FALSE(somebody(32'000, at(EventKind::pointer_up, 300, 300)));
    EXPECT_TRUE(last.events.empty());
    EXPECT_TRUE(somebody(40'000, at(EventKind::pointer_down, 10, 10)));
    EXPECT_EQ(last.events.size(), 1U);
}

TEST_F(Glass, other_finger_counts_beside_a_cancelled_press) {
    somebody(0, at(EventKind::pointer_down, 10, 10));
    presence.sift({}, 30'000);
    EXPECT_TRUE(somebody(90'000, at(EventKind::pointer_down, 500, 500, 2)));
    EXPECT_TRUE(somebody(90'060, at(EventKind::pointer_up, 500, 500, 2)));
}

TEST_F(Glass, press_that_trembles_lies_still) {
    somebody(0, at(EventKind::pointer_down, 100, 100));
    for (std::int64_t now = 10; now < 30'000; now += 10)
        EXPECT_FALSE(somebody(now, at(EventKind::pointer_move, now % 20 == 0 ? 100 : 107, 103)));
    EXPECT_EQ(presence.sift({}, 30'000).events.size(), 1U);
}

TEST_F(Glass, finger_that_goes_on_is_somebody_and_is_not_cancelled) {
    somebody(0, at(EventKind::pointer_down, 100, 0));
    for (std::int64_t now = 1000; now <= 120'000; now += 1000)
        EXPECT_TRUE(somebody(now, at(EventKind::pointer_move, 100, now % 2000 == 0 ? 0 : 90)));
}

TEST_F(Glass, key_that_repeats_for_ever_is_somebody_for_30_seconds) {
    EXPECT_EQ(last_somebody(key(Key::backspace), 40, 300'000), 29'960);
}

TEST_F(Glass, key_that_is_pressed_now_and_then_is_somebody) {
    EXPECT_EQ(last_somebody(key(Key::page_down), 20'000, 300'000), 300'000);
}

TEST_F(Glass, two_keys_that_repeat_in_turn_are_nobody_in_the_end) {
    bool seen = true;
    for (std::int64_t now = 0; now < 40'000; now += 40)
        seen =
            somebody(now, key(now % 80 == 0 ? Key::left : Key::letter, now % 80 == 0 ? "" : "a"));
    EXPECT_FALSE(seen);
}

TEST_F(Glass, touches_of_one_place_without_a_pause_are_nobody_in_the_end) {
    bool seen = true;
    for (std::int64_t now = 0; now <= 40'000; now += 500) seen = touches(now, 200, 200);
    EXPECT_FALSE(seen);
    EXPECT_TRUE(touches(41'000, 800, 800));  // somebody comes
}

TEST_F(Glass, mouse_that_trembles_and_wheel_that_runs_are_nobody_in_the_end) {
    EXPECT_LT(last_somebody(at(EventKind::pointer_move, 50, 50, 0), 20, 60'000), 30'000);
    EXPECT_LT(last_somebody(at(EventKind::wheel, 500, 500), 20, 60'000), 30'000);
}

TEST_F(Glass, touches_all_over_without_a_pause_are_nobody_after_10_minutes) {
    std::int64_t seen = 0;
    int step = 0;
    for (std::int64_t now = 0; now < 20 * 60'000; now += 200)
        if (++step; touches(now, static_cast<float>(step * 397 % 1080),
                            static_cast<float>(step * 811 % 1920)))
            seen = now;
    EXPECT_LT(seen, 10 * 60'000);
    EXPECT_TRUE(touches(20 * 60'000 + 5'000, 10, 10));  // after a pause
}

TEST_F(Glass, typing_for_long_with_pauses_is_somebody) {
    for (std::int64_t now = 0; now < 30 * 60'000; now += now % 60'000 == 0 ? 6'000 : 1'000)
        EXPECT_TRUE(touches(now, static_cast<float>(now / 1000 * 97 % 1080), 1700)) << now;
}

}  // namespace candor::ui
