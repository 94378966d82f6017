#include "kiosk/code_tries.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <limits>
#include <optional>

namespace candor::kiosk {
namespace {

constexpr std::int64_t kMinuteMs = 60'000, kStartMs = 5'000'000;

class CodeTriesTest : public testing::Test {
  protected:
    CodeTriesTest() {
        std::string name = testing::TempDir() + "candor-tries-XXXXXX";
        folder_ = ::mkdtemp(name.data());
        starts();
    }
    ~CodeTriesTest() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path file() const { return folder_ / "staff-code-tries"; }
    /// The kiosk is started (again).
    void starts() { tries_.emplace(file(), now_ms_); }
    void types_wrong_codes(int count) {
        for (int i = 0; i < count; ++i) {
            tries_->take(now_ms_);
            ASSERT_TRUE(tries_->keep());
        }
    }
    std::int64_t wait_ms() const { return tries_->wait_ms(now_ms_); }

    std::filesystem::path folder_;
    std::int64_t now_ms_ = kStartMs;
    std::optional<CodeTries> tries_;
};

}  // namespace

TEST_F(CodeTriesTest, five_are_free_and_then_one_a_minute) {
    types_wrong_codes(4);
    EXPECT_EQ(wait_ms(), 0);
    types_wrong_codes(1);
    EXPECT_EQ(wait_ms(), kMinuteMs);
    now_ms_ += kMinuteMs;
    EXPECT_EQ(wait_ms(), 0);
    types_wrong_codes(1);
    EXPECT_EQ(wait_ms(), kMinuteMs) << "never longer, however many";
    EXPECT_EQ(tries_->wrong(), 6);
}

TEST_F(CodeTriesTest, restart_gives_none_back) {
    types_wrong_codes(5);
    now_ms_ += 10'000;
    starts();
    EXPECT_EQ(wait_ms(), kMinuteMs - 10'000);
    EXPECT_EQ(tries_->wrong(), 5);
}

TEST_F(CodeTriesTest, machine_that_starts_anew_counts_from_nought_and_waits_a_minute_at_most) {
    types_wrong_codes(5);
    now_ms_ = 3'000;
    starts();
    EXPECT_EQ(wait_ms(), kMinuteMs);
    types_wrong_codes(0);
    now_ms_ += kMinuteMs;
    EXPECT_EQ(wait_ms(), 0);
}

TEST_F(CodeTriesTest, right_code_forgets_the_wrong_ones) {
    types_wrong_codes(4);
    tries_->take(now_ms_);
    tries_->was_right(now_ms_);
    ASSERT_TRUE(tries_->keep());
    starts();
    types_wrong_codes(4);
    EXPECT_EQ(wait_ms(), 0);
    EXPECT_EQ(tries_->wrong(), 4);
}

TEST_F(CodeTriesTest, quiet_minutes_give_five_back_and_no_more) {
    types_wrong_codes(5);
    now_ms_ += 100 * kMinuteMs;
    types_wrong_codes(5);
    EXPECT_EQ(wait_ms(), kMinuteMs);
}

/// Whoever can write the file can write kiosk.yaml too; a power cut must not lock anybody out.
TEST_F(CodeTriesTest, damaged_file_is_no_free_try_and_a_minute_at_most) {
    const std::string far = std::to_string(std::numeric_limits<std::int64_t>::max());
    for (const std::string& text :
         {std::string(), std::string("left: 5"), std::string("left: 5\nfrom_ms: 1\nwrong: 1\nx"),
          std::string("left: -5\nfrom_ms: 1\nwrong: 1\n"), std::string(500, 'x'),
          "left: 0\nfrom_ms: " + far + "\nwrong: 0\n",
          std::string("left: 0\nfrom_ms: -" + far + "\nwrong: 0\n")}) {
        std::ofstream(file(), std::ios::trunc) << text;
        starts();
        EXPECT_EQ(wait_ms(), kMinuteMs) << text;
    }
}

TEST_F(CodeTriesTest, disk_that_refuses_still_counts_until_the_end) {
    std::filesystem::create_directory(file());
    starts();
    for (int i = 0; i < 5; ++i) {
        tries_->take(now_ms_);
        EXPECT_FALSE(tries_->keep());
    }
    EXPECT_EQ(wait_ms(), kMinuteMs);
}

}  // namespace candor::kiosk
