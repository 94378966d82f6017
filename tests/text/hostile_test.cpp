#include <cmath>
#include <limits>

#include "fixture.h"

namespace candor::text {
namespace {

std::string repeated(const std::string& unit, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += unit;
    return text;
}

}  // namespace

TEST(Hostile, invalid_utf8_shows_replacement_characters) {
    const auto expected = indices(shape(plain("a\uFFFDb")));
    for (const std::string& text : {std::string("a\xFF"
                                                "b"),
                                    std::string("a\xC3"
                                                "b"),
                                    std::string("a\0b", 3)}) {
        EXPECT_EQ(indices(shape(plain(text))), expected);
    }
    EXPECT_EQ(indices(shape(plain("\xED\xA0\x80"))).size(), 3U);  // a surrogate is no character
}

TEST(Hostile, character_split_over_spans_is_invalid_in_both) {
    ParagraphSpec spec = plain("\xC3");
    spec.spans.push_back(spec.spans[0]);
    spec.spans[1].text = "\xA9";
    EXPECT_EQ(indices(shape(spec)), indices(shape(plain("\uFFFD\uFFFD"))));
}

TEST(Hostile, word_of_100_kb_breaks_into_lines) {
    const Paragraph paragraph = shape(plain(repeated("x", 100'000), 968));
    EXPECT_EQ(paragraph.glyphs().size(), 100'000U);
    EXPECT_GT(paragraph.lines().size(), 1000U);
    EXPECT_LE(paragraph.width(), 968);
}

TEST(Hostile, spaces_of_100_kb_and_emoji_of_100_kb_end) {
    EXPECT_GT(shape(plain(repeated(" ", 100'000), 968)).lines().size(), 500U);
    EXPECT_GT(shape(plain(repeated("👩🏽‍⚕️", 100'000), 968)).lines().size(), 100U);
}

TEST(Hostile, wide_text_without_breaks_does_not_overflow) {
    ParagraphSpec spec = plain(repeated("stem cell ", 100'000));
    spec.spans[0].style.size_px = 120;
    EXPECT_GT(shape(spec).width(), 3'000'000);
    spec.width_px = 900;
    EXPECT_GT(shape(spec).lines().size(), 1000U);
    EXPECT_LE(shape(spec).width(), 900);
}

TEST(Hostile, thousands_of_spans_keep_their_marks) {
    ParagraphSpec spec{.width_px = 968};
    for (int i = 0; i < 5000; ++i) {
        const Weight weight = i % 2 == 0 ? Weight::regular : Weight::bold;
        spec.spans.push_back({.text = "w ", .style = styled(30, weight), .mark = i, .box = {}});
    }
    const Paragraph paragraph = shape(spec);
    for (const int mark : {0, 1, 2500, 4999}) EXPECT_EQ(paragraph.mark_rects(mark).size(), 1U);
}

TEST(Hostile, senseless_numbers_are_tamed) {
    for (const float value : {-1.0F, 0.0F, 1e30F, std::numeric_limits<float>::infinity(),
                              std::numeric_limits<float>::quiet_NaN()}) {
        ParagraphSpec spec = plain("hair and more hair", value);
        EXPECT_FALSE(shape(spec).glyphs().empty());
        spec = plain("hair", 300);
        spec.spans[0].style.size_px = value;
        EXPECT_TRUE(std::isfinite(shape(spec).height()));
        spec.spans[0].style.size_px = 40;
        spec.spans[0].style.letter_spacing_px = value;
        EXPECT_TRUE(std::isfinite(shape(spec).width()));
    }
}

TEST(Hostile, nested_direction_overrides_end_with_their_paragraph) {
    const Paragraph paragraph = shape(plain(repeated("\u202E", 600) + "a\nb", 500));
    ASSERT_EQ(paragraph.lines().size(), 2U);
    EXPECT_FLOAT_EQ(paragraph.lines()[1].left, 0);
}

}  // namespace candor::text
