#include "fixture.h"

namespace candor::text {
namespace {

/// Every place where a caret stands must be found again by touching it.
void expect_round_trip(const std::string& text, const std::vector<std::size_t>& boundaries,
                       float width_px = 0) {
    const Paragraph paragraph = shape_editable(plain(text, width_px));
    for (const std::size_t at : boundaries) {
        const base::Rect caret = paragraph.caret_rect(at);
        EXPECT_EQ(caret.w, 0) << text;
        EXPECT_GT(caret.h, 40) << text;
        EXPECT_EQ(paragraph.byte_at({caret.x, caret.y + caret.h / 2}), at) << text;
    }
}

}  // namespace

TEST(Caret, latin_letters_round_trip) { expect_round_trip("hair", {0, 1, 2, 3, 4}); }

TEST(Caret, combining_mark_has_no_place_inside) {
    expect_round_trip("xe\u0301y", {0, 1, 4, 5});
    const Paragraph paragraph = shape_editable(plain("xe\u0301y"));
    EXPECT_EQ(paragraph.caret_rect(2), paragraph.caret_rect(1));
}

TEST(Caret, arabic_letters_round_trip_from_the_right) {
    expect_round_trip("شعر", {0, 2, 4, 6});
    const Paragraph paragraph = shape_editable(plain("شعر", 500));
    EXPECT_FLOAT_EQ(paragraph.caret_rect(0).x, 500);
    EXPECT_FLOAT_EQ(paragraph.caret_rect(6).x, paragraph.lines()[0].left);
}

TEST(Caret, lam_and_alef_have_a_place_between) {
    expect_round_trip("لا", {0, 2, 4});
    const Paragraph paragraph = shape_editable(plain("لا"));
    EXPECT_GT(paragraph.caret_rect(0).x, paragraph.caret_rect(2).x);
    EXPECT_GT(paragraph.caret_rect(2).x, paragraph.caret_rect(4).x);
}

TEST(Caret, letters_of_one_glyph_share_its_width) {
    // One glyph for lam, lam and heh.
    expect_round_trip("الله", {0, 2, 4, 6, 8});
    const Paragraph paragraph = shape_editable(plain("الله"));
    EXPECT_LT(paragraph.glyphs().size(), 4U);
    for (std::size_t at = 2; at <= 8; at += 2) {
        EXPECT_LT(paragraph.caret_rect(at).x, paragraph.caret_rect(at - 2).x);
    }
}

TEST(Caret, emoji_sequence_has_no_place_inside) {
    const std::string doctor = "👩🏽‍⚕️";
    expect_round_trip("a" + doctor + "b", {0, 1, 1 + doctor.size(), 2 + doctor.size()});
}

TEST(Caret, wrapped_lines_round_trip) {
    const std::string text = "one two three";
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i <= text.size(); ++i) all.push_back(i);
    expect_round_trip(text, all, 120);
    const Paragraph paragraph = shape_editable(plain(text, 120));
    EXPECT_EQ(paragraph.lines().size(), 3U);
    EXPECT_EQ(paragraph.caret_rect(4).x, 0);
    EXPECT_GT(paragraph.caret_rect(4).y, paragraph.caret_rect(3).y);
}

TEST(Caret, newline_leads_to_an_empty_last_line) {
    expect_round_trip("one\n", {0, 3, 4});
    const Paragraph paragraph = shape_editable(plain("one\n"));
    EXPECT_EQ(paragraph.lines().size(), 2U);
    EXPECT_EQ(paragraph.caret_rect(4).x, 0);
    EXPECT_GT(paragraph.caret_rect(4).y, paragraph.lines()[0].bottom - 20);
}

TEST(Caret, empty_text_has_one_place) {
    expect_round_trip("", {0});
    EXPECT_FLOAT_EQ(shape_editable(plain("", 500)).caret_rect(0).x, 0);
}

TEST(Caret, empty_right_to_left_text_starts_at_the_right) {
    ParagraphSpec spec = plain("", 500);
    spec.direction = Direction::right_to_left;
    EXPECT_FLOAT_EQ(shape_editable(spec).caret_rect(0).x, 500);
}

TEST(Caret, touch_past_the_text_finds_its_end_and_before_it_its_start) {
    const Paragraph paragraph = shape_editable(plain("hair"));
    EXPECT_EQ(paragraph.byte_at({10'000, 10'000}), 4U);
    EXPECT_EQ(paragraph.byte_at({-10'000, -10'000}), 0U);
}

TEST(Caret, bytes_are_the_sources_where_invalid_ones_were_replaced) {
    // U+FFFD takes three bytes in the shaped text, the invalid byte one in the source.
    expect_round_trip(
        "a\xFF"
        "b",
        {0, 1, 2, 3});
}

TEST(Caret, past_the_end_stands_at_the_end) {
    const Paragraph paragraph = shape_editable(plain("hair"));
    EXPECT_EQ(paragraph.caret_rect(99), paragraph.caret_rect(4));
}

}  // namespace candor::text
