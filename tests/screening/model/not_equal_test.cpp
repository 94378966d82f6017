#include "form.h"

namespace candor::screening {
namespace {

/// `x` waits for `a` not to be 1; `a` itself waits for `on`.
Questionnaire waiting() {
    return form(R"(
- {linkId: on, type: boolean, text: On}
- linkId: a
  type: integer
  text: A
  repeats: true
  enableWhen: [{question: on, operator: "!=", answerBoolean: false}]
- linkId: x
  type: string
  text: X
  enableWhen: [{question: a, operator: "!=", answerInteger: 1}]
)");
}

}  // namespace

TEST(NotEqual, holds_for_an_unanswered_question) {
    EXPECT_EQ(report_on(waiting(), "").enabled, (Ids{"on", "a", "x"}));
}

TEST(NotEqual, fails_if_any_answer_is_equal) {
    EXPECT_EQ(
        report_on(waiting(), R"({"linkId":"a","answer":[{"valueInteger":2},{"valueInteger":1}]})")
            .enabled,
        (Ids{"on", "a"}));
}

TEST(NotEqual, holds_if_the_equal_answer_is_to_a_disabled_question) {
    EXPECT_EQ(report_on(waiting(), R"({"linkId":"on","answer":[{"valueBoolean":false}]},
                                      {"linkId":"a","answer":[{"valueInteger":1}]})")
                  .enabled,
              (Ids{"on", "x"}));
}

TEST(NotEqual, holds_for_a_declined_question) {
    EXPECT_EQ(report_on(waiting(), R"({"linkId":"a","answer":[{"extension":[
        {"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason",
         "valueCode":"asked-declined"}]}]})")
                  .enabled,
              (Ids{"on", "a", "x"}));
}

}  // namespace candor::screening
