#include "text/sentences.h"

#include <gtest/gtest.h>

namespace candor::text {
namespace {

std::vector<std::string> split(const std::string& text, const std::string& language = "en") {
    std::vector<std::string> all;
    for (const Range& range : sentences(text, language))
        all.push_back(text.substr(range.begin, range.end - range.begin));
    return all;
}

using Split = std::vector<std::string>;

}  // namespace

TEST(Sentences, end_at_their_signs_and_have_no_spaces_around_them) {
    EXPECT_EQ(split("PRP is blood. Is it safe?  Nobody knows!"),
              (Split{"PRP is blood.", "Is it safe?", "Nobody knows!"}));
}

TEST(Sentences, numbers_with_points_are_not_broken) {
    EXPECT_EQ(split("It was 2.5 mm. That is little."),
              (Split{"It was 2.5 mm.", "That is little."}));
}

TEST(Sentences, of_arabic_end_at_its_own_signs) {
    EXPECT_EQ(split("هل هو آمن؟ لا أحد يعرف.", "ar"), (Split{"هل هو آمن؟", "لا أحد يعرف."}));
}

TEST(Sentences, text_without_a_sign_is_one) {
    EXPECT_EQ(split("What PRP is"), Split{"What PRP is"});
    EXPECT_EQ(split(""), Split{});
    EXPECT_EQ(split("   "), Split{});
}

TEST(Sentences, text_that_is_not_utf8_is_one) {
    EXPECT_EQ(split("One. \xff Two."), Split{"One. \xff Two."});
}

}  // namespace candor::text
