#include "fixture.h"

namespace candor::text {
namespace {

ParagraphSpec limited(std::string text, float width_px, int max_lines) {
    ParagraphSpec spec = plain(std::move(text), width_px);
    spec.max_lines = max_lines;
    return spec;
}

std::uint32_t ellipsis() { return shape(plain("…")).glyphs()[0].index; }

/// The glyph in the place where what was cut would go on.
bool ends_with_one(const Paragraph& paragraph) {
    const auto glyphs = paragraph.glyphs();
    const Glyph& last = paragraph.right_to_left() ? glyphs.front() : glyphs.back();
    return last.index == ellipsis();
}

}  // namespace

TEST(Ellipsis, text_past_the_limit_ends_with_one) {
    const Paragraph paragraph = shape(limited("one two three four five six seven eight", 200, 2));
    EXPECT_EQ(paragraph.lines().size(), 2U);
    EXPECT_TRUE(ends_with_one(paragraph));
    EXPECT_LE(paragraph.width(), 200);
}

TEST(Ellipsis, text_that_fits_has_none) {
    const Paragraph paragraph = shape(limited("one two", 400, 2));
    EXPECT_EQ(indices(paragraph), indices(shape(plain("one two", 400))));
}

TEST(Ellipsis, limit_counts_lines_of_all_paragraphs) {
    const Paragraph paragraph = shape(limited("a\nb\nc\nd", 400, 2));
    EXPECT_EQ(paragraph.lines().size(), 2U);
    EXPECT_TRUE(ends_with_one(paragraph));
    EXPECT_EQ(paragraph.glyphs().size(), 3U);
}

TEST(Ellipsis, as_many_paragraphs_as_lines_fit) {
    for (const char* text : {"a\nb", "a\r\nb", "a\u2029b", "a\u2028b", "a\nb\n"}) {
        const Paragraph paragraph = shape(limited(text, 400, 2));
        EXPECT_EQ(paragraph.lines().size(), 2U) << text;
        EXPECT_EQ(indices(paragraph), indices(shape(plain("a\nb", 400)))) << text;
    }
}

TEST(Ellipsis, unwrapped_text_is_cut_only_at_its_first_line) {
    EXPECT_EQ(indices(shape(limited("one two three", 0, 1))),
              indices(shape(plain("one two three"))));
    const Paragraph paragraph = shape(limited("one\ntwo", 0, 1));
    EXPECT_TRUE(ends_with_one(paragraph));
    EXPECT_EQ(paragraph.lines().size(), 1U);
}

TEST(Ellipsis, right_to_left_text_ends_at_the_left) {
    const Paragraph paragraph = shape(limited("الشعر الشعر الشعر الشعر الشعر", 200, 1));
    EXPECT_EQ(paragraph.lines().size(), 1U);
    const float first_x = paragraph.glyphs()[0].x;
    for (const Glyph& glyph : paragraph.glyphs()) EXPECT_GE(glyph.x + 20, first_x);
    EXPECT_TRUE(paragraph.right_to_left());
    EXPECT_TRUE(ends_with_one(paragraph));
}

}  // namespace candor::text
