#include "kiosk/delivery_words.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

#include "ui/strings.h"

namespace candor::kiosk {

using consult::CourierWord;
using consult::DeliveryProblem;

TEST(DeliveryWords, moments_are_local) {
    ::setenv("TZ", "UTC-3", 1);
    ::tzset();
    EXPECT_EQ(local_moment("2027-01-15T22:30:00Z"), "2027-01-16 01:30");
    EXPECT_EQ(local_moment(""), "");
    EXPECT_EQ(local_moment("soon"), "");
}

TEST(DeliveryWords, good_word_has_no_problem) {
    CourierWord word;
    word.waiting = 3;
    const auto told = to_staff(word);
    EXPECT_EQ(told.waiting, 3);
    EXPECT_EQ(told.problem, "");
}

TEST(DeliveryWords, every_problem_has_words) {
    const auto strings =
        ui::Strings::load(std::filesystem::path(CANDOR_SOURCE_DIR) / "assets/strings/en.yaml");
    ASSERT_TRUE(strings);
    for (int i = 1; i <= static_cast<int>(DeliveryProblem::other); ++i) {
        CourierWord word;
        word.problem = static_cast<DeliveryProblem>(i);
        const std::string key = to_staff(word).problem;
        EXPECT_NE((*strings)(key), key);
    }
}

}  // namespace candor::kiosk
