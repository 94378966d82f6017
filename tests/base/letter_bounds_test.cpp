#include <gtest/gtest.h>

#include "base/utf8.h"

namespace candor::base {
namespace {

/// What people see as one letter each.
const std::vector<std::string> kLetters{
    "a",
    "é",
    "e\u0301",
    "n\u0303\u0323",
    "ş",
    "\u0635\u0651\u064E",  // sad with shadda and fatha
    "\u0647\u0670",        // heh with a small alef
    "\u0628\u06E1",        // beh with a Quranic mark
    "\u05E9\u05C1\u05B8",  // shin with its dot and qamats
    "\u0915\u094D",        // ka with virama
    "\u0BA8\u0BBF",        // ni in Tamil
    "\u0E19\u0E49",        // no nu with mai tho
    "\u1112\u1161\u11AB",  // han in jamo
    "\uAC00\u11A8",        // ga, and its final consonant
    "❤\uFE0F",
    "1\uFE0F\u20E3",  // keycap
    "😀",
    "👍🏽",                                                          // with a skin tone
    "👩🏽\u200D⚕\uFE0F",                                           // doctor
    "👨\u200D👩\u200D👧\u200D👦",                                            // family
    "🏳\uFE0F\u200D🌈",                                              // rainbow flag
    "🇹🇷",                                                                // flag of two letters
    "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",  // flag by tags
    "\r\n",
};

}  // namespace

TEST(LetterBounds, backspace_takes_a_whole_letter) {
    for (const std::string& letter : kLetters) {
        const std::string text = "x" + letter + "y";
        EXPECT_EQ(letter_after(text, 1), 1 + letter.size()) << letter;
        EXPECT_EQ(letter_before(text, 1 + letter.size()), 1U) << letter;
        EXPECT_EQ(letter_before(letter, letter.size()), 0U) << letter;
    }
}

TEST(LetterBounds, letters_behind_each_other_stay_apart) {
    for (const std::string& first : kLetters)
        for (const std::string& second : kLetters) {
            const std::string text = first + second;
            if (first == "\u1112\u1161\u11AB" || second == "\u1112\u1161\u11AB") continue;
            EXPECT_EQ(letter_after(text, 0), first.size()) << text;
            EXPECT_EQ(letter_before(text, text.size()), first.size()) << text;
        }
}

TEST(LetterBounds, flags_go_in_pairs) {
    const std::string turkey = "🇹🇷", spain = "🇪🇸", text = turkey + spain + "🇩";
    EXPECT_EQ(letter_before(text, text.size()), 16U);
    EXPECT_EQ(letter_before(text, 16), 8U);
    EXPECT_EQ(letter_after(text, 8), 16U);
}

TEST(LetterBounds, joiner_joins_pictures_and_no_letters) {
    const std::string persian = "می\u200Cخواهم";  // a non-joiner inside a word
    std::size_t count = 0;
    for (std::size_t at = 0; at < persian.size(); at = letter_after(persian, at)) ++count;
    EXPECT_EQ(count, 7U);
    EXPECT_EQ(letter_after("a\u200Db", 0), 4U);
    EXPECT_EQ(letter_after("a\u200Db", 4), 5U);
}

TEST(LetterBounds, letters_are_counted_and_cut_whole) {
    EXPECT_EQ(letter_count("Zoe\u0308 👍🏽"), 5U);
    EXPECT_EQ(letter_count(""), 0U);
    EXPECT_EQ(letters_within("ab👍🏽c", 9), "ab");
    EXPECT_EQ(letters_within("ab👍🏽c", 10), "ab👍🏽");
    EXPECT_EQ(letters_within("ab", 9), "ab");
    EXPECT_EQ(letters_within("👍🏽", 3), "");
}

TEST(LetterBounds, wrong_bytes_end_too) {
    for (const std::string text : {"a\xF0\x9F", "\xFF\xFF", "\x80\x80\x80\x80\x80", "a\xE2\x82z"}) {
        std::size_t at = 0, steps = 0;
        while (at < text.size() && steps < 20) {
            const std::size_t next = letter_after(text, at);
            ASSERT_GT(next, at);
            at = next;
            ++steps;
        }
        EXPECT_EQ(at, text.size());
        while (at > 0 && steps < 40) {
            const std::size_t before = letter_before(text, at);
            ASSERT_LT(before, at);
            at = before;
        }
    }
}

}  // namespace candor::base
