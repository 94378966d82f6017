#include "pack/folder/fold.h"

#include <gtest/gtest.h>

namespace candor::pack {

TEST(Fold, case_and_accents_do_not_count) {
    EXPECT_EQ(fold("CAFÉ Ångström Łódź"), "cafe angstrom lodz");
    EXPECT_EQ(fold("cafe\xCC\x81"), "cafe");
}

TEST(Fold, german_sharp_s_is_ss_in_both_cases) {
    EXPECT_EQ(fold("Straße"), "strasse");
    EXPECT_EQ(fold("STRAẞE"), "strasse");
}

TEST(Fold, turkish_dotless_and_dotted_i_are_one) {
    EXPECT_EQ(fold("ILIK"), fold("ılık"));
    EXPECT_EQ(fold("İĞNE"), fold("iğne"));
    EXPECT_EQ(fold("şifa çözüm"), "sifa cozum");
}

TEST(Fold, arabic_forms_and_vowel_signs_do_not_count) {
    EXPECT_EQ(fold("أَسْئِلَة"), fold("اسيله"));
    EXPECT_EQ(fold("الشعـــر"), fold("الشعر"));
    EXPECT_EQ(fold("٢٠٢٦"), "2026");
}

TEST(Fold, greek_and_cyrillic_capitals_do_not_count) {
    EXPECT_EQ(fold("ΜΑΛΛΙΆ"), fold("μαλλιά"));
    EXPECT_EQ(fold("ВОЛОСЫ Ё"), fold("волосы е"));
}

TEST(Fold, bytes_that_are_not_utf8_are_dropped) { EXPECT_EQ(fold("a\xFF\xC3z"), "az"); }

TEST(FoldedWords, words_know_their_bytes) {
    const auto words = folded_words("“Don’t” – stem-cells, é!");
    ASSERT_EQ(words.size(), 4U);
    EXPECT_EQ(words[0].letters, "dont");
    EXPECT_EQ(words[0].begin, 3U);
    EXPECT_EQ(words[0].end, 3U + 7U);
    EXPECT_EQ(words[1].letters, "stem");
    EXPECT_EQ(words[2].letters, "cells");
    EXPECT_EQ(words[3].letters, "e");
}

TEST(FoldedWords, composed_accent_at_the_end_belongs_to_the_word) {
    const auto words = folded_words("cafe\xCC\x81 x");
    ASSERT_EQ(words.size(), 2U);
    EXPECT_EQ(words[0].end, 6U);
}

TEST(FoldedWords, signs_and_pictures_are_no_words) {
    EXPECT_TRUE(folded_words("… – 👩🏽‍⚕️ → ،؟ \"*():^-").empty());
}

TEST(FoldedLine, words_stand_apart_by_one_space) { EXPECT_EQ(folded_line(" A,  B\nç "), "a b c"); }

}  // namespace candor::pack
