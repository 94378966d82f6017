#include "consult/instant.h"

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

}  // namespace candor::consult
