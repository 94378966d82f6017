#include "base/instant.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

#include "base/clock.h"

namespace candor::base {

TEST(Instant, utc_to_the_second_alone_is_one) {
    EXPECT_TRUE(is_utc_instant(utc_now()));
    for (const char* other :
         {"", "9999", "2026-11-22", "2026-11-22T12:40:00", "2026-11-22T12:40:00+00",
          "2026-11-22T12:40:00.5Z", "2026-11-22 12:40:00Z", "2026-11-2xT12:40:00Z"})
        EXPECT_FALSE(is_utc_instant(other)) << other;
}

TEST(Instant, hour_keeps_no_minute_and_what_is_no_instant_stays) {
    EXPECT_EQ(hour_of("2026-11-22T12:40:17Z"), "2026-11-22T12:00:00Z");
    EXPECT_EQ(hour_of("2026-11-22T23:59:59Z"), "2026-11-22T23:00:00Z");
    EXPECT_EQ(hour_of("2026-11-22T12:00:00Z"), "2026-11-22T12:00:00Z");
    EXPECT_EQ(hour_of("yesterday"), "yesterday");
    EXPECT_TRUE(is_hour("2026-11-22T12:00:00Z"));
    EXPECT_FALSE(is_hour("2026-11-22T12:00:01Z"));
    EXPECT_FALSE(is_hour("yesterday"));
}

TEST(Instant, seconds_and_text_are_each_other) {
    EXPECT_EQ(seconds_of("1970-01-01T00:00:00Z"), 0);
    EXPECT_EQ(instant_of(0), "1970-01-01T00:00:00Z");
    EXPECT_EQ(seconds_of("2026-11-22T12:40:17Z"), 1'795'351'217);
    for (const std::int64_t moment : {1'795'351'217LL, 951'782'400LL, 4'102'444'799LL})
        EXPECT_EQ(seconds_of(instant_of(moment)), moment);
}

TEST(Instant, offset_and_fraction_of_a_moment_from_elsewhere_are_understood) {
    const auto utc = seconds_of("2026-11-22T12:40:17Z");
    EXPECT_EQ(seconds_of("2026-11-22T13:40:17+01:00"), utc);
    EXPECT_EQ(seconds_of("2026-11-22T08:10:17-04:30"), utc);
    EXPECT_EQ(seconds_of("2026-11-22T12:40:17.25Z"), utc);
    EXPECT_EQ(seconds_of("2026-11-22T12:40:17.250+00:00"), utc);
}

TEST(Instant, what_is_no_moment_has_no_seconds) {
    for (const char* other :
         {"", "yesterday", "2026-11-22", "2026-11-22T12:40:17", "2026-02-29T00:00:00Z",
          "2026-13-01T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T12:60:00Z",
          "2026-11-22T12:40:17.Z", "2026-11-22T12:40:17+1:00", "2026-11-22T12:40:17Z "})
        EXPECT_EQ(seconds_of(other), std::nullopt) << other;
}

TEST(Instant, local_day_begins_where_the_clinic_is) {
    const std::string before = std::getenv("TZ") != nullptr ? std::getenv("TZ") : "";
    ::setenv("TZ", "XXX-03", 1);  // three hours east
    ::tzset();
    const auto start = start_of_local_day("2026-11-22");
    ASSERT_TRUE(start);
    EXPECT_EQ(instant_of(*start), "2026-11-21T21:00:00Z");
    EXPECT_EQ(local_words(*start, "%Y-%m-%d %H:%M"), "2026-11-22 00:00");
    EXPECT_EQ(local_day_of(*start), local_day_of(*start - 1) + 1);
    for (const char* none : {"2026-02-30", "2026-11-2", "2026-11-22T", "today", ""})
        EXPECT_EQ(start_of_local_day(none), std::nullopt) << none;
    before.empty() ? ::unsetenv("TZ") : ::setenv("TZ", before.c_str(), 1);
    ::tzset();
}

}  // namespace candor::base
