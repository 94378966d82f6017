#include "fixture.h"

namespace candor::text {
namespace {

Span words(std::string text, int mark = -1) {
    return {.text = std::move(text), .style = styled(40), .mark = mark, .box = {}};
}
Span box(float w, float h, int mark) {
    return {.text = "[1]", .style = styled(40), .mark = mark, .box = {w, h}};
}
float width_of(const std::string& text) { return shape(plain(text)).width(); }

}  // namespace

TEST(Marks, rectangle_spans_exactly_its_text) {
    const Paragraph paragraph = shape({.spans = {words("a "), words("term", 7), words(" b")}});
    const auto rects = paragraph.mark_rects(7);
    ASSERT_EQ(rects.size(), 1U);
    EXPECT_NEAR(rects[0].x, width_of("a "), 0.01);
    EXPECT_NEAR(rects[0].w, width_of("term"), 0.01);
    const Line& line = paragraph.lines()[0];
    EXPECT_GE(rects[0].y, line.top);
    EXPECT_LE(rects[0].bottom(), line.bottom);
    EXPECT_LT(rects[0].y, line.baseline - 30);
    EXPECT_GT(rects[0].bottom(), line.baseline + 5);
    EXPECT_TRUE(paragraph.mark_rects(8).empty());
}

TEST(Marks, link_over_two_lines_has_two_rectangles) {
    const float width = width_of("read this long") + 5;
    const Paragraph paragraph = shape(
        {.spans = {words("read "), words("this long link", 1), words(" now")}, .width_px = width});
    ASSERT_EQ(paragraph.lines().size(), 2U);
    const auto rects = paragraph.mark_rects(1);
    ASSERT_EQ(rects.size(), 2U);
    EXPECT_NEAR(rects[0].x, width_of("read "), 0.01);
    EXPECT_NEAR(rects[0].right(), width_of("read this long"), 0.01);
    EXPECT_FLOAT_EQ(rects[1].x, 0);
    EXPECT_NEAR(rects[1].w, width_of("link"), 0.01);
    EXPECT_NEAR(rects[1].y - rects[0].y, 60, 0.01);
}

TEST(Marks, right_to_left_rectangle_lies_at_the_right) {
    const Paragraph paragraph =
        shape({.spans = {words("الشعر", 1), words(" جلد")}, .width_px = 600});
    const auto rects = paragraph.mark_rects(1);
    ASSERT_EQ(rects.size(), 1U);
    EXPECT_NEAR(rects[0].right(), 600, 0.01);
    EXPECT_NEAR(rects[0].w, width_of("الشعر"), 0.01);
}

TEST(Marks, right_to_left_link_over_two_lines_has_two_rectangles) {
    const float width = width_of("كيف يتم العلاج") + 5;
    const Paragraph paragraph =
        shape({.spans = {words("كيف "), words("يتم العلاج في", 1)}, .width_px = width});
    ASSERT_EQ(paragraph.lines().size(), 2U);
    const auto rects = paragraph.mark_rects(1);
    ASSERT_EQ(rects.size(), 2U);
    EXPECT_NEAR(rects[0].x, paragraph.lines()[0].left, 0.01);
    EXPECT_NEAR(rects[1].right(), width, 0.01);
}

TEST(Marks, mark_that_bidi_splits_has_a_rectangle_each) {
    // In a left-to-right line the right-to-left part of the mark goes to the far end.
    ParagraphSpec spec{.spans = {words("a "), words("b شعر", 1), words(" جلد c")}};
    spec.direction = Direction::left_to_right;
    const auto rects = shape(spec).mark_rects(1);
    ASSERT_EQ(rects.size(), 2U);
    EXPECT_NEAR(rects[0].w, width_of("b "), 0.01);
    EXPECT_GT(rects[1].x, rects[0].right() + width_of("جلد") - 1);
}

TEST(Marks, link_with_a_bold_word_is_one_rectangle) {
    ParagraphSpec spec{.spans = {words("one ", 1), words("two", 1), words(" three", 1)}};
    spec.spans[1].style.weight = Weight::bold;
    const Paragraph paragraph = shape(spec);
    const auto rects = paragraph.mark_rects(1);
    ASSERT_EQ(rects.size(), 1U);
    EXPECT_NEAR(rects[0].w, paragraph.width(), 0.01);
}

TEST(Marks, neighbours_with_other_marks_touch_and_do_not_overlap) {
    const Paragraph paragraph = shape({.spans = {words("one", 1), words("two", 2)}});
    const auto first = paragraph.mark_rects(1), second = paragraph.mark_rects(2);
    ASSERT_EQ(first.size(), 1U);
    ASSERT_EQ(second.size(), 1U);
    EXPECT_FLOAT_EQ(first[0].right(), second[0].x);
}

TEST(InlineBox, has_its_size_and_is_centred_on_the_x_height) {
    const Paragraph paragraph = shape({.spans = {words("year."), box(44, 36, 2), words(" Next")}});
    const auto rects = paragraph.mark_rects(2);
    ASSERT_EQ(rects.size(), 1U);
    EXPECT_FLOAT_EQ(rects[0].w, 44);
    EXPECT_FLOAT_EQ(rects[0].h, 36);
    EXPECT_NEAR(rects[0].x, width_of("year."), 0.01);
    const Glyph x = shape(plain("x")).glyphs()[0];
    const float x_height = static_cast<float>(-fonts().rasterise(x.font, x.index, 0).top);
    const float middle = paragraph.lines()[0].baseline - x_height / 2;
    EXPECT_NEAR(rects[0].y + rects[0].h / 2, middle, 1);
}

TEST(InlineBox, draws_no_glyph) {
    const Paragraph paragraph = shape({.spans = {box(44, 36, 2)}});
    EXPECT_TRUE(paragraph.glyphs().empty());
    EXPECT_FLOAT_EQ(paragraph.width(), 44);
}

TEST(InlineBox, taller_than_the_line_makes_it_taller) {
    const Paragraph paragraph = shape({.spans = {words("a"), box(50, 100, 2)}});
    const Line& line = paragraph.lines()[0];
    EXPECT_GE(line.bottom - line.top, 100);
    const base::Rect rect = paragraph.mark_rects(2)[0];
    EXPECT_GE(rect.y, line.top - 0.5F);
    EXPECT_LE(rect.bottom(), line.bottom + 0.5F);
}

TEST(InlineBox, citation_stays_with_the_word_before_it) {
    const float width = width_of("after one year.") + 10;
    const Paragraph paragraph =
        shape({.spans = {words("after one year."), box(44, 36, 2)}, .width_px = width});
    ASSERT_EQ(paragraph.lines().size(), 2U);
    EXPECT_NEAR(paragraph.mark_rects(2)[0].x, width_of("year."), 0.01);
}

TEST(InlineBox, citation_stays_with_the_word_before_the_space_too) {
    const float width = width_of("after one year. ") + 10;
    const Paragraph paragraph =
        shape({.spans = {words("after one year. "), box(44, 36, 2)}, .width_px = width});
    ASSERT_EQ(paragraph.lines().size(), 2U);
    EXPECT_NEAR(paragraph.mark_rects(2)[0].x, width_of("year. "), 0.01);
}

TEST(InlineBox, citations_of_one_word_stay_together) {
    const float width = width_of("after one year. ") + 60;
    const Paragraph paragraph = shape({.spans = {words("after one year. "), box(44, 36, 2),
                                                 words(" "), box(44, 36, 3), words(" Then")},
                                       .width_px = width});
    EXPECT_NEAR(paragraph.mark_rects(2)[0].x, width_of("year. "), 0.01);
    EXPECT_FLOAT_EQ(paragraph.mark_rects(2)[0].y, paragraph.mark_rects(3)[0].y);
}

TEST(InlineBox, in_too_little_room_for_its_word_it_still_stays_within_the_width) {
    for (const float width : {60.0F, 100.0F, 140.0F, 180.0F, 220.0F}) {
        const Paragraph paragraph =
            shape({.spans = {words("of treatments "), box(44, 36, 2), words(" "), box(44, 36, 3)},
                   .width_px = width});
        EXPECT_LE(paragraph.width(), width + 0.5F);
        for (const int mark : {2, 3})
            EXPECT_LE(paragraph.mark_rects(mark)[0].right(), width + 0.5F) << width;
    }
}

TEST(InlineBox, follows_the_word_in_arabic_too) {
    const Paragraph paragraph =
        shape({.spans = {words("الشعر"), box(44, 36, 2), words(" جلد")}, .width_px = 600});
    EXPECT_NEAR(paragraph.mark_rects(2)[0].right(), 600 - width_of("الشعر"), 0.01);
}

TEST(Underlines, follow_their_text_in_kind_place_and_colour) {
    ParagraphSpec spec{.spans = {words("a "), words("link"), words(" "), words("term")}};
    spec.spans[1].style.underline = Underline::solid;
    spec.spans[1].style.colour = {14, 94, 91, 255};
    spec.spans[3].style.underline = Underline::dotted;
    const Paragraph paragraph = shape(spec);
    ASSERT_EQ(paragraph.underlines().size(), 2U);
    const UnderlineRun& link = paragraph.underlines()[0];
    EXPECT_EQ(link.kind, Underline::solid);
    EXPECT_EQ(link.colour, (base::Rgba{14, 94, 91, 255}));
    EXPECT_NEAR(link.rect.x, width_of("a "), 0.01);
    EXPECT_NEAR(link.rect.w, width_of("link"), 0.01);
    EXPECT_GT(link.rect.y, paragraph.lines()[0].baseline);
    EXPECT_LE(link.rect.bottom(), paragraph.lines()[0].bottom);
    EXPECT_GE(link.rect.h, 2);
    EXPECT_EQ(paragraph.underlines()[1].kind, Underline::dotted);
}

TEST(Underlines, wrapped_text_has_one_a_line) {
    ParagraphSpec spec{.spans = {words("one two three four")}, .width_px = width_of("one two") + 5};
    spec.spans[0].style.underline = Underline::dotted;
    const Paragraph paragraph = shape(spec);
    ASSERT_EQ(paragraph.underlines().size(), paragraph.lines().size());
    EXPECT_NEAR(paragraph.underlines()[0].rect.w, width_of("one two"), 0.01);
}

TEST(Underlines, arabic_ones_lie_below_the_dots) {
    ParagraphSpec spec{.spans = {words("بيب")}};
    spec.spans[0].style.underline = Underline::solid;
    const Paragraph paragraph = shape(spec);
    for (const Glyph& glyph : paragraph.glyphs()) {
        const GlyphBitmap bitmap = fonts().rasterise(glyph.font, glyph.index, 0);
        const float bottom = glyph.y + static_cast<float>(bitmap.top + bitmap.height);
        EXPECT_LE(bottom, paragraph.underlines()[0].rect.y + 0.5F);
    }
}

}  // namespace candor::text
