#include <cmath>
#include <regex>

#include "fixture.h"

namespace candor::text {
namespace {

std::string words(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += i % 3 == 0 ? "hair " : "treatment ";
    return text;
}

}  // namespace

TEST(Layout, every_line_fits_the_width) {
    const Paragraph paragraph = shape(plain(words(60), 500));
    EXPECT_GT(paragraph.lines().size(), 10U);
    for (const Line& line : paragraph.lines()) EXPECT_LE(line.right - line.left, 500);
}

TEST(Layout, word_wider_than_the_width_breaks_inside) {
    const Paragraph paragraph = shape(plain(std::string(80, 'm'), 300));
    EXPECT_GT(paragraph.lines().size(), 5U);
    EXPECT_EQ(paragraph.glyphs().size(), 80U);  // no hyphens were added
    for (const Line& line : paragraph.lines()) EXPECT_LE(line.right, 300);
}

TEST(Layout, width_of_nothing_does_not_wrap) {
    const Paragraph paragraph = shape(plain(words(60)));
    EXPECT_EQ(paragraph.lines().size(), 1U);
    EXPECT_FLOAT_EQ(paragraph.width(), paragraph.lines()[0].right);
}

TEST(Layout, height_is_line_height_times_size_whatever_the_script) {
    for (const char* text : {"hair\nhair\nhair", "شعر\nشعر\nشعر", "😀\n😀\n漢"}) {
        ParagraphSpec spec = plain(text, 500);
        spec.line_height = 1.25F;
        const Paragraph paragraph = shape(spec);
        ASSERT_EQ(paragraph.lines().size(), 3U) << text;
        EXPECT_NEAR(paragraph.height(), 3 * 1.25 * 40, 0.01) << text;
    }
}

TEST(Layout, half_of_the_leading_is_above_as_in_css) {
    ParagraphSpec tight = plain("x"), loose = plain("x");
    tight.line_height = 1;
    loose.line_height = 2;
    EXPECT_NEAR(shape(loose).lines()[0].baseline - shape(tight).lines()[0].baseline, 20, 1);
}

TEST(Layout, baselines_and_glyph_rows_are_whole_pixels) {
    ParagraphSpec spec = plain(words(20) + "x\u0301\u0302 شعرًا", 333);
    spec.line_height = 1.37F;
    const Paragraph paragraph = shape(spec);
    for (const Line& line : paragraph.lines()) {
        EXPECT_EQ(line.baseline, std::round(line.baseline));
        EXPECT_GT(line.baseline, line.top);
        EXPECT_LT(line.baseline, line.bottom);
    }
    for (const Glyph& glyph : paragraph.glyphs()) EXPECT_EQ(glyph.y, std::round(glyph.y));
}

TEST(Layout, advances_are_not_rounded) {
    const Paragraph one = shape(plain("i"));
    const Paragraph hundred = shape(plain(std::string(100, 'i')));
    EXPECT_NEAR(hundred.width(), 100 * one.width(), 0.5);
    EXPECT_NE(one.width(), std::round(one.width()));
}

TEST(Layout, larger_span_raises_its_line_alone) {
    ParagraphSpec spec = plain("small\nsmall ", 500);
    spec.spans.push_back({.text = "LARGE", .style = styled(80), .box = {}});
    const Paragraph paragraph = shape(spec);
    ASSERT_EQ(paragraph.lines().size(), 2U);
    EXPECT_NEAR(paragraph.lines()[0].bottom, 60, 0.01);
    EXPECT_NEAR(paragraph.lines()[1].bottom - paragraph.lines()[1].top, 120, 15);
}

TEST(Layout, alignment_follows_the_direction) {
    for (const char* text : {"hair", "شعر"}) {
        ParagraphSpec spec = plain(text, 500);
        const bool rtl = shape(spec).right_to_left();
        const Line start = shape(spec).lines()[0];
        spec.align = Align::end;
        const Line end = shape(spec).lines()[0];
        spec.align = Align::centre;
        const Line centre = shape(spec).lines()[0];
        EXPECT_FLOAT_EQ((rtl ? end : start).left, 0) << text;
        EXPECT_FLOAT_EQ((rtl ? start : end).right, 500) << text;
        EXPECT_FLOAT_EQ(centre.left, 500 - centre.right) << text;
    }
}

TEST(Layout, given_direction_beats_the_text) {
    ParagraphSpec spec = plain("hair", 500);
    spec.direction = Direction::right_to_left;
    EXPECT_TRUE(shape(spec).right_to_left());
    EXPECT_FLOAT_EQ(shape(spec).lines()[0].right, 500);
}

TEST(Layout, words_of_another_script_keep_their_order_at_the_side_of_the_page) {
    ParagraphSpec spec = plain("Any of these (2)?", 500);
    const auto order = indices(shape(spec));
    spec.direction = Direction::right_to_left;
    const Paragraph turned = shape(spec);
    EXPECT_EQ(indices(turned), order);
    EXPECT_FLOAT_EQ(turned.lines()[0].right, 500);
    ParagraphSpec mixed = plain("PRP (شعر)?", 500);
    mixed.direction = Direction::right_to_left;
    EXPECT_NE(indices(shape(mixed)), indices(shape(plain("PRP (شعر)?", 500))));
}

TEST(Layout, lines_of_an_unwrapped_text_align_with_the_widest) {
    ParagraphSpec spec = plain("a\naaaa");
    spec.align = Align::end;
    const Paragraph paragraph = shape(spec);
    EXPECT_FLOAT_EQ(paragraph.lines()[0].right, paragraph.width());
    EXPECT_FLOAT_EQ(paragraph.lines()[1].left, 0);
}

TEST(Layout, lines_list_every_glyph_once_in_order) {
    const Paragraph paragraph = shape(plain(words(40), 400));
    std::size_t next = 0;
    for (const Line& line : paragraph.lines()) {
        EXPECT_EQ(line.first_glyph, next);
        next += line.glyph_count;
        for (std::size_t i = line.first_glyph; i < next; ++i) {
            EXPECT_EQ(paragraph.glyphs()[i].y, line.baseline);
        }
    }
    EXPECT_EQ(next, paragraph.glyphs().size());
}

TEST(Layout, letter_spacing_lies_between_letters_only) {
    ParagraphSpec spec = plain("hair");
    const float without = shape(spec).width();
    spec.spans[0].style.letter_spacing_px = 3;
    EXPECT_NEAR(shape(spec).width(), without + 3 * 3, 0.1);
    spec.spans[0].style.letter_spacing_px = -1.5F;
    EXPECT_NEAR(shape(spec).width(), without - 3 * 1.5, 0.1);
}

TEST(Layout, letter_spacing_does_not_tear_arabic) {
    ParagraphSpec spec = plain("الشعر");
    const float without = shape(spec).width();
    spec.spans[0].style.letter_spacing_px = 5;
    EXPECT_FLOAT_EQ(shape(spec).width(), without);
}

TEST(Layout, weights_and_italics_use_their_own_faces) {
    ParagraphSpec spec = plain("a");
    const auto face_for = [&](Weight weight, bool italic) {
        spec.spans[0].style.weight = weight;
        spec.spans[0].style.italic = italic;
        // "Semi Bold" until Inter 3, "SemiBold" since Inter 4.
        return std::regex_replace(face(shape(spec).glyphs()[0]), std::regex("Semi Bold"),
                                  "SemiBold");
    };
    EXPECT_EQ(face_for(Weight::regular, false), "Inter Regular");
    EXPECT_EQ(face_for(Weight::medium, false), "Inter Medium");
    EXPECT_EQ(face_for(Weight::semibold, false), "Inter SemiBold");
    EXPECT_EQ(face_for(Weight::bold, false), "Inter Bold");
    EXPECT_EQ(face_for(Weight::regular, true), "Inter Italic");
    EXPECT_EQ(face_for(Weight::medium, true), "Inter Medium Italic");
    EXPECT_EQ(face_for(Weight::semibold, true), "Inter SemiBold Italic");
    EXPECT_EQ(face_for(Weight::bold, true), "Inter Bold Italic");
}

TEST(Layout, font_ids_tell_sizes_apart_and_stay) {
    ParagraphSpec spec = plain("a");
    const FontId first = shape(spec).glyphs()[0].font;
    spec.spans[0].style.size_px = 41;
    EXPECT_NE(shape(spec).glyphs()[0].font, first);
    spec.spans[0].style.size_px = 40;
    EXPECT_EQ(shape(spec).glyphs()[0].font, first);
    EXPECT_FLOAT_EQ(fonts().size_px(first), 40);
}

TEST(Layout, colour_changes_do_not_reshape) {
    ParagraphSpec spec = plain("AV");
    const Paragraph whole = shape(spec);
    spec.spans = {spec.spans[0], spec.spans[0]};
    spec.spans[0].text = "A";
    spec.spans[1].text = "V";
    spec.spans[1].style.colour = {1, 2, 3, 255};
    const Paragraph split = shape(spec);
    EXPECT_FLOAT_EQ(split.width(), whole.width());  // kerned across the change
    EXPECT_EQ(split.glyphs()[1].colour, (base::Rgba{1, 2, 3, 255}));
    EXPECT_NE(split.glyphs()[0].colour, split.glyphs()[1].colour);
}

TEST(Layout, empty_text_has_one_line) {
    const Paragraph paragraph = shape(plain(""));
    EXPECT_EQ(paragraph.lines().size(), 1U);
    EXPECT_FLOAT_EQ(paragraph.height(), 60);
    EXPECT_TRUE(paragraph.glyphs().empty());
    EXPECT_EQ(shape({}).lines().size(), 1U);
}

TEST(Layout, soft_hyphen_shows_only_where_the_line_breaks) {
    const std::string text = "treat\u00ADment";
    EXPECT_EQ(shape(plain(text)).glyphs().size(), 9U);
    const Paragraph narrow = shape(plain(text, 150));
    EXPECT_EQ(narrow.lines().size(), 2U);
    EXPECT_EQ(narrow.glyphs().size(), 10U);
}

}  // namespace candor::text
