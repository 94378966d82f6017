#include "platform/sdl/sleep_watch.h"

#include <gtest/gtest.h>

namespace candor::platform {

TEST(SleepWatch, machine_that_stayed_awake_did_not_sleep) {
    SleepWatch watch;
    EXPECT_FALSE(watch.slept());
    EXPECT_GE(watch.fd(), 0);
}

TEST(SleepWatch, boot_clock_that_jumped_ahead_is_a_sleep_once) {
    SleepWatch watch;
    watch.slept(50'000, 40'000);
    EXPECT_FALSE(watch.slept(60'000, 50'000));
    EXPECT_TRUE(watch.slept(70'000, 57'000));
    EXPECT_FALSE(watch.slept(71'000, 58'000));
}

TEST(SleepWatch, short_gap_is_not_a_sleep) {
    SleepWatch watch;
    watch.slept(50'000, 40'000);
    EXPECT_FALSE(watch.slept(60'000, 48'000));
}

}  // namespace candor::platform
