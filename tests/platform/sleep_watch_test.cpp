#include "platform/sleep_watch.h"

#include <gtest/gtest.h>
#include <sys/timerfd.h>

#include <ctime>

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

TEST(SleepWatch, is_armed_far_beyond_2038) {
    constexpr std::int64_t kYear2200_s = 7'258'118'400;
    const SleepWatch watch;
    itimerspec left{};
    ASSERT_EQ(::timerfd_gettime(watch.fd(), &left), 0);
    EXPECT_GT(std::int64_t{std::time(nullptr)} + left.it_value.tv_sec, kYear2200_s);
}

}  // namespace candor::platform
