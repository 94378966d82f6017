// What is typed and taken back goes by base/utf8's letters; what is drawn, by Pango's caret places.
#include "base/utf8.h"
#include "fixture.h"
#include "text/direction.h"

namespace candor::text {

TEST(Letters, carets_stand_where_base_says) {
    for (const std::string text :
         {"Zoe\u0308 n\u0303", "صَّحة هٰذا", "שָׁלוֹם",
          "👩🏽\u200D⚕\uFE0F a 👨\u200D👩\u200D👧", "🇹🇷🇪🇸", "1\uFE0F\u20E3 ❤\uFE0F",
          "한국", "می\u200Cخواهم", "Ağrı, İyi, ẞ"}) {
        const Paragraph paragraph = shape_editable(plain(text));
        for (std::size_t at = 0; at < text.size();) {
            const base::Rect caret = paragraph.caret_rect(at);
            EXPECT_EQ(paragraph.byte_at({caret.x, caret.y + caret.h / 2}), at) << text << at;
            const std::size_t next = base::letter_after(text, at);
            for (std::size_t inside = at + 1; inside < next; ++inside)
                EXPECT_EQ(paragraph.caret_rect(inside), caret) << text << inside;
            at = next;
        }
    }
}

TEST(Letters, direction_is_that_of_the_first_strong_letter) {
    constexpr auto kRight = Direction::right_to_left, kLeft = Direction::left_to_right;
    EXPECT_EQ(first_strong_direction("Ada", kRight), kLeft);
    EXPECT_EQ(first_strong_direction("123 مريم", kLeft), kRight);
    EXPECT_EQ(first_strong_direction("+90 532", kRight), kRight);
    EXPECT_EQ(first_strong_direction("+90 532"), kLeft);
    EXPECT_EQ(first_strong_direction("", kRight), kRight);
    EXPECT_EQ(first_strong_direction("\u2068مريم\u2069", kLeft), kLeft);
}

}  // namespace candor::text
