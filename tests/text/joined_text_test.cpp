#include "text/joined_text.h"

#include "fixture.h"

namespace candor::text {
namespace {

Span span(std::string text) { return {.text = std::move(text), .style = styled(40), .box = {}}; }
Span box(std::string text) {
    return {.text = std::move(text), .style = styled(40), .box = {10, 10}};
}

}  // namespace

TEST(JoinedText, spans_are_found_by_byte) {
    const std::vector<Span> spans{span("ab"), span(""), span("cd")};
    const JoinedText joined(spans, Breaks::paragraphs);
    EXPECT_EQ(joined.text(), "abcd");
    EXPECT_EQ(joined.span_at(0), 0U);
    EXPECT_EQ(joined.span_at(1), 0U);
    EXPECT_EQ(joined.span_at(2), 2U);
    EXPECT_EQ(joined.span_at(4), 2U);
}

TEST(JoinedText, no_spans_is_empty) {
    const JoinedText joined({}, Breaks::paragraphs);
    EXPECT_EQ(joined.text(), "");
    EXPECT_EQ(joined.span_at(0), 0U);
    EXPECT_EQ(joined.source_of(0), 0U);
}

TEST(JoinedText, source_bytes_skip_replacements_and_boxes) {
    const std::vector<Span> spans{span("a\xFF"), box("[12]"), span("z")};
    const JoinedText joined(spans, Breaks::paragraphs);
    EXPECT_EQ(joined.text(), "a\uFFFD\uFFFCz");
    EXPECT_EQ(joined.source_of(1), 1U);
    EXPECT_EQ(joined.source_of(4), 2U);
    EXPECT_EQ(joined.source_of(joined.text().size() - 1), 6U);
    EXPECT_EQ(joined.source_of(joined.text().size()), 7U);
}

TEST(JoinedText, word_before_a_byte_ends_before_spaces_and_not_before_a_paragraph) {
    const auto end_of_word = [](std::vector<Span> spans) {
        const JoinedText joined(spans, Breaks::paragraphs);
        return joined.end_of_word_before(joined.begin_of(spans.size() - 1));
    };
    EXPECT_EQ(end_of_word({span("ab"), box("")}), 1U);
    EXPECT_EQ(end_of_word({span("ab  "), box("")}), 1U);
    EXPECT_EQ(end_of_word({span("a\u0634 "), box("")}), 1U);
    EXPECT_EQ(end_of_word({box(""), span(" "), box("")}), 0U);
    EXPECT_EQ(end_of_word({box("")}), 0U);
    EXPECT_EQ(end_of_word({span("ab\n"), box("")}), 3U);
}

TEST(JoinedText, paragraph_ends_become_line_separators_on_request) {
    const std::vector<Span> spans{span("a\nb\r\nc\u2029d\re")};
    EXPECT_EQ(JoinedText(spans, Breaks::lines).text(), "a\u2028b\u2028c\u2028d\u2028e");
    EXPECT_EQ(JoinedText(spans, Breaks::paragraphs).text(), spans[0].text);
}

TEST(JoinedText, end_after_line_cuts_and_shows_that_something_followed) {
    const std::vector<Span> spans{span("a\nb\nc"), span("d")};
    JoinedText joined(spans, Breaks::lines);
    joined.end_after_line_at(4);
    EXPECT_EQ(joined.text(), "a\u2028b…");
    EXPECT_EQ(joined.begin_of(1), joined.text().size());
    JoinedText whole(spans, Breaks::lines);
    whole.end_after_line_at(8);
    EXPECT_EQ(whole.text(), "a\u2028b\u2028cd") << "nothing followed";
}

TEST(JoiningScript, arabic_joins_and_latin_does_not) {
    EXPECT_TRUE(has_joining_script("PRP شعر"));
    EXPECT_FALSE(has_joining_script("Größe ıİ Привет"));
}

}  // namespace candor::text
