#include <cmath>

#include "shipped_texts.h"

namespace candor::text {
namespace {

ParagraphSpec heading(const std::string& words, float width, const std::string& language) {
    ParagraphSpec spec{.spans = {{.text = words, .style = styled(48, Weight::bold), .box = {}}},
                       .width_px = width,
                       .language = language};
    spec.wrap = Wrap::balanced;
    return spec;
}

Direction direction_of(const std::string& language) {
    return language == "ar" ? Direction::right_to_left : Direction::left_to_right;
}

/// Whether a box is the first thing of its line, as people read it.
bool starts_its_line(const Paragraph& paragraph, const base::Rect& box) {
    for (const Line& line : paragraph.lines()) {
        if (box.y + box.h / 2 < line.top || box.y + box.h / 2 >= line.bottom) continue;
        return paragraph.right_to_left() ? box.right() > line.right - 1 : box.x < line.left + 1;
    }
    return false;
}

std::string words_of(const std::vector<Span>& spans) {
    std::string words;
    for (const Span& span : spans) words += span.text;
    return words;
}

/// The last two words as one that does not break.
std::string last_words(const std::string& words) {
    const std::size_t space = words.rfind(' ');
    const std::size_t before = space == 0 ? space : words.rfind(' ', space - 1);
    std::string last = before == words.npos ? words : words.substr(before + 1);
    return last.replace(last.rfind(' '), 1, "\u00A0");
}

/// Whether the last line holds one word alone.
bool ends_in_a_lone_word(const ParagraphSpec& spec, const Paragraph& paragraph) {
    const std::string& words = spec.spans.front().text;
    const std::size_t space = words.rfind(' ');
    if (paragraph.lines().size() < 2 || space == words.npos) return false;
    const Paragraph last = shape(heading(words.substr(space + 1), 0, spec.language));
    const Line& line = paragraph.lines().back();
    return line.right - line.left < last.width() + 1;
}

/// The same, with the last two words kept together and as much as fits on each line.
Paragraph with_company(const ParagraphSpec& spec) {
    std::string words = spec.spans.front().text;
    words.replace(words.rfind(' '), 1, "\u00A0");
    ParagraphSpec together = heading(words, spec.width_px, spec.language);
    together.wrap = Wrap::full;
    return shape(together);
}

}  // namespace

TEST(LineBreaks, no_citation_of_a_shipped_page_starts_a_line_in_any_language_and_width) {
    int boxes = 0;
    for (const char* language : kLanguages) {
        for (const std::vector<Span>& spans : shipped_texts(language).prose) {
            if (spans.size() < 2) continue;
            for (const float width : {360.0F, 492.0F, 620.0F, 812.0F, 916.0F, 968.0F, 1240.0F}) {
                const ParagraphSpec whole{.spans = spans, .language = language};
                if (Shaper(fonts()).least_width(whole) > width) continue;
                const Paragraph paragraph = shape({.spans = spans,
                                                   .width_px = width,
                                                   .direction = direction_of(language),
                                                   .language = language});
                for (const Span& span : spans) {
                    if (span.mark < 0 || span.mark == spans.front().mark) continue;
                    const auto rects = paragraph.mark_rects(span.mark);
                    ASSERT_EQ(rects.size(), 1U) << words_of(spans);
                    EXPECT_FALSE(starts_its_line(paragraph, rects[0]))
                        << language << " " << width << ": " << words_of(spans);
                    ++boxes;
                }
            }
        }
    }
    EXPECT_GT(boxes, 4000);
}

TEST(LineBreaks, shipped_headings_are_balanced_and_take_no_more_lines) {
    int broken = 0;
    for (const char* language : kLanguages) {
        for (const std::string& words : shipped_texts(language).headings) {
            for (const float width : {300.0F, 430.0F, 560.0F, 720.0F, 968.0F}) {
                const ParagraphSpec spec = heading(words, width, language);
                ParagraphSpec greedy = spec;
                greedy.wrap = Wrap::full;
                const Paragraph full = shape(greedy), balanced = shape(spec);
                EXPECT_EQ(balanced.lines().size(), full.lines().size()) << words;
                EXPECT_LE(balanced.width(), std::max(width, full.width()) + 0.01F) << words;
                if (full.lines().size() > 1) ++broken;
            }
        }
    }
    EXPECT_GT(broken, 300);
}

TEST(LineBreaks, no_shipped_heading_ends_in_a_lone_word_where_it_can_have_company) {
    for (const char* language : kLanguages) {
        for (const std::string& words : shipped_texts(language).headings) {
            for (const float width : {300.0F, 430.0F, 560.0F, 720.0F, 968.0F}) {
                const ParagraphSpec spec = heading(words, width, language);
                const Paragraph paragraph = shape(spec);
                if (!ends_in_a_lone_word(spec, paragraph)) continue;
                if (Shaper(fonts()).least_width(spec) > width) continue;  // a word is broken
                // Only where it would need a line more, or a line that is too long.
                const bool fits = with_company(spec).lines().size() == paragraph.lines().size() &&
                                  shape(heading(last_words(words), 0, language)).width() <= width;
                EXPECT_FALSE(fits) << language << " " << width << ": " << words;
            }
        }
    }
}

TEST(Balanced, lines_have_much_the_same_length) {
    const float width = shape(heading("What is known of how it", 0, "en")).width();
    const Paragraph paragraph = shape(heading("What is known of how it works", width, "en"));
    ASSERT_EQ(paragraph.lines().size(), 2U);
    const auto length = [&](std::size_t i) {
        return paragraph.lines()[i].right - paragraph.lines()[i].left;
    };
    EXPECT_LT(std::abs(length(0) - length(1)), 120);
}

TEST(Balanced, no_line_in_the_middle_is_left_short_for_the_last_one) {
    const float width = shape(heading("was sie erwarten", 0, "de")).width() + 40;
    const Paragraph paragraph =
        shape(heading("was sie erwarten kannst, ehrlich gesagt", width, "de"));
    ASSERT_EQ(paragraph.lines().size(), 3U);
    const Line& middle = paragraph.lines()[1];
    EXPECT_GT(middle.right - middle.left, shape(heading("kannst, ok", 0, "de")).width());
}

TEST(Balanced, last_word_is_given_company_where_least_width_alone_would_not) {
    // Two words to a line, and one more: the least width leaves it alone.
    const float width = shape(heading("aaaaa aaaaa", 0, "en")).width() + 4;
    const Paragraph paragraph = shape(heading("aaaaa aaaaa aaaaa aaaaa aaaaa", width, "en"));
    ASSERT_EQ(paragraph.lines().size(), 3U);
    EXPECT_NEAR(paragraph.lines().back().right, width - 4, 1);
}

TEST(Balanced, centred_lines_stay_in_the_middle_of_the_whole_width) {
    ParagraphSpec spec = heading("How clinics use them today", 420, "en");
    spec.align = Align::centre;
    const Paragraph paragraph = shape(spec);
    ASSERT_GT(paragraph.lines().size(), 1U);
    for (const Line& line : paragraph.lines()) EXPECT_NEAR(line.left + line.right, 420, 0.5);
}

TEST(Balanced, word_wider_than_the_width_is_broken_as_ever) {
    const std::string word(60, 'm');
    ParagraphSpec spec = heading(word + " and more", 300, "en");
    const Paragraph balanced = shape(spec);
    spec.wrap = Wrap::full;
    EXPECT_EQ(balanced.lines().size(), shape(spec).lines().size());
    EXPECT_LE(balanced.width(), 300);
}

TEST(Balanced, one_line_and_none_stay_as_they_are) {
    EXPECT_EQ(shape(heading("Hair", 968, "en")).lines().size(), 1U);
    EXPECT_EQ(shape(heading("", 968, "en")).lines().size(), 1U);
    EXPECT_EQ(shape(heading("What a stem cell is", 0, "en")).lines().size(), 1U);
}

TEST(LeastWidth, is_that_of_the_widest_word_with_its_boxes) {
    const float word = shape(plain("treatments ")).width();
    const Span box{.text = "[1]", .style = styled(40), .mark = 0, .box = {44, 36}};
    const ParagraphSpec spec{
        .spans = {{.text = "of two treatments ", .style = styled(40), .box = {}}, box}};
    EXPECT_NEAR(Shaper(fonts()).least_width(spec), word + 44, 0.1);
}

}  // namespace candor::text
