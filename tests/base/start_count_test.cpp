#include "base/start_count.h"

#include <gtest/gtest.h>

#include "base/scratch_folder.h"

namespace candor::base {
namespace {

class StartCount : public testing::Test {
  protected:
    ScratchFolder scratch_ = ScratchFolder::in_temp("candor-starts").value();
    std::filesystem::path file_ = scratch_.path() / "starts";
};

}  // namespace

TEST_F(StartCount, counts_from_none_and_is_set_back) {
    EXPECT_EQ(starts_in_vain(file_), 0);
    for (int i = 1; i <= 4; ++i) {
        count_start(file_);
        EXPECT_EQ(starts_in_vain(file_), i);
    }
    leave_starts(file_, 2);
    EXPECT_EQ(starts_in_vain(file_), 2);
    leave_starts(file_, 5);
    EXPECT_EQ(starts_in_vain(file_), 2) << "nothing is made up";
    leave_starts(file_, 0);
    EXPECT_EQ(starts_in_vain(file_), 0);
}

TEST_F(StartCount, does_not_grow_for_ever) {
    for (int i = 0; i < 300; ++i) count_start(file_);
    EXPECT_EQ(starts_in_vain(file_), 100);
    EXPECT_EQ(std::filesystem::file_size(file_), 100U);
}

TEST_F(StartCount, that_cannot_be_kept_counts_nothing) {
    const auto nowhere = scratch_.path() / "gone/starts";
    count_start(nowhere);
    leave_starts(nowhere, 0);
    EXPECT_EQ(starts_in_vain(nowhere), 0);
    EXPECT_EQ(starts_in_vain(scratch_.path()), 0) << "a folder is no count";
}

}  // namespace candor::base
