#include "form.h"

namespace candor::screening {
namespace {

std::string two_conditions(const std::string& behavior) {
    return R"(
- {linkId: a, type: boolean, text: A}
- {linkId: b, type: boolean, text: B}
- linkId: c
  type: string
  text: C
  enableWhen:
    - {question: a, operator: "=", answerBoolean: true}
    - {question: b, operator: "=", answerBoolean: true}
)" + behavior;
}

bool c_shown(const std::string& behavior, bool a, bool b) {
    const auto questionnaire = form(two_conditions("  enableBehavior: " + behavior + "\n"));
    Response response;
    response.set("a", {a});
    response.set("b", {b});
    return shown(questionnaire, response, "c");
}

}  // namespace

TEST(EnableBehavior, all_needs_every_condition) {
    EXPECT_TRUE(c_shown("all", true, true));
    EXPECT_FALSE(c_shown("all", true, false));
    EXPECT_FALSE(c_shown("all", false, true));
}

TEST(EnableBehavior, any_needs_one_condition) {
    EXPECT_TRUE(c_shown("any", true, false));
    EXPECT_TRUE(c_shown("any", false, true));
    EXPECT_FALSE(c_shown("any", false, false));
}

TEST(EnableBehavior, missing_with_two_conditions_is_que_12) {
    EXPECT_TRUE(has(findings_of(two_conditions("")), "que-12"));
}

TEST(EnableBehavior, missing_with_one_condition_is_fine) {
    EXPECT_TRUE(findings_of(R"(
- {linkId: a, type: boolean, text: A}
- linkId: b
  type: string
  text: B
  enableWhen: [{question: a, operator: exists, answerBoolean: false}]
)")
                    .empty());
}

TEST(EnableBehavior, other_word_is_refused) {
    EXPECT_TRUE(has(findings_of(two_conditions("  enableBehavior: some\n")), "unknown-behavior"));
}

}  // namespace candor::screening
