#include "kiosk/starts.h"

#include <gtest/gtest.h>

#include "base/scratch_folder.h"

namespace candor::kiosk {
namespace {

using content::Care;

class StartsTest : public testing::Test {
  protected:
    Care care_of_start() { return Starts(file_).care(); }
    void crashes(int times) {
        for (int i = 0; i < times; ++i) care_of_start();
    }

    base::ScratchFolder scratch_ = base::ScratchFolder::in_temp("candor-starts").value();
    std::filesystem::path file_ = scratch_.path() / "starts";
};

}  // namespace

TEST_F(StartsTest, after_three_in_vain_is_safe_and_after_six_asks_for_staff) {
    std::vector<Care> cares;
    for (int i = 0; i < 8; ++i) cares.push_back(care_of_start());
    EXPECT_EQ(cares, (std::vector{Care::usual, Care::usual, Care::usual, Care::safe, Care::safe,
                                  Care::safe, Care::ask_staff, Care::ask_staff}));
}

TEST_F(StartsTest, that_goes_well_forgets_those_before) {
    crashes(2);
    Starts(file_).went_well();
    crashes(3);
    EXPECT_EQ(care_of_start(), Care::safe);
}

TEST_F(StartsTest,
       that_goes_well_with_care_is_followed_by_one_with_less_and_one_crash_brings_it_back) {
    crashes(6);
    Starts asks(file_);
    ASSERT_EQ(asks.care(), Care::ask_staff);
    asks.went_well();
    EXPECT_EQ(care_of_start(), Care::safe);
    EXPECT_EQ(care_of_start(), Care::ask_staff);

    Starts(file_).went_well();
    Starts safe(file_);
    ASSERT_EQ(safe.care(), Care::safe);
    safe.went_well();
    EXPECT_EQ(care_of_start(), Care::usual);
    EXPECT_EQ(care_of_start(), Care::safe);
}

}  // namespace candor::kiosk
