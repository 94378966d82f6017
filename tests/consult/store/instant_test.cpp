#include "consult/store/instant.h"

#include <gtest/gtest.h>

#include "base/clock.h"

namespace candor::consult {

TEST(Instant, utc_to_the_second_alone_is_one) {
    EXPECT_TRUE(is_utc_instant(base::utc_now()));
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

}  // namespace candor::consult
