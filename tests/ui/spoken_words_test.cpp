#include "ui/spoken_words.h"

#include <gtest/gtest.h>

#include "drawn_ui.h"

namespace candor::ui {
namespace {

/// What is written as read aloud of these spans.
class SpokenWordsTest : public testing::Test {
  protected:
    std::string spoken_of(const std::vector<text::Span>& spans, const std::string& words,
                          const text::Range& range) {
        std::string all;
        stage.show([&](Ui& ui) {
            text::ParagraphSpec spec;
            spec.spans = spans;
            const auto ink = ui.colour(Colour::spoken_ink);
            for (const text::Span& span : with_spoken(ui, spec, words, range).spans) {
                whole += span.text;
                if (span.style.colour == ink && span.mark > 0) all += "[" + span.text + "]";
            }
        });
        return all;
    }
    static text::Span span(const std::string& text, int mark = -1) {
        text::Span out;
        out.text = text;
        out.mark = mark;
        return out;
    }

    DrawnUi stage;
    std::string whole;
};

}  // namespace

TEST_F(SpokenWordsTest, sentence_within_one_span) {
    EXPECT_EQ(spoken_of({span("One. Two. Three.")}, "One. Two. Three.", {5, 9}), "[Two.]");
    EXPECT_EQ(whole, "One. Two. Three.") << "nothing is lost";
}

TEST_F(SpokenWordsTest, sentence_over_spans_and_past_a_citation) {
    text::Span pill = span("1", 1);
    pill.box = {20, 20};
    EXPECT_EQ(spoken_of({span("One "), span("two", 0), span(" three."), pill, span(" Four.")},
                        "One two three. Four.", {0, 14}),
              "[One ][two][ three.]");
    EXPECT_EQ(whole, "One two three.1 Four.");
}

TEST_F(SpokenWordsTest, spaces_that_were_folded_do_not_count) {
    EXPECT_EQ(spoken_of({span("One.\n  Two  words.")}, "One. Two words.", {5, 15}),
              "[Two  words.]");
}

TEST_F(SpokenWordsTest, range_past_the_end_is_what_there_is) {
    EXPECT_EQ(spoken_of({span("One.")}, "One.", {0, 99}), "[One.]");
    EXPECT_EQ(spoken_of({span("One.")}, "One.", {50, 99}), "");
}

TEST_F(SpokenWordsTest, lines_and_links_stay_where_they_are) {
    stage.show([&](Ui& ui) {
        const std::string words = "It is made from your own blood. It is not made from stem cells.";
        auto spec = ui.paragraph_spec(words, type::kBody, 500);
        text::Span link = spec.spans.front();
        spec.spans.front().text = words.substr(0, 37);
        link.text = words.substr(37);
        link.mark = 7;
        spec.spans.push_back(link);
        const text::Paragraph before = ui.shape(spec);
        const text::Paragraph after = ui.shape(with_spoken(ui, spec, words, {32, words.size()}));
        ASSERT_EQ(before.lines().size(), after.lines().size());
        for (std::size_t i = 0; i < before.lines().size(); ++i)
            EXPECT_EQ(before.lines()[i].right, after.lines()[i].right);
        EXPECT_EQ(rects_of(after, 7), before.mark_rects(7));
        EXPECT_FALSE(after.mark_rects_from(1000).empty());
    });
}

}  // namespace candor::ui
