#include "ctl/moments.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <time.h>

namespace candor::ctl {
namespace {

/// Local time of another place while it lives.
class Zone {
  public:
    explicit Zone(const char* name) {
        ::setenv("TZ", name, 1);
        ::tzset();
    }
    ~Zone() {
        ::unsetenv("TZ");
        ::tzset();
    }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;
};

}  // namespace

TEST(Moments, day_begins_where_the_staff_are) {
    const Zone istanbul("UTC-3");
    EXPECT_EQ(start_of_day("2026-11-22"), "2026-11-21T21:00:00Z");
}

TEST(Moments, what_is_no_day_is_none) {
    for (const char* date : {"", "2026", "2026-02-30", "2026-13-01", "2026-11-22 ", "26-11-22"})
        EXPECT_EQ(start_of_day(date), std::nullopt) << date;
}

TEST(Moments, days_before_goes_over_months_and_years) {
    EXPECT_EQ(days_before("2026-01-01T12:00:00Z", 1), "2025-12-31T12:00:00Z");
    EXPECT_EQ(days_before("2026-01-01T12:00:00Z", 0), "2026-01-01T12:00:00Z");
}

TEST(Moments, age_is_in_the_largest_whole_unit) {
    constexpr const char* kNow = "2026-11-22T12:00:00Z";
    EXPECT_EQ(age("2026-11-22T12:00:01Z", kNow), "0 min");
    EXPECT_EQ(age("2026-11-22T11:00:01Z", kNow), "59 min");
    EXPECT_EQ(age("2026-11-22T11:00:00Z", kNow), "1 h");
    EXPECT_EQ(age("2026-11-20T12:00:00Z", kNow), "2 d");
}

TEST(Moments, of_an_hour_no_minutes_are_told) {
    EXPECT_EQ(age("2026-11-22T12:00:00Z", "2026-11-22T12:40:00Z"), "< 1 h");
    EXPECT_EQ(age("2026-11-22T12:00:00Z", "2026-11-22T14:10:00Z"), "2 h");
    EXPECT_EQ(moment("2026-11-22T12:00:00Z"), "2026-11-22T12Z");
    EXPECT_EQ(moment("2026-11-22T12:40:17Z"), "2026-11-22T12:40:17Z");
    EXPECT_EQ(moment("yesterday"), "yesterday");
}

}  // namespace candor::ctl
