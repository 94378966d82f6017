#include "pack/folder/report.h"

#include <gtest/gtest.h>

namespace candor::pack {

TEST(InQuotes, words_from_right_to_left_are_set_apart_and_keep_their_order) {
    EXPECT_EQ(in_quotes("3 من كل 100"), "“\u20683 من كل 100\u2069”");
    EXPECT_EQ(in_quotes("3 מתוך 100"), "“\u20683 מתוך 100\u2069”");
}

TEST(InQuotes, other_words_stand_as_they_are) {
    EXPECT_EQ(in_quotes("3 in 100"), "“3 in 100”");
    EXPECT_EQ(in_quotes("100 kişiden 3’ü"), "“100 kişiden 3’ü”");
    EXPECT_EQ(in_quotes(""), "“”");
}

TEST(InQuotes, words_that_are_cut_are_set_apart_as_a_whole) {
    std::string words;
    for (int i = 0; i < 20; ++i) words += "كلمة ";
    const std::string quoted = in_quotes(words);
    EXPECT_TRUE(quoted.starts_with("“\u2068كلمة "));
    EXPECT_TRUE(quoted.ends_with("…\u2069”")) << quoted;
}

TEST(InQuotes, marks_of_direction_in_the_words_do_not_act) {
    EXPECT_EQ(in_quotes("a\u202Eb"), "“a\uFFFDb”");
    EXPECT_EQ(in_quotes("\u2069من"), "“\u2068\uFFFDمن\u2069”");
}

}  // namespace candor::pack
