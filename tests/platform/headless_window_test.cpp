#include "platform/headless/headless_window.h"

#include <gtest/gtest.h>

#include <thread>

namespace candor::platform {

TEST(HeadlessWindow, pushed_events_come_in_order_and_once) {
    HeadlessWindow window(4, 4);
    window.push({.kind = EventKind::pointer_down, .at = {1, 2}});
    window.push({.kind = EventKind::pointer_up, .at = {1, 2}});
    std::vector<Event> events;
    window.wait(0, events);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].kind, EventKind::pointer_down);
    EXPECT_GT(events[0].time_ms, 0);
    EXPECT_EQ(events[1].kind, EventKind::pointer_up);
    window.wait(0, events);
    EXPECT_EQ(events.size(), 2U);
}

TEST(HeadlessWindow, wake_from_another_thread_ends_an_endless_wait) {
    HeadlessWindow window(4, 4);
    std::thread other([&] { window.wake(); });
    std::vector<Event> events;
    window.wait(-1, events);
    other.join();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, EventKind::woken);
}

TEST(HeadlessWindow, only_presented_rectangles_are_shown) {
    HeadlessWindow window(4, 4);
    const auto view = window.pixels().value();
    std::fill_n(view.pixels, 16, 0x123456U);
    const base::IntRect changed[] = {{3, 3, 9, 9}};
    ASSERT_TRUE(window.present(changed));
    EXPECT_EQ(window.shown().pixels[15], 0x123456U);
    EXPECT_EQ(window.shown().pixels[14], 0U);
    EXPECT_EQ(window.presents(), 1);
}

TEST(HeadlessWindow, resize_loses_the_pixels_and_says_so) {
    HeadlessWindow window(4, 4);
    window.pixels().value().pixels[0] = 1;
    window.resize(2, 8);
    std::vector<Event> events;
    window.wait(0, events);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, EventKind::resized);
    EXPECT_EQ(window.height(), 8);
    EXPECT_EQ(window.pixels().value().width, 2);
    EXPECT_EQ(window.pixels().value().pixels[0], 0U);
}

TEST(HeadlessWindow, lost_display_is_unreachable_until_it_comes_back) {
    HeadlessWindow window(4, 4);
    window.set_lost(true);
    EXPECT_EQ(window.pixels().error().kind, base::FaultKind::unreachable);
    EXPECT_EQ(window.present({}).error().kind, base::FaultKind::unreachable);
    window.set_lost(false);
    std::vector<Event> events;
    window.wait(0, events);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, EventKind::resumed);
    EXPECT_TRUE(window.pixels());
}

}  // namespace candor::platform
