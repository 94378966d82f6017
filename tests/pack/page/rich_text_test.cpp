#include "pack/page/rich_text.h"

#include <gtest/gtest.h>

namespace candor::pack {

TEST(RichText, settling_trims_every_line_and_keeps_sources) {
    RichText text{{.text = "  One\x01two \n"},
                  {.text = "  three", .bold = true},
                  {.link = LinkKind::source, .target = "a"},
                  {.text = "  "},
                  {.text = " \x01"}};
    settle(text);
    ASSERT_EQ(text.size(), 3U);
    EXPECT_EQ(text[0].text, "One two \n");
    EXPECT_EQ(text[1].text, "three");
    EXPECT_EQ(text[2].target, "a");
}

TEST(RichText, first_line_is_cut_off_across_runs) {
    RichText text{
        {.text = "[!A] big "}, {.text = "words\x01then", .bold = true}, {.text = " more"}};
    EXPECT_EQ(take_first_line(text), "[!A] big words");
    EXPECT_EQ(plain_text(text), "then more");
    EXPECT_EQ(take_first_line(text), "then more");
    EXPECT_TRUE(text.empty());
}

TEST(RichText, runs_that_look_the_same_become_one_but_sources_do_not) {
    RichText text;
    append(text, {.text = "a"});
    append(text, {.text = "b"});
    append(text, {.text = "", .bold = true});
    append(text, {.link = LinkKind::source, .target = "s"});
    append(text, {.link = LinkKind::source, .target = "s"});
    ASSERT_EQ(text.size(), 3U);
    EXPECT_EQ(text[0].text, "ab");
}

}  // namespace candor::pack
