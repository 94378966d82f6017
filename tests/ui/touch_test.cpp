#include "ui/touch.h"

#include <gtest/gtest.h>

namespace candor::ui {
namespace {

using GestureKind = Gesture::Kind;
using platform::EventKind;

constexpr float kSlop = 24;
constexpr WidgetId kList = 1, kRow = 2, kButton = 3;

/// Fingers on a screen with these targets, and what they asked for.
class Fingers {
  public:
    explicit Fingers(std::vector<TouchTarget> targets) : targets_(std::move(targets)) {}

    void down(std::int64_t time_ms, base::Point at, std::int64_t pointer = 0) {
        send(EventKind::pointer_down, time_ms, at, pointer);
    }
    void move(std::int64_t time_ms, base::Point at, std::int64_t pointer = 0) {
        send(EventKind::pointer_move, time_ms, at, pointer);
    }
    void up(std::int64_t time_ms, base::Point at, std::int64_t pointer = 0) {
        send(EventKind::pointer_up, time_ms, at, pointer);
    }
    void lost(std::int64_t time_ms, std::int64_t pointer = 0) {
        send(EventKind::pointer_cancel, time_ms, {}, pointer);
    }
    void wait_until(std::int64_t time_ms) { touch.tick(time_ms, gestures); }
    /// Another screen.
    void see(std::vector<TouchTarget> targets) { targets_ = std::move(targets); }

    std::vector<WidgetId> of(GestureKind kind) const {
        std::vector<WidgetId> ids;
        for (const Gesture& gesture : gestures)
            if (gesture.kind == kind) ids.push_back(gesture.id);
        return ids;
    }
    float dragged() const {
        float sum = 0;
        for (const Gesture& gesture : gestures)
            if (gesture.kind == GestureKind::drag) sum += gesture.dy;
        return sum;
    }

    Touch touch{kSlop};
    std::vector<Gesture> gestures;

  private:
    void send(EventKind kind, std::int64_t time_ms, base::Point at, std::int64_t pointer) {
        platform::Event event;
        event.kind = kind;
        event.time_ms = time_ms;
        event.at = at;
        event.pointer = pointer;
        touch.handle(event, targets_, gestures);
    }
    std::vector<TouchTarget> targets_;
};

using Ids = std::vector<WidgetId>;

TouchTarget button(base::Rect rect = {100, 100, 200, 100}) { return {kButton, rect, false, false}; }
TouchTarget list(base::Rect rect = {0, 0, 1000, 1000}) { return {kList, rect, true, false}; }
TouchTarget row(base::Rect rect = {100, 100, 200, 100}) { return {kRow, rect, false, false}; }

TEST(Touch, finger_that_comes_and_goes_taps) {
    Fingers fingers({button()});
    fingers.down(0, {150, 150});
    EXPECT_EQ(fingers.touch.pressed(), kButton);
    fingers.up(80, {150, 150});
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kButton});
    EXPECT_EQ(fingers.touch.pressed(), 0U);
    EXPECT_FALSE(fingers.touch.finger_down());
}

TEST(Touch, second_half_of_a_double_tap_takes_nothing_that_the_first_half_brought) {
    Fingers fingers({row()});
    fingers.down(0, {150, 150});
    fingers.up(60, {150, 150});
    fingers.see({button()});
    fingers.down(200, {170, 160});
    fingers.up(260, {170, 160});
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kRow});
    EXPECT_TRUE(fingers.of(GestureKind::missed).empty()) << "a habit, not a hand that shakes";
    fingers.down(900, {170, 160});
    fingers.up(960, {170, 160});
    EXPECT_EQ(fingers.of(GestureKind::tap), (Ids{kRow, kButton}));
}

TEST(Touch, quick_taps_take_what_stayed_or_lies_elsewhere) {
    Fingers fingers({row()});
    fingers.down(0, {150, 150});
    fingers.up(60, {150, 150});
    fingers.down(120, {150, 150});
    fingers.up(180, {150, 150});
    fingers.see({row(), {kButton, {100, 300, 200, 100}, false, false}});
    fingers.down(240, {150, 350});
    fingers.up(300, {150, 350});
    EXPECT_EQ(fingers.of(GestureKind::tap), (Ids{kRow, kRow, kButton}));
}

