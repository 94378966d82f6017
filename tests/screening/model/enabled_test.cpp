#include "form.h"

namespace candor::screening {
namespace {

// b waits for a, c waits for b.
const char* const kChain = R"(
- {linkId: a, type: boolean, text: A}
- linkId: b
  type: boolean
  text: B
  enableWhen: [{question: a, operator: "=", answerBoolean: true}]
- linkId: c
  type: string
  text: C
  enableWhen: [{question: b, operator: "=", answerBoolean: true}]
- linkId: d
  type: string
  text: D
  enableWhen: [{question: b, operator: exists, answerBoolean: false}]
)";

const char* const kGroups = R"(
- {linkId: a, type: boolean, text: A}
- linkId: outer
  type: group
  enableWhen: [{question: a, operator: "=", answerBoolean: true}]
  item:
    - linkId: inner
      type: group
      item:
        - {linkId: b, type: boolean, text: B}
- linkId: c
  type: string
  text: C
  enableWhen: [{question: b, operator: "=", answerBoolean: true}]
- {linkId: note, type: display, text: Note}
)";

}  // namespace

TEST(Enabled, item_without_conditions_is_enabled) {
    EXPECT_TRUE(shown(form(kChain), Response(), "a"));
}

TEST(Enabled, answer_of_a_disabled_question_does_not_count) {
    const auto questionnaire = form(kChain);
    Response response;
    response.set("a", {false});
    response.set("b", {true});
    EXPECT_FALSE(shown(questionnaire, response, "b"));
    EXPECT_FALSE(shown(questionnaire, response, "c"));
    EXPECT_TRUE(shown(questionnaire, response, "d"));
}

TEST(Enabled, chain_of_true_conditions_is_enabled) {
    const auto questionnaire = form(kChain);
    Response response;
    response.set("a", {true});
    response.set("b", {true});
    EXPECT_TRUE(shown(questionnaire, response, "c"));
    EXPECT_FALSE(shown(questionnaire, response, "d"));
}

TEST(Enabled, what_is_inside_a_disabled_group_is_disabled) {
    const auto questionnaire = form(kGroups);
    Response response;
    response.set("b", {true});
    for (const char* inside : {"outer", "inner", "b", "c"})
        EXPECT_FALSE(shown(questionnaire, response, inside)) << inside;
    response.set("a", {true});
    for (const char* inside : {"outer", "inner", "b", "c"})
        EXPECT_TRUE(shown(questionnaire, response, inside)) << inside;
}

TEST(Enabled, question_nested_in_a_question_follows_it) {
    const auto questionnaire = form(R"(
- {linkId: a, type: boolean, text: A}
- linkId: b
  type: boolean
  text: B
  enableWhen: [{question: a, operator: "=", answerBoolean: true}]
  item:
    - {linkId: inside, type: string, text: Inside}
)");
    Response response;
    EXPECT_FALSE(shown(questionnaire, response, "inside"));
    response.set("a", {true});
    EXPECT_TRUE(shown(questionnaire, response, "inside"));
}

TEST(Enabled, condition_on_a_later_question_works) {
    const auto questionnaire = form(R"(
- linkId: first
  type: string
  text: First
  enableWhen: [{question: last, operator: "=", answerInteger: 3}]
- {linkId: last, type: integer, text: Last}
)");
    Response response;
    response.set("last", {std::int64_t{3}});
    EXPECT_TRUE(shown(questionnaire, response, "first"));
}

TEST(Enabled, declined_question_has_no_answer) {
    const auto questionnaire = form(kChain);
    Response response;
    response.set("a", {true});
    response.decline("b");
    EXPECT_FALSE(shown(questionnaire, response, "c"));
    EXPECT_TRUE(shown(questionnaire, response, "d"));
}

TEST(Questions, are_the_enabled_answerable_ones_in_order) {
    const auto questionnaire = form(kGroups);
    Response response;
    EXPECT_EQ(link_ids(questions(questionnaire, response)), (Ids{"a"}));
    response.set("a", {true});
    response.set("b", {true});
    EXPECT_EQ(link_ids(questions(questionnaire, response)), (Ids{"a", "b", "c"}));
}

TEST(Questions, hidden_and_read_only_ones_are_not_asked) {
    const auto questionnaire = form(R"(
- linkId: g
  type: group
  extension: [{url: "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", valueBoolean: true}]
  item: [{linkId: a, type: string, text: A}]
- {linkId: b, type: string, text: B, readOnly: true}
- {linkId: c, type: string, text: C}
)");
    EXPECT_EQ(link_ids(questions(questionnaire, Response())), (Ids{"c"}));
    EXPECT_TRUE(shown(questionnaire, Response(), "a"));
}

TEST(DropDisabled, forgets_a_whole_chain_at_once) {
    const auto questionnaire = form(kChain);
    Response response;
    response.set("a", {false});
    response.set("b", {true});
    response.set("c", {std::string("words")});
    drop_disabled(questionnaire, response);
    EXPECT_EQ(response.state("a"), AnswerState::answered);
    EXPECT_EQ(response.state("b"), AnswerState::none);
    EXPECT_EQ(response.state("c"), AnswerState::none);
}

}  // namespace candor::screening
