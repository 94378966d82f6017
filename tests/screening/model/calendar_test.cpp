#include "screening/model/calendar.h"

#include <gtest/gtest.h>

namespace candor::screening {

TEST(DateTimes, moment_is_the_same_in_every_zone) {
    EXPECT_TRUE(compare_date_times("2026-11-22T10:00:00Z", "2026-11-22T13:00:00+03:00") == 0);
    EXPECT_TRUE(compare_date_times("2026-11-23T00:30:00+02:00", "2026-11-22T22:30:00Z") == 0);
    EXPECT_TRUE(compare_date_times("2026-01-01T00:00:00+14:00", "2025-12-31T10:00:00Z") == 0);
}

TEST(DateTimes, are_ordered_by_moment_and_not_by_letters) {
    EXPECT_TRUE(compare_date_times("2026-11-22T10:00:00-05:00", "2026-11-22T14:59:59Z") > 0);
    EXPECT_TRUE(compare_date_times("2026-11-22T23:00:00+10:00", "2026-11-22T14:00:00Z") < 0);
}

TEST(DateTimes, parts_of_a_second_count_and_zeros_do_not) {
    EXPECT_TRUE(compare_date_times("2026-11-22T10:00:00Z", "2026-11-22T10:00:00.000Z") == 0);
    EXPECT_TRUE(compare_date_times("2026-11-22T10:00:00.45Z", "2026-11-22T10:00:00.5Z") < 0);
}

TEST(DateTimes, days_alone_compare_as_dates_do) {
    EXPECT_TRUE(compare_date_times("2026-11", "2026-12") < 0);
    EXPECT_TRUE(compare_date_times("2026-11-22", "2026-11-22") == 0);
    EXPECT_TRUE(compare_date_times("2026", "2026-11") == std::partial_ordering::unordered);
}

TEST(DateTimes, moment_against_a_day_is_ordered_only_where_no_zone_could_make_them_meet) {
    const auto unordered = std::partial_ordering::unordered;
    EXPECT_TRUE(compare_date_times("2026-11-22T12:00:00Z", "2026-11-22") == unordered);
    EXPECT_TRUE(compare_date_times("2026-11-21T10:00:00Z", "2026-11-22") == unordered);
    EXPECT_TRUE(compare_date_times("2026-11-21T09:59:59Z", "2026-11-22") < 0);
    EXPECT_TRUE(compare_date_times("2026-11-23T11:59:59Z", "2026-11-22") == unordered);
    EXPECT_TRUE(compare_date_times("2026-11-22", "2026-11-23T12:00:00Z") < 0);
    EXPECT_TRUE(compare_date_times("2026", "2027-06-01T00:00:00Z") < 0);
}

TEST(DateTimes, need_their_seconds_and_their_zone) {
    for (const char* right :
         {"2026", "2026-11", "2026-11-22", "2026-11-22T10:30:00Z", "2026-11-22T10:30:60Z",
          "2026-11-22T10:30:00.123+14:00", "2024-02-29T23:59:59-13:59"})
        EXPECT_TRUE(is_date_time(right)) << right;
    for (const char* wrong :
         {"", "2026-11-22T10:30:00", "2026-11-22T10:30Z", "2026-11-22T24:00:00Z",
          "2026-11-22T10:60:00Z", "2026-11-22T10:30:61Z", "2026-11-22T10:30:00+14:01",
          "2026-11-22T10:30:00+3:00", "2026-02-30T10:30:00Z", "2026-11T10:30:00Z",
          "2026-11-22 10:30:00Z", "2026-11-22T10:30:00.Z", "2026-11-22T", "2026-11-22TZ"})
        EXPECT_FALSE(is_date_time(wrong)) << wrong;
}

TEST(Times, have_two_digits_and_no_zone) {
    for (const char* right : {"00:00:00", "23:59:59", "10:30:00.5", "23:59:60"})
        EXPECT_TRUE(is_time(right)) << right;
    for (const char* wrong :
         {"", "10:30", "24:00:00", "1:30:00", "10:30:00Z", "10:60:00", "10:30:61", "10:30:00."})
        EXPECT_FALSE(is_time(wrong)) << wrong;
}

TEST(Times, compare_by_the_clock) {
    EXPECT_TRUE(compare_times("09:30:00", "10:00:00") < 0);
    EXPECT_TRUE(compare_times("10:00:00.100", "10:00:00.1") == 0);
    EXPECT_TRUE(compare_times("10:00:00.2", "10:00:00.11") > 0);
}

}  // namespace candor::screening
