#include "pack/page/html_entities.h"

#include <gtest/gtest.h>

namespace candor::pack {

TEST(HtmlEntities, are_known_by_name_and_number) {
    EXPECT_EQ(text_of_entity("&amp;"), "&");
    EXPECT_EQ(text_of_entity("&#233;"), "é");
    EXPECT_EQ(text_of_entity("&#xE9;"), "é");
    EXPECT_EQ(text_of_entity("&nothing;"), "");
    EXPECT_EQ(text_of_entity("&#;"), "");
    EXPECT_EQ(text_of_entity("&;"), "");
    EXPECT_EQ(text_of_entity("amp"), "");
}

/// The first and the last of the table, its longest, and one of two characters.
TEST(HtmlEntities, are_all_of_html5) {
    EXPECT_EQ(text_of_entity("&AElig;"), "Æ");
    EXPECT_EQ(text_of_entity("&zwnj;"), "\u200C");
    EXPECT_EQ(text_of_entity("&CounterClockwiseContourIntegral;"), "∳");
    EXPECT_EQ(text_of_entity("&NotEqualTilde;"), "\u2242\u0338");
    EXPECT_EQ(text_of_entity("&nbsp;"), "\u00A0");
    EXPECT_EQ(text_of_entity("&Nbsp;"), "") << "capitals count";
}

TEST(HtmlEntities, numbers_that_are_no_character_are_the_mark_for_it) {
    for (const char* number : {"&#0;", "&#xD800;", "&#x110000;"})
        EXPECT_EQ(text_of_entity(number), "\uFFFD") << number;
}

}  // namespace candor::pack
