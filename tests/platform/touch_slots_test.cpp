#include "platform/kms/touch_slots.h"

#include <gtest/gtest.h>
#include <linux/input-event-codes.h>

#include <random>
#include <set>

namespace candor::platform {
namespace {

constexpr Extent kGlassOfTouch{1080, 1920};
constexpr AxisRange kAcross{0, 32767}, kDown{100, 4195};

TouchSlots slots_of(TouchSlots::Kind kind, Rotation rotation = Rotation::none) {
    TouchSlots slots(kind, kAcross, kDown, 33);
    slots.set_glass(kGlassOfTouch, rotation);
    return slots;
}

struct Raw {
    unsigned type, code;
    int value;
};
constexpr Raw kReport{EV_SYN, SYN_REPORT, 0};

std::vector<Event> told(TouchSlots& slots, const std::vector<Raw>& raw) {
    std::vector<Event> out;
    for (const Raw& each : raw) slots.take(each.type, each.code, each.value, out);
    return out;
}

std::vector<Raw> finger_at(int slot, int id, int x, int y) {
    return {{EV_ABS, ABS_MT_SLOT, slot},
            {EV_ABS, ABS_MT_TRACKING_ID, id},
            {EV_ABS, ABS_MT_POSITION_X, x},
            {EV_ABS, ABS_MT_POSITION_Y, y}};
}

std::vector<Raw> lifted(int slot) {
    return {{EV_ABS, ABS_MT_SLOT, slot}, {EV_ABS, ABS_MT_TRACKING_ID, -1}, kReport};
}

std::vector<Raw> operator+(std::vector<Raw> a, const std::vector<Raw>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

}  // namespace

TEST(TouchSlots, two_fingers_of_one_report_are_two_pointers) {
    auto slots = slots_of(TouchSlots::Kind::multi_touch);
    const auto out = told(
        slots, finger_at(0, 7, 0, 100) + finger_at(1, 8, 32767, 4195) + std::vector<Raw>{kReport});
    ASSERT_EQ(out.size(), 2U);
    EXPECT_EQ(out[0].kind, EventKind::pointer_down);
    EXPECT_EQ(out[0].pointer, 33);
    EXPECT_EQ(out[0].at, (base::Point{0, 0}));
    EXPECT_EQ(out[1].pointer, 34);
    EXPECT_EQ(out[1].at, (base::Point{1079, 1919}));
    EXPECT_TRUE(slots.any_down());
}

TEST(TouchSlots, nothing_is_told_before_a_report_is_complete) {
    auto slots = slots_of(TouchSlots::Kind::multi_touch);
    EXPECT_TRUE(told(slots, finger_at(0, 7, 0, 100)).empty());
    EXPECT_EQ(told(slots, {kReport}).size(), 1U);
}

TEST(TouchSlots, a_finger_that_moves_is_told_once_a_report_and_a_still_one_is_not) {
    auto slots = slots_of(TouchSlots::Kind::multi_touch);
    told(slots, finger_at(0, 1, 0, 100) + finger_at(1, 2, 0, 100) + std::vector<Raw>{kReport});
    const auto out = told(slots, {{EV_ABS, ABS_MT_SLOT, 1},
                                  {EV_ABS, ABS_MT_POSITION_X, 16000},
                                  {EV_ABS, ABS_MT_POSITION_Y, 2000},
                                  kReport,
                                  kReport});
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].kind, EventKind::pointer_move);
    EXPECT_EQ(out[0].pointer, 34);
}

TEST(TouchSlots, a_finger_replaced_within_a_report_lifts_and_touches) {
    auto slots = slots_of(TouchSlots::Kind::multi_touch);
    told(slots, finger_at(0, 1, 0, 100) + std::vector<Raw>{kReport});
    const auto out = told(slots, finger_at(0, 2, 32767, 100) + std::vector<Raw>{kReport});
    ASSERT_EQ(out.size(), 2U);
    EXPECT_EQ(out[0].kind, EventKind::pointer_up);
    EXPECT_EQ(out[1].kind, EventKind::pointer_down);
}

TEST(TouchSlots, a_cancelled_finger_is_silent_until_it_is_lifted) {
    auto slots = slots_of(TouchSlots::Kind::multi_touch);
    told(slots, finger_at(0, 1, 0, 100) + std::vector<Raw>{kReport});
    std::vector<Event> out;
    slots.cancel(out);
    ASSERT_EQ(out.size(), 1U);
    EXPECT_EQ(out[0].kind, EventKind::pointer_cancel);
    EXPECT_FALSE(slots.any_down());
    EXPECT_TRUE(told(slots, {{EV_ABS, ABS_MT_POSITION_X, 9}, kReport}).empty());
    EXPECT_TRUE(told(slots, lifted(0)).empty());
    EXPECT_EQ(told(slots, finger_at(0, 2, 0, 100) + std::vector<Raw>{kReport}).size(), 1U);
}