TEST(Touch, shaky_finger_within_slop_taps) {
    Fingers fingers({list(), row()});
    fingers.down(0, {150, 150});
    fingers.move(20, {165, 160});
    fingers.move(40, {140, 135});
    fingers.up(60, {160, 160});
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kRow});
    EXPECT_TRUE(fingers.of(GestureKind::drag).empty());
}

TEST(Touch, shaky_finger_over_the_edge_within_slop_taps) {
    Fingers fingers({button()});
    fingers.down(0, {295, 150});
    fingers.up(60, {315, 150});
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kButton});
}

TEST(Touch, finger_that_wanders_inside_a_large_widget_taps) {
    Fingers fingers({button({0, 0, 800, 800})});
    fingers.down(0, {100, 100});
    fingers.move(30, {600, 500});
    fingers.up(60, {600, 500});
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kButton});
}

TEST(Touch, finger_that_leaves_its_widget_taps_nothing) {
    Fingers fingers({button()});
    fingers.down(0, {150, 150});
    fingers.move(30, {400, 150});
    EXPECT_EQ(fingers.touch.pressed(), 0U);
    fingers.move(60, {150, 150});
    fingers.up(80, {150, 150});
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
}

TEST(Touch, finger_that_is_lifted_elsewhere_without_a_move_taps_nothing) {
    Fingers fingers({button(), {kRow, {600, 600, 100, 100}, false, false}});
    fingers.down(0, {150, 150});
    fingers.up(60, {650, 650});
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
}

TEST(Touch, drag_beyond_slop_scrolls_and_never_taps) {
    Fingers fingers({list(), row()});
    fingers.down(0, {150, 150});
    fingers.move(16, {150, 120});
    EXPECT_EQ(fingers.touch.pressed(), 0U);
    fingers.move(32, {150, 100});
    fingers.move(48, {150, 149});
    fingers.up(64, {150, 150});
    EXPECT_EQ(fingers.of(GestureKind::drag_start), Ids{kList});
    EXPECT_EQ(fingers.of(GestureKind::drag_end), Ids{kList});
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
}

TEST(Touch, drag_reports_every_pixel_after_its_start) {
    Fingers fingers({list()});
    fingers.down(0, {500, 800});
    fingers.move(16, {500, 770});
    fingers.move(32, {500, 700});
    fingers.move(48, {500, 640});
    fingers.up(64, {500, 600});
    EXPECT_FLOAT_EQ(fingers.dragged(), -170);
}

TEST(Touch, finger_across_a_list_neither_scrolls_nor_taps) {
    Fingers fingers({list(), row()});
    fingers.down(0, {150, 150});
    fingers.move(30, {500, 155});
    fingers.up(60, {500, 155});
    EXPECT_TRUE(fingers.of(GestureKind::drag_start).empty());
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
}

TEST(Touch, row_of_a_list_that_is_tapped_taps) {
    Fingers fingers({list(), row()});
    fingers.down(0, {150, 150});
    fingers.up(80, {150, 150});
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kRow});
    EXPECT_EQ(fingers.of(GestureKind::touch_down), Ids{kList});
}

TEST(Touch, button_above_a_list_taps_and_the_list_scrolls_under_it) {
    Fingers fingers({list(), button()});
    fingers.down(0, {150, 150});
    fingers.up(80, {150, 150});
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kButton});
    fingers.down(200, {150, 150});
    fingers.move(216, {150, 250});
    fingers.up(232, {150, 250});
    EXPECT_EQ(fingers.of(GestureKind::drag_start), Ids{kList});
    EXPECT_EQ(fingers.of(GestureKind::tap).size(), 1U);
}

TEST(Touch, what_lies_under_a_sheets_list_is_out_of_reach) {
    Fingers fingers({button({0, 0, 1000, 2000}), list({0, 1000, 1000, 1000})});
    fingers.down(0, {500, 1500});
    fingers.up(80, {500, 1500});
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
    fingers.down(200, {500, 500});
    fingers.up(280, {500, 500});
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kButton});
}

