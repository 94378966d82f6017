#include "base/last_catch.h"

#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <stdexcept>

namespace candor::base {
namespace {

Fault fault_of(const std::function<void()>& work) { return contained("here", work).error(); }

}  // namespace

TEST(LastCatch, what_work_gives_is_given_on) {
    EXPECT_TRUE(contained("here", [] {}));
    EXPECT_EQ(contained("here", [] { return 7; }).value(), 7);
    const auto refused =
        contained("here", []() -> Result<int> { return fail(FaultKind::refused, "there", "no"); });
    EXPECT_EQ(refused.error().where, "there");
}

TEST(LastCatch, exception_is_a_fault_of_its_kind) {
    EXPECT_EQ(fault_of([] { throw std::bad_alloc(); }).kind, FaultKind::too_large);
    const Fault gone = fault_of([] {
        for (const auto& each : std::filesystem::directory_iterator("/nonexistent"))
            static_cast<void>(each);
    });
    EXPECT_EQ(gone.kind, FaultKind::not_found);
    EXPECT_EQ(gone.where, "here");
    EXPECT_EQ(fault_of([] { throw 7; }).kind, FaultKind::internal);
}

TEST(LastCatch, words_of_an_exception_are_not_told) {
    const Fault fault = fault_of([] { throw std::runtime_error("last read: 'Elif'"); });
    EXPECT_EQ(fault.kind, FaultKind::internal);
    EXPECT_EQ(fault.detail, "unexpected std::runtime_error");
}

TEST(LastCatch, program_that_throws_ends_with_1_and_unwinds) {
    bool unwound = false;
    struct Wiper {
        bool& done;
        ~Wiper() { done = true; }
    };
    EXPECT_EQ(run_program([&]() -> int {
                  const Wiper wiper{unwound};
                  throw std::runtime_error("x");
              }),
              1);
    EXPECT_TRUE(unwound);
    EXPECT_EQ(run_program([] { return 2; }), 2);
}

TEST(LastCatch, reader_that_went_away_ends_no_program) {
    EXPECT_EQ(run_program([] {
                  ::raise(SIGPIPE);
                  return 3;
              }),
              3);
}

}  // namespace candor::base
