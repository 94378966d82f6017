#include "text/coverage.h"

#include <gtest/gtest.h>

namespace candor::text {

TEST(Coverage, has_the_letters_of_the_five_languages_and_of_their_neighbours) {
    const Coverage fonts;
    for (const char32_t c : U"aß€ğışİñ¿éЖΩسپ٣—₺😀✓") EXPECT_TRUE(fonts.shows(c)) << unsigned(c);
    for (const char32_t c : {0x200DU, 0xFE0FU, 0xA0U, 0x2009U, 0xADU})
        EXPECT_TRUE(fonts.shows(c)) << "needs no glyph: " << unsigned(c);
}

TEST(Coverage, letters_without_a_font_are_known_with_a_package_that_has_them) {
    const Coverage fonts;
    EXPECT_FALSE(fonts.shows(U'ש'));
    EXPECT_EQ(package_with(U'ש'), "fonts-noto-core");
    EXPECT_FALSE(fonts.shows(U'中'));
    EXPECT_EQ(package_with(U'中'), "fonts-noto-cjk");
    EXPECT_EQ(package_with(U'a'), "");
}

TEST(Coverage, without_fonts_says_so) {
    const Coverage none("/nowhere");
    EXPECT_TRUE(none.is_empty());
    EXPECT_FALSE(Coverage().is_empty());
}

}  // namespace candor::text