TEST(Touch, widget_drawn_last_is_the_one_that_is_tapped) {
    Fingers fingers({button({0, 0, 1000, 1000}), row()});
    fingers.down(0, {150, 150});
    fingers.up(80, {150, 150});
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kRow});
}

TEST(Touch, second_finger_is_ignored) {
    Fingers fingers({button(), {kRow, {600, 600, 100, 100}, false, false}});
    fingers.down(0, {150, 150}, 1);
    fingers.down(100, {650, 650}, 2);
    fingers.move(120, {900, 900}, 2);
    fingers.up(140, {650, 650}, 2);
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
    EXPECT_EQ(fingers.touch.pressed(), kButton);
    fingers.up(200, {150, 150}, 1);
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kButton});
}

TEST(Touch, second_finger_does_not_stop_a_drag) {
    Fingers fingers({list(), row()});
    fingers.down(0, {500, 800}, 1);
    fingers.move(16, {500, 700}, 1);
    fingers.down(2000, {150, 150}, 2);
    fingers.up(2040, {150, 150}, 2);
    fingers.move(2060, {500, 650}, 1);
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
    EXPECT_TRUE(fingers.of(GestureKind::drag_end).empty());
    EXPECT_FLOAT_EQ(fingers.dragged(), -50);
}

TEST(Touch, resting_palm_gives_way_to_a_new_finger) {
    Fingers fingers({list(), row(), {kButton, {600, 600, 100, 100}, false, false}});
    fingers.down(0, {900, 950}, 1);
    fingers.down(1500, {650, 650}, 2);
    EXPECT_EQ(fingers.touch.pressed(), kButton);
    fingers.move(1520, {890, 700}, 1);
    fingers.up(1560, {650, 650}, 2);
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kButton});
    EXPECT_TRUE(fingers.of(GestureKind::drag_start).empty());
}

TEST(Touch, palm_that_is_lifted_later_taps_nothing) {
    Fingers fingers({button(), {kRow, {600, 600, 100, 100}, false, false}});
    fingers.down(0, {150, 150}, 1);
    fingers.down(1500, {650, 650}, 2);
    fingers.up(1560, {650, 650}, 2);
    fingers.up(1700, {150, 150}, 1);
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kRow});
}

TEST(Touch, lost_finger_taps_nothing) {
    Fingers fingers({button()});
    fingers.down(0, {150, 150});
    fingers.lost(40);
    EXPECT_FALSE(fingers.touch.finger_down());
    fingers.up(80, {150, 150});
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
}

TEST(Touch, finger_lost_while_dragging_lets_the_list_go) {
    Fingers fingers({list()});
    fingers.down(0, {500, 800});
    fingers.move(16, {500, 700});
    fingers.lost(32);
    EXPECT_EQ(fingers.of(GestureKind::drag_end), Ids{kList});
}

TEST(Touch, lost_palm_leaves_the_finger_at_work) {
    Fingers fingers({button({0, 0, 1000, 1000})});
    fingers.down(0, {900, 900}, 1);
    fingers.down(1500, {150, 150}, 2);
    fingers.lost(1520, 1);
    fingers.up(1560, {150, 150}, 2);
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kButton});
}

TEST(Touch, finger_that_stays_presses_long_and_then_taps_nothing) {
    Fingers fingers({{kButton, {100, 100, 200, 100}, false, true}});
    fingers.down(1000, {150, 150});
    ASSERT_TRUE(fingers.touch.next_deadline_ms());
    const std::int64_t due = *fingers.touch.next_deadline_ms();
    EXPECT_GT(due, 1000);
    fingers.wait_until(due - 1);
    EXPECT_TRUE(fingers.of(GestureKind::long_press).empty());
    fingers.wait_until(due);
    EXPECT_EQ(fingers.of(GestureKind::long_press), Ids{kButton});
    EXPECT_FALSE(fingers.touch.next_deadline_ms());
    fingers.wait_until(due + 1000);
    fingers.up(due + 2000, {150, 150});
    EXPECT_EQ(fingers.of(GestureKind::long_press).size(), 1U);
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
}

