#include "desk/shell/moments.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

#include "base/instant.h"

namespace candor::desk {
namespace {

class Moments : public testing::Test {
  protected:
    void SetUp() override {
        ::setenv("TZ", "UTC", 1);
        ::tzset();
    }
    std::string age(std::int64_t seconds) const { return age_words(english, noon - seconds, noon); }
    const std::int64_t noon = base::seconds_of("2026-11-25T12:00:00Z").value();
    const ui::Strings english =
        ui::Strings::load(CANDOR_SOURCE_DIR "/assets/desk-strings/en.yaml").value();
};

TEST_F(Moments, ages_are_told_by_minutes_hours_and_days) {
    EXPECT_EQ(age(20), "just now");
    EXPECT_EQ(age(-300), "just now");
    EXPECT_EQ(age(18 * 60), "18 min");
    EXPECT_EQ(age(2 * 3600), "2 h");
    EXPECT_EQ(age(26 * 3600), "yesterday");
    EXPECT_EQ(age(3 * 86'400), "3 days");
    EXPECT_EQ(age(8 * 86'400), "2026-11-17");
}

TEST_F(Moments, small_hours_do_not_make_a_short_while_yesterday) {
    const std::int64_t one = base::seconds_of("2026-11-25T01:00:00Z").value();
    EXPECT_EQ(age_words(english, one - 2 * 3600, one), "2 h");
}

TEST_F(Moments, moment_of_today_has_no_date) {
    EXPECT_EQ(moment_words(noon - 3600, noon), "11:00");
    EXPECT_EQ(moment_words(noon - 86'400, noon), "2026-11-24 12:00");
}

TEST_F(Moments, of_an_hour_no_minutes_are_told) {
    const auto known = Known::to_the_hour;
    EXPECT_EQ(age_words(english, noon, noon + 40 * 60, known), "under 1 h");
    EXPECT_EQ(age_words(english, noon, noon + 2 * 3600, known), "2 h");
    EXPECT_EQ(moment_words(noon, noon, known), "12:00–13:00");
    EXPECT_EQ(moment_words(noon - 86'400, noon, known), "2026-11-24 12:00–13:00");
}

}  // namespace
}  // namespace candor::desk
