#include "form.h"

namespace candor::screening {
namespace {

std::string option(const std::string& name, const std::string& weight) {
    return "{valueCoding: {code: " + name + ", display: D, extension: [" +
           extension_of("ordinalValue", "valueDecimal: " + weight) + "]}}";
}

Questionnaire weighed() {
    return form("- {linkId: a, type: choice, text: A, repeats: true, answerOption: [" +
                option("no", "0") + ", " + option("some", "0.1") + ", " + option("much", "0.2") +
                "]}\n- {linkId: b, type: choice, text: B, enableWhen: [{question: a, operator: "
                "\"=\", answerCoding: {code: much}}], answerOption: [{valueCoding: {code: x, "
                "display: X}, extension: [" +
                extension_of("itemWeight", "valueDecimal: 5") + "]}]}\n");
}

Report scored(const std::string& a, bool b) {
    return report_on(weighed(),
                     R"({"linkId":"a","answer":[)" + a + "]}" +
                         (b ? R"(,{"linkId":"b","answer":[{"valueCoding":{"code":"x"}}]})" : ""));
}

const std::string kSome = R"({"valueCoding":{"code":"some"}})";
const std::string kMuch = R"({"valueCoding":{"code":"much"}})";

}  // namespace

TEST(Scores, add_up_the_weights_of_all_that_is_chosen) {
    EXPECT_DOUBLE_EQ(*scored(kSome + "," + kMuch, true).score, 5.3);
}

TEST(Scores, leave_out_disabled_questions) { EXPECT_DOUBLE_EQ(*scored(kSome, true).score, 0.1); }

TEST(Scores, are_there_without_answers_and_not_without_weights) {
    EXPECT_DOUBLE_EQ(*report_on(weighed(), "").score, 0);
    EXPECT_FALSE(report_on(form("- {linkId: a, type: string, text: A}\n"), "").score);
}

TEST(Scores, are_written_to_fifteen_digits) {
    EXPECT_NE(to_json(scored(kSome + "," + kMuch, false)).find(R"("score":0.3,)"),
              std::string::npos);
    EXPECT_EQ(to_json(report_on(form("- {linkId: a, type: string, text: A}\n"), "")).find("score"),
              std::string::npos);
}

TEST(Scores, of_a_response_are_those_of_its_report) {
    Response response;
    response.set("a", {code("some"), code("much")});
    response.set("b", {code("x")});
    EXPECT_DOUBLE_EQ(*score(weighed(), response), 5.3);
    response.set("a", {code("some")});
    EXPECT_DOUBLE_EQ(*score(weighed(), response), 0.1);
}

}  // namespace candor::screening
