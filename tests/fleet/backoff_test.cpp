#include "fleet/backoff.h"

#include <gtest/gtest.h>

namespace candor::fleet {

TEST(Backoff, waits_double_up_to_a_quarter_of_an_hour_and_stay_there) {
    Backoff longest([] { return 0.999999; });
    std::int64_t last = longest.next_ms();
    EXPECT_NEAR(static_cast<double>(last), 1'000, 1);
    for (int i = 1; i < 10; ++i) {
        const auto next = longest.next_ms();
        EXPECT_NEAR(static_cast<double>(next), 2 * static_cast<double>(last), 4);
        last = next;
    }
    for (int i = 0; i < 10'000; ++i) last = longest.next_ms();
    EXPECT_NEAR(static_cast<double>(last), 15 * 60'000, 1);
    EXPECT_LE(last, Backoff::kLongestMs);
}

TEST(Backoff, chance_takes_up_to_half_of_a_wait) {
    double random = 0;
    Backoff backoff([&] { return random; });
    EXPECT_EQ(backoff.next_ms(), 500);
    random = 0.5;
    EXPECT_EQ(backoff.next_ms(), 1'500);
}

TEST(Backoff, success_begins_anew) {
    Backoff backoff([] { return 0.0; });
    for (int i = 0; i < 5; ++i) backoff.next_ms();
    backoff.reset();
    EXPECT_EQ(backoff.next_ms(), 500);
}

}  // namespace candor::fleet
