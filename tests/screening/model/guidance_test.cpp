#include "screening/reading/load_guidance.h"

#include "form.h"

namespace candor::screening {
namespace {

const char* const kGuided = R"(
- {linkId: a, type: boolean, text: A}
- {linkId: b, type: boolean, text: B}
- linkId: c
  type: choice
  repeats: true
  text: C
  answerOption: [{valueCoding: {code: x, display: X}}, {valueCoding: {code: y, display: Y}}]
- linkId: d
  type: boolean
  text: D
  enableWhen: [{question: a, operator: "!=", answerBoolean: true}]
)";

std::string finding(const std::string& id, const std::string& level, const std::string& rest) {
    return "  - {id: " + id + ", level: " + level + ", title: {en: " + id +
           "-title}, text: {en: x}, sources: [], " + rest + "}\n";
}
std::string when(const std::string& question) {
    return "enableWhen: [{question: " + question + ", operator: \"=\", answerBoolean: true}]";
}

struct Led {
    Questionnaire questionnaire;
    Guidance guidance;
    Outcome outcome;
};

Led lead(const std::string& findings, const Response& response) {
    Led led;
    led.questionnaire = form(kGuided);
    auto loaded = load_guidance(kLevels + findings, "guidance.yaml", led.questionnaire);
    for (const auto& f : loaded.findings) ADD_FAILURE() << base::to_line(f);
    led.guidance = std::move(loaded.guidance).value_or(Guidance());
    led.outcome = evaluate(led.questionnaire, led.guidance, response);
    return led;
}

Ids ids_of(const Outcome& outcome) {
    Ids ids;
    for (const auto& matched : outcome.findings) ids.push_back(matched.finding->id);
    return ids;
}

Response both() {
    Response response;
    response.set("a", {true});
    response.set("b", {true});
    return response;
}

}  // namespace

TEST(Guidance, red_flags_stand_first_then_safety_then_hope) {
    const auto led =
        lead(finding("t", "tell-the-doctor", when("a")) + finding("w", "worth-a-talk", when("a")) +
                 finding("l", "less-likely", when("a")) + finding("u2", "urgent", when("b")) +
                 finding("u1", "urgent", when("a")),
             both());
    EXPECT_EQ(ids_of(led.outcome), (Ids{"u2", "u1", "t", "l", "w"}));
    EXPECT_EQ(led.outcome.level, Level::urgent);
    EXPECT_EQ(led.outcome.title.in("en"), "U");
}

TEST(Guidance, headline_is_of_the_first_level_that_a_finding_has) {
    const auto worth = finding("w", "worth-a-talk", when("a"));
    const auto tell = finding("t", "tell-the-doctor", when("a"));
    const auto less = finding("l", "less-likely", when("b"));
    EXPECT_EQ(lead(worth, both()).outcome.level, Level::worth_a_talk);
    EXPECT_EQ(lead(worth + less, both()).outcome.level, Level::less_likely);
    EXPECT_EQ(lead(worth + less + tell, both()).outcome.level, Level::tell_the_doctor);
}

TEST(Guidance, no_match_is_worth_a_talk) {
    const auto led = lead(finding("u", "urgent", when("a")), Response());
    EXPECT_TRUE(led.outcome.findings.empty());
    EXPECT_EQ(led.outcome.level, Level::worth_a_talk);
    EXPECT_EQ(led.outcome.text.in("en"), "w");
}

TEST(Guidance, ending_replaces_the_headline) {
    const auto led = lead(finding("l", "less-likely", when("a")) +
                              finding("e", "tell-the-doctor", when("a") + ", ending: true"),
                          both());
    EXPECT_EQ(led.outcome.level, Level::tell_the_doctor);
    EXPECT_EQ(led.outcome.title.in("en"), "e-title");
}

TEST(Guidance, red_flag_wins_over_an_ending) {
    const auto led = lead(finding("u", "urgent", when("b")) +
                              finding("e", "tell-the-doctor", when("a") + ", ending: true"),
                          both());
    EXPECT_EQ(led.outcome.level, Level::urgent);
    EXPECT_EQ(led.outcome.title.in("en"), "U");
}

