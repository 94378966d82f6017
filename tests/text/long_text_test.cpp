#include "text/long_text.h"

#include <gtest/gtest.h>

#include <string>

namespace candor::text {
namespace {

void expect_bounded(const std::string& text, std::size_t longest) {
    const auto pieces = pieces_of_long_text(text);
    ASSERT_FALSE(pieces.empty());
    std::size_t at = 0;
    for (const auto& [begin, end] : pieces) {
        EXPECT_EQ(begin, at);
        EXPECT_LE(end - begin, longest);
        EXPECT_NE(text[begin] & 0xC0, 0x80);  // never inside a character
        at = end;
    }
    EXPECT_EQ(at, text.size());
}

std::string repeated(const std::string& unit, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += unit;
    return text;
}

}  // namespace

TEST(LongText, ordinary_text_is_left_whole) {
    EXPECT_TRUE(pieces_of_long_text("").empty());
    EXPECT_TRUE(pieces_of_long_text(repeated("hair ", 100)).empty());
    EXPECT_TRUE(pieces_of_long_text(std::string(100, 'x')).empty());
}

TEST(LongText, long_text_is_cut_before_words) {
    const std::string text = repeated("hair ", 2000);
    expect_bounded(text, 1100);
    for (const auto& [begin, end] : pieces_of_long_text(text)) EXPECT_EQ(text[begin], 'h');
}

TEST(LongText, long_word_is_cut_between_letters) {
    expect_bounded(std::string(2000, 'x'), 130);
    const std::string accented = repeated("e\u0301", 1000);
    for (const auto& [begin, end] : pieces_of_long_text(accented)) EXPECT_EQ(accented[begin], 'e');
}

TEST(LongText, long_runs_without_letters_are_cut_anywhere) {
    expect_bounded(repeated("😀", 1000), 520);
    expect_bounded(repeated(" ", 3000), 520);
    expect_bounded(repeated("\u0301", 3000), 520);
}

}  // namespace candor::text
