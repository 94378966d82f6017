#include "screening/model/limits.h"

#include "form.h"
#include "screening/proof/proof.h"
#include "screening/reading/load_guidance.h"

namespace candor::screening {
namespace {

std::string by(const std::string& name, const std::string& expression) {
    return "{url: \"http://hl7.org/fhir/StructureDefinition/" + name +
           "\", _valueInteger: {extension: [{url: "
           "\"http://hl7.org/fhir/StructureDefinition/cqf-expression\", valueExpression: "
           "{language: text/fhirpath, expression: \"" +
           expression + "\"}}]}}";
}
const std::string kBegan = "%resource.item.where(linkId='began').answer.value";

Questionnaire dates() {
    return form(
        "- {linkId: began, type: date, text: Began}\n"
        "- {linkId: ended, type: date, text: Ended, extension: [" +
        by("minValue", kBegan) + ", " + by("maxValue", kBegan + " + 30 days") + "]}\n");
}

}  // namespace

TEST(LimitsByAnswers, are_values_once_what_they_look_at_is_answered) {
    const Questionnaire q = dates();
    const Outline outline(q);
    Response response;
    const Item& ended = q.items[1];
    EXPECT_TRUE(has_limits_by_answers(ended));
    EXPECT_FALSE(with_limits(outline, response, ended, "ended").min_value);
    response.set("began", {Date{"2026-03-01"}});
    const Item now = with_limits(outline, response, ended, "ended");
    EXPECT_EQ(std::get<Date>(now.min_value.value()).iso, "2026-03-01");
    EXPECT_EQ(std::get<Date>(now.max_value.value()).iso, "2026-03-31");
    EXPECT_EQ(problems(now, {Date{"2026-02-28"}}), std::vector<std::string>{"out-of-range"});
    EXPECT_TRUE(problems(now, {Date{"2026-03-31"}}).empty());
}

TEST(LimitsByAnswers, find_answers_that_are_outside_them_now) {
    const Questionnaire q = dates();
    const Outline outline(q);
    Response response;
    response.set("ended", {Date{"2026-02-01"}});
    EXPECT_TRUE(outside_limits(outline, response).empty());
    response.set("began", {Date{"2026-03-01"}});
    EXPECT_EQ(outside_limits(outline, response), std::vector<std::string>{"ended"});
}

TEST(LimitsByAnswers, of_a_response_are_judged) {
    const Questionnaire q = dates();
    const auto loaded = report(q, nullptr,
                               R"({"resourceType":"QuestionnaireResponse","item":[
        {"linkId":"began","answer":[{"valueDate":"2026-03-01"}]},
        {"linkId":"ended","answer":[{"valueDate":"2026-02-01"}]}]})",
                               "r.json");
    ASSERT_TRUE(loaded.report);
    ASSERT_EQ(loaded.report->invalid.size(), 1U);
    EXPECT_EQ(loaded.report->invalid[0].link_id, "ended");
    EXPECT_EQ(loaded.report->invalid[0].code, "out-of-range");
}

TEST(LimitsByAnswers, that_look_at_their_own_answer_or_have_no_order_are_refused) {
    EXPECT_TRUE(
        has(findings_of("- {linkId: a, type: integer, text: A, extension: [" +
                        by("minValue", "%resource.item.where(linkId='a').answer.value") + "]}\n"),
            "bad-limit"));
    EXPECT_TRUE(
        has(findings_of("- {linkId: b, type: integer, text: B}\n"
                        "- {linkId: a, type: string, text: A, extension: [" +
                        by("minValue", "%resource.item.where(linkId='b').answer.value") + "]}\n"),
            "bad-limit"));
    EXPECT_TRUE(has(findings_of("- {linkId: a, type: integer, text: A, extension: [" +
                                by("minValue", "%resource.item.resolve()") + "]}\n"),
                    "unsupported"));
}

/// An answer of 9 or more may never be possible: it hangs on "b".
TEST(LimitsByAnswers, are_not_followed_by_the_proof) {
    const Questionnaire q = form(
        "- {linkId: b, type: integer, text: B}\n- {linkId: a, type: integer, text: A, extension: "
        "[" +
        by("maxValue", "%resource.item.where(linkId='b').answer.value") +
        "]}\n- {linkId: c, type: boolean, text: C, enableWhen: [{question: a, operator: \">\", "
        "answerInteger: 9}]}\n");
    const auto words = load_guidance(kLevels +
                                         "  - {id: f, level: worth-a-talk, enableWhen: "
                                         "[{question: c, operator: exists, answerBoolean: "
                                         "true}], title: {en: F}, text: {en: f}, sources: []}\n",
                                     "guidance.yaml", q);
    ASSERT_TRUE(words.guidance);
    const Proof proof = prove(q, *words.guidance);
    EXPECT_TRUE(proof.violations.empty());
    EXPECT_FALSE(proof.unproven.empty());
}

}  // namespace candor::screening
