#include "form.h"

namespace candor::screening {
namespace {

const char* const kMedicines = R"(
- linkId: medicine
  type: group
  repeats: true
  item:
    - {linkId: name, type: string, text: Name, required: true}
    - {linkId: still, type: boolean, text: Still}
    - linkId: since
      type: date
      text: Since
      required: true
      enableWhen: [{question: still, operator: "=", answerBoolean: true}]
- linkId: after
  type: string
  text: After
  enableWhen: [{question: still, operator: "=", answerBoolean: true}]
)";

std::string medicine(const std::string& name, const std::string& rest) {
    return R"({"linkId":"medicine","item":[{"linkId":"name","answer":[{"valueString":")" + name +
           "\"}]}" + rest + "]}";
}
const std::string kStill = R"(,{"linkId":"still","answer":[{"valueBoolean":true}]})";
const std::string kStopped = R"(,{"linkId":"still","answer":[{"valueBoolean":false}]})";
const std::string kSince = R"(,{"linkId":"since","answer":[{"valueDate":"2026"}]})";

}  // namespace

TEST(Repetitions, absent_group_counts_as_one_blank_repetition) {
    const auto report = report_on(form(kMedicines), "");
    EXPECT_EQ(report.enabled, (Ids{"medicine", "name", "still"}));
    EXPECT_EQ(report.missing, (Ids{"name"}));
}

TEST(Repetitions, item_is_enabled_if_any_repetition_has_it_enabled) {
    const auto report =
        report_on(form(kMedicines), medicine("a", kStill + kSince) + "," + medicine("b", kStopped));
    EXPECT_EQ(report.enabled, (Ids{"medicine", "name", "still", "since"}));
    EXPECT_TRUE(report.missing.empty());
}

TEST(Repetitions, item_is_missing_if_any_enabled_repetition_lacks_it) {
    const auto report =
        report_on(form(kMedicines), medicine("a", kStill + kSince) + "," + medicine("b", kStill));
    EXPECT_EQ(report.missing, (Ids{"since"}));
}

TEST(Repetitions, condition_looks_at_its_own_repetition) {
    const auto report =
        report_on(form(kMedicines), medicine("a", kStill + kSince) + "," + medicine("b", kSince));
    EXPECT_TRUE(report.missing.empty());
}

TEST(Repetitions, condition_from_outside_looks_at_the_nearest_before) {
    const auto questionnaire = form(kMedicines);
    const auto last_still =
        report_on(questionnaire, medicine("a", kStopped) + "," + medicine("b", kStill + kSince));
    EXPECT_EQ(last_still.enabled.back(), "after");
    const auto last_stopped =
        report_on(questionnaire, medicine("a", kStill + kSince) + "," + medicine("b", kStopped));
    EXPECT_NE(last_stopped.enabled.back(), "after");
}

TEST(Repetitions, condition_before_the_group_looks_at_the_first_after) {
    const auto questionnaire = form(R"(
- linkId: before
  type: string
  text: Before
  enableWhen: [{question: q, operator: "=", answerInteger: 1}]
- {linkId: g, type: group, repeats: true, item: [{linkId: q, type: integer, text: Q}]}
)");
    const auto report =
        report_on(questionnaire,
                  R"({"linkId":"g","item":[{"linkId":"q","answer":[{"valueInteger":1}]}]},
           {"linkId":"g","item":[{"linkId":"q","answer":[{"valueInteger":2}]}]})");
    EXPECT_EQ(report.enabled.front(), "before");
}

TEST(Repetitions, groups_in_groups_keep_to_their_own) {
    const auto questionnaire = form(R"(
- linkId: outer
  type: group
  repeats: true
  item:
    - {linkId: on, type: boolean, text: On}
    - linkId: inner
      type: group
      repeats: true
      item:
        - linkId: q
          type: string
          text: Q
          required: true
          enableWhen: [{question: on, operator: "=", answerBoolean: true}]
)");
    const std::string answered =
        R"({"linkId":"inner","item":[{"linkId":"q","answer":[{"valueString":"x"}]}]})";
    const std::string blank = R"({"linkId":"inner"})";
    const auto outer = [](const char* on, const std::string& inner) {
        return std::string(
                   R"({"linkId":"outer","item":[{"linkId":"on","answer":[{"valueBoolean":)") +
               on + "}]}," + inner + "]}";
    };
    EXPECT_TRUE(report_on(questionnaire, outer("true", answered) + "," + outer("false", blank))
                    .missing.empty());
    EXPECT_EQ(report_on(questionnaire, outer("true", answered + "," + blank)).missing, (Ids{"q"}));
}

TEST(Repetitions, group_that_does_not_repeat_is_too_many) {
    const auto questionnaire =
        form("- {linkId: g, type: group, item: [{linkId: q, type: integer, text: Q}]}\n");
    EXPECT_EQ(report_on(questionnaire, R"({"linkId":"g"},{"linkId":"g"})").invalid,
              (std::vector<Report::Invalid>{{"g", "too-many"}}));
}

TEST(Repetitions, what_is_inside_a_question_repeats_with_its_answers) {
    const auto questionnaire = form(R"(
- linkId: q
  type: string
  text: Q
  repeats: true
  item: [{linkId: inside, type: string, text: Inside, required: true}]
)");
    const auto report = report_on(questionnaire, R"({"linkId":"q","answer":[
        {"valueString":"a","item":[{"linkId":"inside","answer":[{"valueString":"x"}]}]},
        {"valueString":"b"}]})");
    EXPECT_EQ(report.missing, (Ids{"inside"}));
}

TEST(Repetitions, question_meets_its_enclosing_question) {
    const auto questionnaire = form(R"(
- linkId: q
  type: boolean
  text: Q
  item:
    - linkId: inside
      type: string
      text: Inside
      enableWhen: [{question: q, operator: "=", answerBoolean: true}]
)");
    EXPECT_EQ(
        report_on(questionnaire, R"({"linkId":"q","answer":[{"valueBoolean":true}]})").enabled,
        (Ids{"q", "inside"}));
    EXPECT_EQ(
        report_on(questionnaire, R"({"linkId":"q","answer":[{"valueBoolean":false}]})").enabled,
        (Ids{"q"}));
}

}  // namespace candor::screening