TEST(Guidance, causes_are_the_answered_questions_whose_conditions_hold) {
    Response response;
    response.set("a", {true});
    response.set("c", {code("x"), code("y")});
    const auto led = lead(
        finding("f", "urgent",
                "enableBehavior: any, enableWhen: [{question: b, operator: \"=\", answerBoolean: "
                "true}, {question: c, operator: \"=\", answerCoding: {code: x}}, {question: c, "
                "operator: \"=\", answerCoding: {code: y}}, {question: a, operator: exists, "
                "answerBoolean: true}, {question: b, operator: \"!=\", answerBoolean: true}]"),
        response);
    ASSERT_EQ(led.outcome.findings.size(), 1U);
    Ids causes;
    for (const auto& cause : led.outcome.findings[0].causes) causes.push_back(cause.link_id);
    EXPECT_EQ(causes, (Ids{"c", "a"}));
}

TEST(Guidance, answer_of_a_disabled_question_does_not_count) {
    Response response;
    response.set("d", {true});
    const auto findings = finding("f", "urgent", when("d"));
    EXPECT_EQ(ids_of(lead(findings, response).outcome), (Ids{"f"}));
    response.set("a", {true});
    EXPECT_TRUE(lead(findings, response).outcome.findings.empty());
}

TEST(Guidance, any_repetition_raises_a_red_flag) {
    const auto questionnaire = form(
        "- {linkId: g, type: group, repeats: true, item: [{linkId: a, type: boolean, text: A}]}\n");
    const auto loaded =
        load_guidance(kLevels + finding("u", "urgent", when("a")), "g", questionnaire);
    ASSERT_TRUE(loaded.guidance);
    const auto judged = report(questionnaire, &*loaded.guidance,
                               R"({"resourceType":"QuestionnaireResponse","item":[
                   {"linkId":"g","item":[{"linkId":"a","answer":[{"valueBoolean":true}]}]},
                   {"linkId":"g","item":[{"linkId":"a","answer":[{"valueBoolean":false}]}]}]})",
                               "r");
    ASSERT_TRUE(judged.report);
    EXPECT_NE(to_json(*judged.report).find(R"("guidance":{"level":"urgent","findings":["u"]})"),
              std::string::npos);
}

namespace {

bool causes_finding(const std::string& yaml, const std::string& code) {
    const auto loaded = load_guidance(yaml, "guidance.yaml", form(kGuided));
    return has(loaded.findings, code) && !loaded.guidance;
}

}  // namespace

TEST(GuidanceFile, errors_have_their_findings) {
    const std::string good = finding("f", "urgent", when("a"));
    EXPECT_TRUE(causes_finding(kLevels + finding("f", "urgent", when("zz")), "unknown-question"));
    EXPECT_TRUE(causes_finding(kLevels + finding("f", "soon", when("a")), "unknown-level"));
    EXPECT_TRUE(causes_finding(kLevels + finding("f", "urgent", "ending: false"), "no-conditions"));
    EXPECT_TRUE(causes_finding(kLevels + good + good, "doubled-id"));
    EXPECT_TRUE(causes_finding(kLevels + finding("f", "urgent", when("a") + ", colour: red"),
                               "unknown-element"));
    EXPECT_TRUE(causes_finding("findings:\n" + good, "level-without-words"));
    EXPECT_TRUE(causes_finding(kLevels, "no-findings"));
    EXPECT_TRUE(causes_finding("", "empty-file"));
}

TEST(GuidanceFile, condition_on_no_option_is_an_error) {
    EXPECT_TRUE(causes_finding(
        kLevels + finding("f", "urgent",
                          "enableWhen: [{question: c, operator: \"=\", answerCoding: {code: z}}]"),
        "not-an-option"));
}

TEST(GuidanceFile, two_conditions_need_a_behavior) {
    EXPECT_TRUE(causes_finding(
        kLevels + finding("f", "urgent",
                          "enableWhen: [{question: a, operator: exists, answerBoolean: true}, "
                          "{question: b, operator: exists, answerBoolean: true}]"),
        "que-12"));
}

}  // namespace candor::screening
