#include "screening/model/decimal.h"

#include <gtest/gtest.h>

namespace candor::screening {
namespace {

std::partial_ordering order(const char* left, const char* right) {
    return compare_decimals(*to_decimal(left), *to_decimal(right));
}

}  // namespace

TEST(Decimals, every_digit_counts) {
    EXPECT_TRUE(order("0.123456789012345678", "0.123456789012345679") < 0);
    EXPECT_TRUE(order("-0.123456789012345678", "-0.123456789012345679") > 0);
    EXPECT_TRUE(order("9007199254740993", "9007199254740992") > 0);
}

TEST(Decimals, writing_does_not) {
    for (const auto& [left, right] :
         {std::pair{"1.0", "1.00"}, std::pair{"1e3", "1000"}, std::pair{"0.5", "5e-1"},
          std::pair{"0", "-0.0"}, std::pair{"0e5", "0"}, std::pair{"1200", "1.2E+3"}})
        EXPECT_TRUE(order(left, right) == 0) << left << ' ' << right;
}

TEST(Decimals, places_are_counted_as_written) {
    EXPECT_EQ(decimal_places(*to_decimal("12")), 0);
    EXPECT_EQ(decimal_places(*to_decimal("1.50")), 2);
    EXPECT_EQ(decimal_places(*to_decimal("1.5e-3")), 4);
    EXPECT_EQ(decimal_places(*to_decimal("1.5e3")), 0);
}

}  // namespace candor::screening
