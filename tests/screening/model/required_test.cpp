#include "form.h"

namespace candor::screening {
namespace {

const char* const kRequired = R"(
- {linkId: a, type: boolean, text: A, required: true}
- linkId: b
  type: string
  text: B
  required: true
  enableWhen: [{question: a, operator: "=", answerBoolean: true}]
- {linkId: c, type: string, text: C}
- {linkId: g, type: group, required: true, item: [{linkId: d, type: string, text: D}]}
)";

}  // namespace

TEST(Required, unanswered_question_and_empty_group_are_missing) {
    EXPECT_EQ(link_ids(missing(form(kRequired), Response())), (Ids{"a", "g"}));
}

TEST(Required, disabled_question_is_not_missing) {
    const auto questionnaire = form(kRequired);
    Response response;
    response.set("a", {true});
    response.set("d", {std::string("x")});
    EXPECT_EQ(link_ids(missing(questionnaire, response)), (Ids{"b"}));
    response.set("a", {false});
    EXPECT_TRUE(missing(questionnaire, response).empty());
}

TEST(Required, declined_is_enough) {
    const auto questionnaire = form(kRequired);
    Response response;
    response.decline("a");
    response.decline("d");
    EXPECT_TRUE(missing(questionnaire, response).empty());
}

TEST(Required, blank_text_is_not_an_answer) {
    const auto questionnaire = form("- {linkId: a, type: string, text: A, required: true}\n");
    Response response;
    response.set("a", {std::string("  ")});
    EXPECT_EQ(link_ids(missing(questionnaire, response)), (Ids{"a"}));
    EXPECT_EQ(report_on(questionnaire, R"({"linkId":"a","answer":[{"valueString":""}]})").missing,
              (Ids{"a"}));
}

TEST(Required, declined_in_a_response_is_enough_wherever_it_says_so) {
    const auto questionnaire = form("- {linkId: a, type: string, text: A, required: true}\n");
    const std::string reason =
        R"("extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"asked-declined"}])";
    for (const std::string& item :
         {R"({"linkId":"a","answer":[{)" + reason + "}]}", R"({"linkId":"a",)" + reason + "}",
          R"({"linkId":"a","answer":[{"_valueString":{)" + reason + "}}]}"})
        EXPECT_TRUE(report_on(questionnaire, item).missing.empty()) << item;
}

TEST(Required, other_absent_reason_is_not_enough) {
    const auto report = report_on(
        form("- {linkId: a, type: string, text: A, required: true}\n"),
        R"({"linkId":"a","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]})");
    EXPECT_EQ(report.missing, (Ids{"a"}));
}

TEST(Required, invalid_answer_is_invalid_and_not_missing) {
    const auto report = report_on(form("- {linkId: a, type: integer, text: A, required: true}\n"),
                                  R"({"linkId":"a","answer":[{"valueInteger":1.5}]})");
    EXPECT_TRUE(report.missing.empty());
    EXPECT_EQ(report.invalid, (std::vector<Report::Invalid>{{"a", "not-an-integer"}}));
}

}  // namespace candor::screening
