#include <cmath>
#include <optional>

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

double length(const Line& line) { return line.right - line.left; }

/// Whether that word is all of the line, and short: no more than half of the width.
bool is_lone(const ParagraphSpec& spec, const Line& line, const std::string& word) {
    const Paragraph alone = shape(heading(word, 0, spec.language));
    return length(line) < alone.width() + 1 && length(line) <= spec.width_px / 2;
}

std::string first_word(const std::string& words) { return words.substr(0, words.find(' ')); }
std::string last_word(const std::string& words) { return words.substr(words.rfind(' ') + 1); }

/// How many of the first and the last line hold one short word alone.
int lone_words(const ParagraphSpec& spec, const Paragraph& paragraph) {
    const std::string& words = spec.spans.front().text;
    if (paragraph.lines().size() < 2) return 0;
    return (is_lone(spec, paragraph.lines().front(), first_word(words)) ? 1 : 0) +
           (is_lone(spec, paragraph.lines().back(), last_word(words)) ? 1 : 0);
}

/// The same words with a hard space in place of each of those at `spaces`, and as much on each line
/// as it holds; none: what is kept together is wider than that.
std::optional<Paragraph> kept_at(const ParagraphSpec& spec,
                                 const std::vector<std::size_t>& spaces) {
    std::string words = spec.spans.front().text;
    for (std::size_t i = spaces.size(); i-- > 0;) words.replace(spaces[i], 1, "\u00A0");
    ParagraphSpec together = heading(words, spec.width_px, spec.language);
    together.wrap = Wrap::full;
    if (Shaper(fonts()).least_width(together) > spec.width_px) return {};
    return shape(together);
}

/// Whether as many lines can do with fewer lone words than that: the first two words together, the
/// last two, or both.
bool can_do_with_fewer(const ParagraphSpec& spec, std::size_t lines, int lone) {
    const std::string& words = spec.spans.front().text;
    const std::size_t first = words.find(' '), last = words.rfind(' ');
    if (first == last) return false;
    for (const std::vector<std::size_t>& spaces :
         {std::vector{first}, std::vector{last}, std::vector{first, last}}) {
        const auto kept = kept_at(spec, spaces);
        if (kept && kept->lines().size() == lines && lone_words(spec, *kept) < lone) return true;
    }
    return false;
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

TEST(LineBreaks, no_shipped_heading_has_a_short_word_alone_on_an_outer_line_in_vain) {
    for (const char* language : kLanguages) {
        for (const std::string& words : shipped_texts(language).headings) {
            for (const float width : {300.0F, 430.0F, 560.0F, 720.0F, 968.0F}) {
                const ParagraphSpec spec = heading(words, width, language);
                const Paragraph paragraph = shape(spec);
                const int lone = lone_words(spec, paragraph);
                if (lone == 0 || Shaper(fonts()).least_width(spec) > width) continue;
                EXPECT_FALSE(can_do_with_fewer(spec, paragraph.lines().size(), lone))
                    << language << " " << width << ": " << words;
            }
        }
    }
}

TEST(LineBreaks, small_texts_end_in_a_lone_short_word_only_where_a_line_more_would_be_needed) {
    int given = 0;
    for (const char* language : kLanguages) {
        for (const std::string& words : shipped_texts(language).headings) {
            for (const float width : {300.0F, 430.0F, 560.0F, 720.0F}) {
                ParagraphSpec spec = heading(words, width, language);
                spec.wrap = Wrap::company;
                ParagraphSpec plain_spec = spec;
                plain_spec.wrap = Wrap::full;
                const Paragraph company = shape(spec), full = shape(plain_spec);
                EXPECT_EQ(company.lines().size(), full.lines().size()) << words;
                const std::size_t space = words.rfind(' ');
                if (space == words.npos || full.lines().size() < 2) continue;
                if (!is_lone(spec, full.lines().back(), last_word(words))) continue;
                const auto kept = kept_at(spec, {space});
                if (!kept || kept->lines().size() != full.lines().size()) continue;
                EXPECT_FALSE(is_lone(spec, company.lines().back(), last_word(words))) << words;
                ++given;
            }
        }
    }
    EXPECT_GT(given, 20);
}

TEST(LineBreaks, number_stays_on_one_line_with_its_percent_sign) {
    const Style style = styled(48, Weight::regular);
    for (const char* number : {"2 %", "100 %", "\u0662 \u066A"}) {
        for (float width = 200; width < 900; width += 7) {
            const ParagraphSpec spec{
                .spans = {{.text = "zwischen den ", .style = style, .box = {}},
                          {.text = number, .style = style, .mark = 1, .box = {}},
                          {.text = " davon", .style = style, .box = {}}},
                .width_px = width,
                .direction = Direction::left_to_right,
                .language = "de"};
            EXPECT_EQ(shape(spec).mark_rects(1).size(), 1U) << number << " " << width;
        }
    }
}

TEST(LineBreaks, range_stays_on_one_line) {
    const Style style = styled(48, Weight::regular);
    for (const char* range : {"18\u201349", "\u0661\u0668\u2013\u0664\u0669"}) {
        for (float width = 200; width < 900; width += 7) {
            const ParagraphSpec spec{
                .spans = {{.text = "Erkekler ", .style = style, .box = {}},
                          {.text = range, .style = style, .mark = 1, .box = {}},
                          {.text = " aras\u0131", .style = style, .box = {}}},
                .width_px = width,
                .direction = Direction::left_to_right,
                .language = "tr"};
            EXPECT_EQ(shape(spec).mark_rects(1).size(), 1U) << range << " " << width;
        }
    }
}

TEST(LineBreaks, number_that_has_no_room_beside_its_percent_sign_exceeds_nothing) {
    ParagraphSpec spec = heading("1234567890123456789012 % und 5\u20136", 200, "de");
    spec.wrap = Wrap::full;
    EXPECT_LE(shape(spec).width(), 200);
}

TEST(Balanced, short_first_word_is_given_company_and_a_long_last_word_is_left_alone) {
    const float room = shape(heading("Haartransplantation", 0, "de")).width() + 40;
    const Paragraph paragraph = shape(heading("Mit einer Haartransplantation", room, "de"));
    ASSERT_EQ(paragraph.lines().size(), 2U);
    EXPECT_NEAR(length(paragraph.lines()[0]), shape(heading("Mit einer", 0, "de")).width(), 1);
}

TEST(Balanced, lines_have_much_the_same_length) {
    const float width = shape(heading("What is known of how it", 0, "en")).width();
    const Paragraph paragraph = shape(heading("What is known of how it works", width, "en"));
    ASSERT_EQ(paragraph.lines().size(), 2U);
    EXPECT_LT(std::abs(length(paragraph.lines()[0]) - length(paragraph.lines()[1])), 120);
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
