#include "ui/missed_touches.h"

#include <gtest/gtest.h>

namespace candor::ui {

TEST(MissedTouches, several_within_a_while_are_noticed) {
    MissedTouches missed;
    for (const std::int64_t at : {1000, 5000, 9000}) missed.add(at);
    EXPECT_FALSE(missed.noticed());
    missed.add(21'000);
    EXPECT_TRUE(missed.noticed());
    missed.add(900'000);
    EXPECT_TRUE(missed.noticed()) << "what was noticed stays";
    missed.forget();
    EXPECT_FALSE(missed.noticed());
}

TEST(MissedTouches, as_many_over_a_long_time_are_nothing) {
    MissedTouches missed;
    for (std::int64_t at = 0; at < 200'000; at += 7000) missed.add(at);
    EXPECT_FALSE(missed.noticed());
}

}  // namespace candor::ui