TEST(TouchSlots, more_slots_than_there_are_fingers_do_no_harm) {
    auto slots = slots_of(TouchSlots::Kind::multi_touch);
    EXPECT_TRUE(told(slots, finger_at(4000, 1, 0, 100) + std::vector<Raw>{kReport}).empty());
    EXPECT_TRUE(told(slots, finger_at(-4, 1, 0, 100)).empty());
}

TEST(TouchSlots, an_absolute_pointer_touches_with_its_left_button_alone) {
    auto slots = slots_of(TouchSlots::Kind::single);
    EXPECT_TRUE(told(slots, {{EV_ABS, ABS_X, 32767}, {EV_ABS, ABS_Y, 4195}, kReport}).empty());
    EXPECT_TRUE(told(slots, {{EV_KEY, BTN_RIGHT, 1}, kReport}).empty());
    const auto down = told(slots, {{EV_KEY, BTN_LEFT, 1}, kReport});
    ASSERT_EQ(down.size(), 1U);
    EXPECT_EQ(down[0].at, (base::Point{1079, 1919}));
    const auto up = told(slots, {{EV_KEY, BTN_LEFT, 0}, kReport});
    ASSERT_EQ(up.size(), 1U);
    EXPECT_EQ(up[0].kind, EventKind::pointer_up);
}

TEST(TouchSlots, a_touch_on_a_turned_panel_is_where_the_picture_shows_it) {
    for (const Rotation rotation :
         {Rotation::none, Rotation::clockwise_90, Rotation::half, Rotation::clockwise_270}) {
        const Extent picture = turned(kGlassOfTouch, rotation);
        auto slots = slots_of(TouchSlots::Kind::multi_touch, rotation);
        std::mt19937 random(16);
        for (int round = 1; round <= 200; ++round) {
            // A pixel of the picture, touched where it is on the glass.
            const base::IntRect pixel{std::uniform_int_distribution(0, picture.width - 1)(random),
                                      std::uniform_int_distribution(0, picture.height - 1)(random),
                                      1, 1};
            const base::IntRect at = to_glass(pixel, picture, rotation);
            const double across = static_cast<double>(at.x) / (kGlassOfTouch.width - 1);
            const double down = static_cast<double>(at.y) / (kGlassOfTouch.height - 1);
            const auto out = told(slots, finger_at(0, round, static_cast<int>(across * 32767),
                                                   100 + static_cast<int>(down * 4095)) +
                                             std::vector<Raw>{kReport});
            ASSERT_FALSE(out.empty());
            EXPECT_NEAR(out.back().at.x, pixel.x, 1) << static_cast<int>(rotation);
            EXPECT_NEAR(out.back().at.y, pixel.y, 1) << static_cast<int>(rotation);
            told(slots, lifted(0));
        }
    }
}

TEST(TouchSlots, any_noise_leaves_downs_and_ups_in_pairs) {
    constexpr unsigned kCodes[] = {ABS_MT_SLOT, ABS_MT_TRACKING_ID, ABS_MT_POSITION_X,
                                   ABS_MT_POSITION_Y};
    auto slots = slots_of(TouchSlots::Kind::multi_touch);
    std::mt19937 random(7);
    std::set<std::int64_t> down;
    for (int i = 0; i < 20'000; ++i) {
        std::vector<Event> out;
        const auto code = kCodes[random() % std::size(kCodes)];
        const int value = static_cast<int>(random() % 40) - 2;
        if (random() % 5 == 0)
            slots.take(EV_SYN, SYN_REPORT, 0, out);
        else if (random() % 500 == 0)
            slots.cancel(out);
        else
            slots.take(EV_ABS, code, value, out);
        for (const Event& each : out) {
            if (each.kind == EventKind::pointer_down) {
                EXPECT_TRUE(down.insert(each.pointer).second);
            } else if (each.kind == EventKind::pointer_move) {
                EXPECT_TRUE(down.contains(each.pointer));
            } else {
                EXPECT_EQ(down.erase(each.pointer), 1U);
            }
        }
    }
    EXPECT_EQ(slots.any_down(), !down.empty());
}

}  // namespace candor::platform
