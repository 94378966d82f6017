#include <algorithm>

#include "form.h"
#include "screening/model/value.h"

namespace candor::screening {
namespace {

const char* const kCauses = R"(
- {linkId: age, type: integer, text: Age}
- {linkId: note, type: string, text: Note, required: true}
- linkId: signs
  type: choice
  repeats: true
  text: Signs
  answerOption: [{valueCoding: {code: x}}, {valueCoding: {code: y}}, {valueCoding: {code: z}}]
- {linkId: late, type: boolean, text: Late, enableWhen: [{question: age, operator: ">", answerInteger: 50}]}
)";

Coding sign(const char* name) { return code(name); }

/// The causes of a finding on these conditions, as "signs=x+z"; "-" where it does not match.
std::string causes(std::vector<EnableWhen> conditions, const Response& response,
                   Behavior behavior = Behavior::any) {
    static const Questionnaire questionnaire = form(kCauses);
    Guidance guidance;
    GuidanceFinding finding;
    finding.id = "f";
    finding.enable_when = std::move(conditions);
    finding.enable_behavior = behavior;
    guidance.findings.push_back(finding);
    const Outcome outcome = evaluate(questionnaire, guidance, response);
    if (outcome.findings.empty()) return "-";
    std::string text;
    for (const auto& cause : outcome.findings[0].causes) {
        text += (text.empty() ? "" : " ") + cause.link_id + "=";
        for (const Value* value : cause.values) {
            if (const auto* coding = std::get_if<Coding>(value)) text += coding->code;
            if (const auto* integer = std::get_if<std::int64_t>(value))
                text += std::to_string(*integer);
            if (const auto* words = std::get_if<std::string>(value)) text += *words;
        }
    }
    return text;
}

Response all_answered() {
    Response response;
    response.set("age", {std::int64_t{40}});
    response.set("note", {std::string("mine")});
    response.set("signs", {code("x"), code("z")});
    return response;
}

}  // namespace

TEST(Causes, of_equal_are_the_answers_that_are_equal_and_no_others) {
    const Response response = all_answered();
    EXPECT_EQ(causes({{"signs", Operator::equal, sign("z")}}, response), "signs=z");
    EXPECT_EQ(causes({{"signs", Operator::equal, sign("z")},
                      {"signs", Operator::equal, sign("x")},
                      {"signs", Operator::equal, sign("y")}},
                     response),
              "signs=zx");
}

TEST(Causes, of_an_ordering_are_the_answers_that_stand_so) {
    const Response response = all_answered();
    for (const Operator op : {Operator::less, Operator::less_or_equal})
        EXPECT_EQ(causes({{"age", op, std::int64_t{50}}}, response), "age=40");
    for (const Operator op : {Operator::greater, Operator::greater_or_equal})
        EXPECT_EQ(causes({{"age", op, std::int64_t{30}}}, response), "age=40");
    EXPECT_EQ(causes({{"age", Operator::greater, std::int64_t{50}}}, response), "-");
}

TEST(Causes, of_not_equal_are_all_answers_since_none_is_equal) {
    EXPECT_EQ(causes({{"signs", Operator::not_equal, sign("y")}}, all_answered()), "signs=xz");
    EXPECT_EQ(causes({{"signs", Operator::not_equal, sign("x")}}, all_answered()), "-");
}

TEST(Causes, of_exists_are_all_answers) {
    EXPECT_EQ(causes({{"signs", Operator::exists, true}}, all_answered()), "signs=xz");
}

TEST(Causes, of_silence_are_none) {
    const Response nothing;
    EXPECT_EQ(causes({{"age", Operator::exists, false}}, nothing), "");
    EXPECT_EQ(causes({{"age", Operator::not_equal, std::int64_t{3}}}, nothing), "");
}

TEST(Causes, of_a_declined_question_is_that_it_was_declined) {
    Response response;
    response.decline("note");
    EXPECT_EQ(causes({{"note", Operator::exists, false}}, response), "note=");
    EXPECT_EQ(causes({{"note", Operator::not_equal, std::string("x")}}, response), "note=");
}

TEST(Causes, leave_out_questions_that_are_not_enabled) {
    Response response = all_answered();
    response.set("late", {true});
    EXPECT_EQ(causes({{"late", Operator::exists, false}, {"age", Operator::exists, true}}, response,
                     Behavior::all),
              "age=40");
    EXPECT_EQ(causes({{"late", Operator::exists, true}}, response), "-");
}

TEST(Causes, name_only_the_conditions_that_hold) {
    EXPECT_EQ(causes({{"age", Operator::equal, std::int64_t{1}},
                      {"note", Operator::equal, std::string("mine")}},
                     all_answered()),
              "note=mine");
}

}  // namespace candor::screening
