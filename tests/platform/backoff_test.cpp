#include "platform/backoff.h"

#include <gtest/gtest.h>

namespace candor::platform {

TEST(Backoff, nothing_failed_is_never_due) {
    Backoff backoff;
    EXPECT_FALSE(backoff.take_due(1'000'000));
    EXPECT_EQ(backoff.left_ms(0), -1);
}

TEST(Backoff, failure_is_due_once_after_its_delay) {
    Backoff backoff;
    backoff.failed(1000);
    EXPECT_EQ(backoff.left_ms(1100), 150);
    EXPECT_FALSE(backoff.take_due(1249));
    EXPECT_TRUE(backoff.take_due(1250));
    EXPECT_FALSE(backoff.take_due(1251));
    EXPECT_EQ(backoff.left_ms(1251), -1);
}

TEST(Backoff, repeated_failures_wait_longer_up_to_a_cap) {
    Backoff backoff;
    backoff.failed(0);
    backoff.failed(0);
    EXPECT_EQ(backoff.left_ms(0), 500);
    for (int i = 0; i < 40; ++i) backoff.failed(0);
    EXPECT_EQ(backoff.left_ms(0), 8000);
}

TEST(Backoff, success_starts_again_at_the_shortest_delay) {
    Backoff backoff;
    backoff.failed(0);
    backoff.failed(0);
    backoff.succeeded();
    EXPECT_FALSE(backoff.pending());
    backoff.failed(0);
    EXPECT_EQ(backoff.left_ms(0), 250);
}

}  // namespace candor::platform