TEST(Touch, finger_that_pressed_long_does_not_scroll_afterwards) {
    Fingers fingers({list(), {kRow, {100, 100, 200, 100}, false, true}});
    fingers.down(0, {150, 150});
    fingers.wait_until(5000);
    fingers.move(5020, {150, 400});
    fingers.up(5040, {150, 400});
    EXPECT_TRUE(fingers.of(GestureKind::drag_start).empty());
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
}

TEST(Touch, finger_that_stays_on_a_plain_button_taps) {
    Fingers fingers({button()});
    fingers.down(0, {150, 150});
    EXPECT_FALSE(fingers.touch.next_deadline_ms());
    fingers.wait_until(5000);
    fingers.up(5000, {150, 150});
    EXPECT_EQ(fingers.of(GestureKind::tap), Ids{kButton});
}

TEST(Touch, finger_that_drags_does_not_press_long) {
    Fingers fingers({list(), {kRow, {100, 100, 200, 100}, false, true}});
    fingers.down(0, {150, 150});
    fingers.move(16, {150, 250});
    EXPECT_FALSE(fingers.touch.next_deadline_ms());
    fingers.wait_until(5000);
    EXPECT_TRUE(fingers.of(GestureKind::long_press).empty());
}

TEST(Touch, press_that_is_forgotten_taps_nothing_but_still_drags) {
    Fingers fingers({list(), row()});
    fingers.down(0, {150, 150});
    fingers.touch.forget_press();
    fingers.up(50, {150, 150});
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
    fingers.down(100, {150, 150});
    fingers.touch.forget_press();
    fingers.move(116, {150, 250});
    EXPECT_EQ(fingers.of(GestureKind::drag_start), Ids{kList});
}

TEST(Touch, finger_that_was_never_put_down_does_nothing) {
    Fingers fingers({list(), row()});
    fingers.move(0, {150, 150}, 7);
    fingers.up(20, {150, 150}, 7);
    fingers.lost(40, 7);
    EXPECT_TRUE(fingers.gestures.empty());
}

TEST(Touch, finger_beside_everything_taps_nothing) {
    Fingers fingers({button()});
    fingers.down(0, {900, 900});
    fingers.up(50, {150, 150});
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
}

constexpr WidgetId kSlider = 4;

Fingers on_a_slider() {
    return Fingers({{kList, {0, 0, 400, 800}, true, false},
                    {kSlider, {50, 300, 300, 100}, false, false, true}});
}

TEST(Touch, finger_that_is_drawn_sideways_slides_and_taps_nothing) {
    Fingers fingers = on_a_slider();
    fingers.down(0, {100, 350});
    fingers.move(10, {110, 352});
    EXPECT_TRUE(fingers.of(GestureKind::slide).empty()) << "it may still become a tap";
    fingers.move(20, {160, 360});
    fingers.move(30, {390, 600});
    fingers.up(40, {380, 600});
    EXPECT_EQ(fingers.of(GestureKind::slide).size(), 3U);
    EXPECT_EQ(fingers.gestures.back().at.x, 380);
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
    EXPECT_TRUE(fingers.of(GestureKind::drag_start).empty()) << "nor does it scroll any more";
}

TEST(Touch, finger_that_is_drawn_down_from_a_slider_scrolls) {
    Fingers fingers = on_a_slider();
    fingers.down(0, {100, 350});
    fingers.move(10, {105, 390});
    fingers.move(20, {180, 450});
    fingers.up(30, {180, 450});
    EXPECT_TRUE(fingers.of(GestureKind::slide).empty());
    EXPECT_EQ(fingers.of(GestureKind::drag_start), std::vector<WidgetId>{kList});
}

TEST(Touch, tap_on_a_slider_is_a_tap) {
    Fingers fingers = on_a_slider();
    fingers.down(0, {100, 350});
    fingers.up(30, {108, 356});
    EXPECT_EQ(fingers.of(GestureKind::tap), std::vector<WidgetId>{kSlider});
}

TEST(Touch, finger_that_was_drawn_along_a_button_slides_nothing) {
    Fingers fingers({{kButton, {50, 300, 300, 100}, false, false}});
    fingers.down(0, {100, 350});
    fingers.move(10, {200, 350});
    EXPECT_TRUE(fingers.of(GestureKind::slide).empty());
}

