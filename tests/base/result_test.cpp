#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>

namespace candor::base {
namespace {

Result<int> half(int number) {
    if (number % 2 != 0) return fail(FaultKind::refused, "half", "it is odd");
    return number / 2;
}

Result<void> must_be_even(int number) {
    TRY(half(number));
    return {};
}

Result<std::unique_ptr<int>> quarter(int number) {
    TRY(must_be_even(number));
    const int first = TRY(half(number));
    const auto second = half(first);
    return std::make_unique<int>(TRY(second));
}

}  // namespace

TEST(Try, what_a_result_holds_is_used_and_its_fault_leaves) {
    EXPECT_EQ(*quarter(12).value(), 3);
    EXPECT_EQ(quarter(3).error(), (Fault{FaultKind::refused, "half", "it is odd"}));
    EXPECT_EQ(quarter(6).error().kind, FaultKind::refused);
    auto owner = [](int number) -> Result<int> {
        const std::unique_ptr<int> moved = TRY(quarter(number));
        return *moved;
    };
    EXPECT_EQ(owner(8), 2);
}

}  // namespace candor::base
