#include "screens/self_check/steps.h"

#include <gtest/gtest.h>

#include "forms.h"

namespace candor::screens {
namespace {

using Ids = std::vector<std::string>;

std::vector<FormStep> all_of(const Visitor& visitor) {
    return steps(visitor.state.catalog->self_check->outline, visitor.state.visit.check.response);
}

Ids ids(const std::vector<FormStep>& all) {
    Ids out;
    for (const FormStep& step : all) out.push_back(step.id);
    return out;
}

Ids items(const FormStep& step) {
    Ids out;
    for (const Piece& piece : step.pieces) out.push_back(piece.item().link_id);
    return out;
}

Visitor asking(const std::string& form) { return Visitor(catalog_asking(form)); }

TEST(Steps, questions_stand_alone_and_a_page_stands_together) {
    const Visitor visitor(controls_catalog());
    const auto all = all_of(visitor);
    const Ids wanted{"bother", "weeks",    "change", "height",   "born",  "visit",
                     "wake",   "products", "code",   "site",     "story", "town",
                     "hopes",  "look",     "why",    "medicine", "daily", more_id("medicines"),
                     "habits"};
    EXPECT_EQ(ids(all), wanted);
    EXPECT_TRUE(all.back().is_page());
    EXPECT_EQ(items(all.back()), (Ids{"habits", "habits-note", "smoke", "home", "sleep", "rest",
                                      "bed", "family", "relative", "since", "family", "bye"}));
}

TEST(Steps, page_asks_what_its_answers_bring_up) {
    Visitor visitor(controls_catalog());
    visitor.asks(BeginSelfCheck{}).asks(ChooseAnswer{"smoke", true});
    EXPECT_TRUE(all_of(visitor).back().asks("packs"));
    visitor.asks(ChooseAnswer{"smoke", false});
    EXPECT_FALSE(all_of(visitor).back().asks("packs"));
}

TEST(Steps, text_belongs_to_the_question_after_it_else_before_it) {
    const Visitor visitor = asking(R"(
  - {linkId: hello, type: display, text: Hello}
  - {linkId: one, type: boolean, text: One}
  - linkId: group
    type: group
    text: Group
    item:
      - {linkId: two, type: boolean, text: Two}
      - {linkId: end-of-group, type: display, text: End}
  - {linkId: three, type: boolean, text: Three}
)");
    const auto all = all_of(visitor);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(items(all[0]), (Ids{"hello", "one"}));
    EXPECT_EQ(items(all[1]), (Ids{"group", "two", "end-of-group"}));
    EXPECT_EQ(items(all[2]), (Ids{"three"}));
    ASSERT_EQ(all[1].around.size(), 1U);
    EXPECT_EQ(all[1].around[0].item->link_id, "group");
    EXPECT_TRUE(all[2].around.empty());
}

TEST(Steps, question_inside_a_question_is_a_step_and_its_text_is_not_lost) {
    const Visitor visitor = asking(R"(
  - linkId: one
    type: boolean
    text: One
    item:
      - {linkId: note, type: display, text: Note}
      - {linkId: inner, type: boolean, text: Inner}
)");
    const auto all = all_of(visitor);
    EXPECT_EQ(ids(all), (Ids{"one", "inner"}));
    EXPECT_EQ(items(all[0]), (Ids{"one", "note"}));
    EXPECT_EQ(items(all[1]), (Ids{"one", "inner"})) << "what it is about stands above it";
    ASSERT_EQ(all[1].around.size(), 1U);
    EXPECT_EQ(all[1].around[0].item->link_id, "one");
}

TEST(Steps, words_that_lead_in_to_choices_stand_above_each) {
    const std::string head =
        "\n  - linkId: g\n    type: group\n    item:\n"
        "      - {linkId: lead, type: display, text: How often}\n";
    const auto choice = [](const std::string& id, const std::string& answer) {
        return "      - {linkId: " + id +
               ", type: choice, text: Q, answerOption: [{valueString: " + answer +
               "}, {valueString: b}]}\n";
    };
    const std::string last = "  - {linkId: last, type: boolean, text: Last}\n";
    const Visitor same = asking(head + choice("one", "a") + choice("two", "a") + last);
    const auto all = all_of(same);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(items(all[0]), (Ids{"lead", "one"}));
    EXPECT_EQ(items(all[1]), (Ids{"lead", "two"}));
    EXPECT_EQ(items(all[2]), Ids{"last"});
    const Visitor others = asking(head + choice("one", "a") + choice("two", "c") + last);
    EXPECT_EQ(items(all_of(others)[1]), Ids{"two"});
}

TEST(Steps, group_that_asks_nothing_keeps_its_place_and_its_title) {
    const Visitor visitor = asking(R"(
  - {linkId: first, type: string, text: First question}
  - {linkId: intro, type: display, text: "Text A, before the group"}
  - linkId: g
    type: group
    text: Heading of the group
    item:
      - {linkId: d1, type: display, text: "Text B, first line of the group"}
      - {linkId: d2, type: display, text: "Text C, second line of the group"}
  - {linkId: second, type: boolean, text: "Do you agree?"}
)");
    const auto all = all_of(visitor);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(items(all[0]), Ids{"first"});
    EXPECT_EQ(items(all[1]), (Ids{"intro", "g", "d1", "d2", "second"}));
    EXPECT_TRUE(all[1].around.empty()) << "the group is not around the question";
}

TEST(Steps, group_whose_questions_are_not_asked_is_a_text_too) {
    const Visitor visitor = asking(R"(
  - {linkId: first, type: boolean, text: First question}
  - linkId: g
    type: group
    text: Heading of the group
    item:
      - {linkId: d, type: display, text: Text of the group}
      - linkId: not-now
        type: boolean
        text: Not now
        enableWhen: [{question: first, operator: "=", answerBoolean: true}]
  - {linkId: lonely, type: group, text: Nothing inside}
  - {linkId: last, type: boolean, text: Last question}
)");
    const auto all = all_of(visitor);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(items(all[0]), Ids{"first"});
    EXPECT_EQ(items(all[1]), (Ids{"g", "d", "lonely", "last"}));
}

TEST(Steps, texts_of_inner_groups_stay_in_order_inside_a_question) {
    const Visitor visitor = asking(R"(
  - linkId: one
    type: boolean
    text: One
    item:
      - {linkId: d1, type: display, text: D1}
      - {linkId: g, type: group, text: G, item: [{linkId: d2, type: display, text: D2}]}
      - {linkId: d3, type: display, text: D3}
      - {linkId: inner, type: boolean, text: Inner}
)");
    EXPECT_EQ(items(all_of(visitor)[0]), (Ids{"one", "d1", "g", "d2", "d3"}));
}

TEST(Steps, titles_of_all_groups_lead_to_a_question) {
    const Visitor visitor = asking(R"(
  - {linkId: before, type: display, text: Before}
  - linkId: g1
    type: group
    text: For clinic staff
    item:
      - {linkId: between, type: display, text: Between}
      - linkId: g2
        type: group
        text: Inner heading
        item: [{linkId: q, type: string, text: Name}]
  - {linkId: z, type: boolean, text: "Done?"}
)");
    const auto all = all_of(visitor);
    EXPECT_EQ(items(all[0]), (Ids{"before", "g1", "between", "g2", "q"}));
    EXPECT_EQ(items(all[1]), Ids{"z"});
    Ids around;
    for (const Title& title : all[0].pieces.back().around) around.push_back(title.item->link_id);
    EXPECT_EQ(around, (Ids{"g1", "g2"}));
}

TEST(Steps, what_stands_before_a_page_stands_above_its_title) {
    const Visitor visitor = asking(R"(
  - {linkId: before, type: display, text: Before}
  - linkId: page
    type: group
    text: Page
    extension:
      - url: http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl
        valueCodeableConcept: {coding: [{code: page}]}
    item:
      - {linkId: g, type: group, text: G, item: [{linkId: d, type: display, text: D}]}
      - {linkId: q, type: boolean, text: Q}
)");
    EXPECT_EQ(items(all_of(visitor)[0]), (Ids{"before", "page", "g", "d", "q"}));
}

TEST(Steps, nothing_but_texts_is_no_step) {
    EXPECT_TRUE(all_of(asking("  - {linkId: a, type: display, text: A}\n")).empty());
}

TEST(Steps, step_is_found_by_itself_and_by_what_it_asks) {
    const Visitor visitor(controls_catalog());
    const auto all = all_of(visitor);
    EXPECT_EQ(find_step(all, "habits"), find_step(all, "rest"));
    EXPECT_EQ(find_step(all, "habits-note"), -1);
    EXPECT_EQ(find_step(all, "gone"), -1);
}

}  // namespace
}  // namespace candor::screens