std::size_t missed(const Fingers& fingers) { return fingers.of(GestureKind::missed).size(); }

TEST(Touch, touch_beside_off_too_short_or_twice_is_told_as_missed) {
    const TouchTarget button{kButton, {100, 100, 200, 100}};
    Fingers beside({button}), off({button}), brief({button}), twice({button});
    beside.down(0, {150, 230});
    beside.up(80, {150, 230});
    EXPECT_EQ(missed(beside), 1U);
    off.down(0, {150, 150});
    off.move(40, {150, 330});
    off.up(80, {150, 330});
    EXPECT_EQ(missed(off), 1U);
    brief.down(0, {150, 150});
    brief.up(10, {150, 150});
    EXPECT_EQ(missed(brief), 1U);
    EXPECT_EQ(brief.of(GestureKind::tap), std::vector<WidgetId>{kButton})
        << "it counts all the same";
    twice.down(0, {150, 150});
    twice.up(80, {150, 150});
    twice.down(110, {150, 150});
    twice.up(190, {150, 150});
    EXPECT_EQ(missed(twice), 1U);
}

TEST(Touch, what_is_meant_is_not_told_as_missed) {
    const TouchTarget button{kButton, {100, 100, 200, 100}};
    const TouchTarget list{kList, {0, 0, 1000, 1000}, true};
    Fingers taps({list, button});
    for (int i = 0; i < 5; ++i) {
        taps.down(i * 200, {150, 150});
        taps.up(i * 200 + 80, {150, 150});
    }
    taps.down(2000, {800, 800});  // on a text, far from all that can be touched
    taps.up(2080, {800, 800});
    taps.down(3000, {150, 150});  // scrolls
    taps.move(3050, {150, 400});
    taps.up(3100, {150, 400});
    EXPECT_EQ(missed(taps), 0U);
}

TEST(Touch, steady_touch_lets_a_finger_wander_rest_and_touch_twice) {
    Fingers fingers(std::vector<TouchTarget>{{kButton, {0, 0, 100, 100}}});
    fingers.touch.set_care({kSlop, true});
    fingers.down(1000, {50, 50});
    fingers.move(1100, {95 + kSlop, 50});  // a plain slop would still take it for a press
    fingers.move(1150, {98 + 2 * kSlop, 50});
    fingers.up(1200, {98 + 2 * kSlop, 50});
    EXPECT_EQ(fingers.of(GestureKind::tap).size(), 1U) << "it wandered further than others may";
    fingers.down(1300, {50, 50});
    fingers.up(1450, {50, 50});
    EXPECT_EQ(fingers.of(GestureKind::tap).size(), 1U) << "right after the first";
    fingers.down(3000, {50, 50});
    fingers.up(3040, {50, 50});
    EXPECT_EQ(fingers.of(GestureKind::tap).size(), 1U) << "it did not rest";
    fingers.down(4000, {50, 50});
    fingers.up(4200, {50, 50});
    EXPECT_EQ(fingers.of(GestureKind::tap).size(), 2U);
}

TEST(Touch, handle_that_is_pulled_far_down_is_pressed_and_a_little_is_nothing) {
    TouchTarget handle{kButton, {0, 0, 100, 100}};
    handle.pulls = true;
    Fingers fingers(std::vector<TouchTarget>{handle});
    fingers.down(1000, {50, 50});
    fingers.move(1050, {50, 50 + 2 * kSlop});
    EXPECT_EQ(fingers.touch.pressed(), kButton) << "it follows the finger";
    fingers.up(1100, {50, 50 + 2 * kSlop});
    EXPECT_TRUE(fingers.of(GestureKind::tap).empty());
    fingers.down(2000, {50, 50});
    fingers.move(2050, {50, 50 + 10 * kSlop});
    fingers.up(2100, {50, 50 + 10 * kSlop});
    EXPECT_EQ(fingers.of(GestureKind::tap), std::vector<WidgetId>{kButton});
    fingers.down(3000, {50, 50});
    fingers.up(3050, {50, 50});
    EXPECT_EQ(fingers.of(GestureKind::tap).size(), 2U) << "a tap does it too";
}

}  // namespace
}  // namespace candor::ui
