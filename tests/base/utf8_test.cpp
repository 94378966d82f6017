#include "base/utf8.h"

#include <gtest/gtest.h>

#include <vector>

namespace candor::base {
namespace {

std::vector<char32_t> code_points(std::string_view text) {
    std::vector<char32_t> out;
    for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
    return out;
}

}  // namespace

TEST(Utf8, every_code_point_comes_back) {
    for (char32_t c = 0; c <= 0x10FFFF; c = c < 0x3000 ? c + 1 : c + 97) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        append_utf8(text, c);
        ASSERT_EQ(code_points(text), std::vector{c});
        ASSERT_EQ(utf8_length(text), text.size());
        ASSERT_EQ(utf8_count(text), 1U);
    }
}

TEST(Utf8, wrong_bytes_are_told_one_at_a_time) {
    constexpr char32_t kNone = kInvalidCodePoint;
    EXPECT_EQ(code_points("a\xC3"), (std::vector<char32_t>{U'a', kNone}));
    EXPECT_EQ(code_points("\xC0\xAF"), (std::vector<char32_t>{kNone, kNone}));  // overlong
    EXPECT_EQ(code_points("\xED\xA0\x80"), (std::vector<char32_t>{kNone, kNone, kNone}));  // D800
    EXPECT_EQ(code_points("\xF4\x90\x80\x80").size(), 4U);  // above 10FFFF
    EXPECT_EQ(code_points("\xE2\x82z"), (std::vector<char32_t>{kNone, kNone, U'z'}));
    for (const char* text : {"a\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80"})
        EXPECT_FALSE(is_utf8(text));
    EXPECT_TRUE(is_utf8("Zoë, \u0635, \u20AC, \U0001F9D1"));
    EXPECT_EQ(utf8_length(""), 0U);
}

TEST(Utf8, boundary_is_the_start_of_a_character) {
    const std::string text = "a\u20ACb";
    EXPECT_EQ(boundary_before(text, 0), 0U);
    for (const std::size_t at : {1U, 2U, 3U}) EXPECT_EQ(boundary_before(text, at), 1U);
    EXPECT_EQ(boundary_before(text, 4), 4U);
    EXPECT_EQ(boundary_before(text, 99), text.size());
}

TEST(Utf8, caret_never_stands_between_a_letter_and_its_marks) {
    for (const std::string letter : {"a", "\u00E9", "e\u0301", "\u0635\u0651\u064E", "\u0647\u0670",
                                     "\u2764\uFE0F", "\U0001F9D1"}) {
        const std::string text = "x" + letter + "y";
        EXPECT_EQ(letter_after(text, 1), 1 + letter.size()) << letter;
        EXPECT_EQ(letter_before(text, 1 + letter.size()), 1U) << letter;
    }
    EXPECT_EQ(letter_before("", 0), 0U);
    EXPECT_EQ(letter_after("", 0), 0U);
    EXPECT_EQ(letter_after("ab", 2), 2U);
}

}  // namespace candor::base
