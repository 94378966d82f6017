#include "screening/proof/proof.h"

#include <algorithm>

#include "form.h"
#include "screening/model/enable_when.h"

namespace candor::screening {
namespace {

GuidanceFinding finding(const std::string& id, Level level, std::vector<EnableWhen> conditions,
                        Behavior behavior = Behavior::all) {
    GuidanceFinding made;
    made.id = id;
    made.level = level;
    made.enable_when = std::move(conditions);
    made.enable_behavior = behavior;
    return made;
}
EnableWhen is(const std::string& question, Value value) {
    return {question, Operator::equal, std::move(value)};
}

/// "claim subject: path" of each violation.
Ids told(const Proof& proof) {
    static const char* const kClaims[] = {"unreached", "unanswerable", "unfound",
                                          "flag lost", "uncaused",     "longest"};
    Ids lines;
    for (const auto& violation : proof.violations)
        lines.push_back(std::string(kClaims[static_cast<int>(violation.claim)]) + " " +
                        violation.subject + ": " + to_text(violation.path));
    return lines;
}

Proof prove_of(const std::string& items, const std::vector<GuidanceFinding>& findings,
               HeadlineRule rule = headline_of) {
    static Questionnaire questionnaire;
    static Guidance guidance;
    questionnaire = form(items);
    guidance.findings = findings;
    return prove(questionnaire, guidance, rule);
}

const char* const kAges = R"(
- linkId: age
  type: choice
  required: true
  text: Age
  answerOption: [{valueCoding: {code: young}}, {valueCoding: {code: middle}}, {valueCoding: {code: old}}]
)";

}  // namespace

TEST(Proof, of_a_sound_check_has_its_size_and_no_violation) {
    const auto proof = prove_of(std::string(kAges) +
                                    "- {linkId: pain, type: boolean, text: P, enableWhen: "
                                    "[{question: age, operator: \"!=\", "
                                    "answerCoding: {code: young}}]}\n",
                                {finding("old", Level::worth_a_talk, {is("age", code("old"))}),
                                 finding("pain", Level::urgent, {is("pain", true)})});
    EXPECT_EQ(told(proof), Ids());
    EXPECT_TRUE(proof.unproven.empty());
    EXPECT_EQ(proof.questions, 2);
    EXPECT_EQ(proof.classes, 4 + 3);  // young, old, middle, declined; yes, no, declined
    EXPECT_EQ(proof.combinations, 12);
    EXPECT_EQ(proof.longest_path, 2);
    ASSERT_TRUE(proof.quiet);
    EXPECT_EQ(to_text(*proof.quiet), "age = young");
}

TEST(Proof, names_a_question_that_nobody_is_asked_and_not_what_is_inside) {
    const auto proof = prove_of(std::string(kAges) + R"(
- linkId: both
  type: group
  enableBehavior: all
  enableWhen: [{question: age, operator: "=", answerCoding: {code: old}}, {question: age, operator: "=", answerCoding: {code: young}}]
  item: [{linkId: inner, type: boolean, text: I}]
)",
                                {finding("old", Level::worth_a_talk, {is("age", code("old"))})});
    EXPECT_EQ(told(proof), (Ids{"unreached both: any answers"}));
}

TEST(Proof, names_a_finding_that_nobody_gets) {
    const auto proof = prove_of(
        kAges, {finding("f", Level::urgent, {is("age", code("old")), is("age", code("young"))})});
    EXPECT_EQ(told(proof), (Ids{"unfound f: any answers"}));
}

TEST(Proof, names_a_question_that_no_answer_fits_with_the_way_to_it) {
    const auto proof = prove_of(
        std::string(kAges) +
            "- {linkId: n, type: integer, text: N, enableWhen: [{question: age, operator: \"=\", "
            "answerCoding: {code: old}}], extension: [{url: "
            "\"http://hl7.org/fhir/StructureDefinition/minValue\", valueInteger: 5}, {url: "
            "\"http://hl7.org/fhir/StructureDefinition/maxValue\", valueInteger: 4}]}\n",
        {finding("old", Level::worth_a_talk, {is("age", code("old"))})});
    EXPECT_EQ(told(proof), (Ids{"unanswerable n: age = old"}));
}

TEST(Proof, names_a_finding_that_rests_on_silence) {
    const auto proof =
        prove_of("- {linkId: a, type: boolean, text: A}\n",
                 {finding("f", Level::worth_a_talk, {{"a", Operator::exists, false}})});
    EXPECT_EQ(told(proof), (Ids{"uncaused f: a = (no answer)"}));
}

TEST(Proof, takes_declining_what_must_be_answered_for_a_cause) {
    const auto proof =
        prove_of("- {linkId: a, type: boolean, required: true, text: A}\n",
                 {finding("f", Level::worth_a_talk, {{"a", Operator::exists, false}})});
    EXPECT_EQ(told(proof), Ids());
}

TEST(Proof, names_a_finding_on_a_question_that_is_not_asked) {
    const auto proof = prove_of(
        std::string(kAges) +
            "- {linkId: pain, type: boolean, required: true, text: P, enableWhen: [{question: age, "
            "operator: \"=\", answerCoding: {code: old}}]}\n",
        {finding("f", Level::worth_a_talk, {{"pain", Operator::not_equal, true}})});
    ASSERT_EQ(proof.violations.size(), 1U);
    EXPECT_EQ(proof.violations[0].claim, Claim::finding_caused);
    EXPECT_NE(told(proof)[0], "uncaused f: age = old");
}

TEST(Proof, names_a_red_flag_that_a_later_answer_takes_back) {
    const auto proof = prove_of(R"(
- {linkId: pain, type: boolean, text: P, enableWhen: [{question: long, operator: "!=", answerBoolean: true}]}
- {linkId: long, type: boolean, text: L}
)",
                                {finding("f", Level::urgent, {is("pain", true)})});
    EXPECT_EQ(told(proof), (Ids{"flag lost f: pain = yes, long = yes"}));
}

TEST(Proof, red_flag_whose_question_is_decided_before_it_is_kept) {
    const auto proof = prove_of(R"(
- {linkId: long, type: boolean, text: L}
- {linkId: pain, type: boolean, text: P, enableWhen: [{question: long, operator: "!=", answerBoolean: true}]}
)",
                                {finding("f", Level::urgent, {is("pain", true)})});
    EXPECT_EQ(told(proof), Ids());
}

TEST(Proof, names_a_red_flag_that_the_headline_passes_over) {
    auto ending = finding("end", Level::tell_the_doctor, {is("age", code("young"))});
    ending.ending = true;
    const auto flag = finding("flag", Level::urgent, {is("pain", true)});
    const std::string items = std::string(kAges) + "- {linkId: pain, type: boolean, text: P}\n";
    const HeadlineRule endings_first = [](const std::vector<Matched>& findings) {
        for (const auto& matched : findings)
            if (matched.finding->ending) return Headline{matched.finding->level, matched.finding};
        return headline_of(findings);
    };
    EXPECT_EQ(told(prove_of(items, {ending, flag}, endings_first)),
              (Ids{"flag lost flag: age = young, pain = yes"}));
    EXPECT_EQ(told(prove_of(items, {ending, flag})), Ids());
}

TEST(Proof, headline_that_passes_over_a_flag_does_no_harm_where_the_two_never_meet) {
    auto ending = finding("end", Level::tell_the_doctor, {is("age", code("young"))});
    ending.ending = true;
    const HeadlineRule endings_first = [](const std::vector<Matched>& findings) {
        for (const auto& matched : findings)
            if (matched.finding->ending) return Headline{matched.finding->level, matched.finding};
        return headline_of(findings);
    };
    const auto flag = finding("flag", Level::urgent, {is("age", code("old"))});
    EXPECT_EQ(told(prove_of(kAges, {ending, flag}, endings_first)), Ids());
}

TEST(Proof, tells_values_apart_around_every_boundary) {
    const auto between = [](const char* id, std::int64_t low, std::int64_t high) {
        return finding(id, Level::worth_a_talk,
                       {{"n", Operator::greater, low}, {"n", Operator::less, high}});
    };
    const auto proof = prove_of("- {linkId: n, type: integer, text: N}\n",
                                {between("none-between", 4, 5), between("one-between", 4, 6)});
    EXPECT_EQ(told(proof), (Ids{"unfound none-between: any answers"}));
    const auto decimals =
        prove_of("- {linkId: n, type: decimal, text: N}\n", {between("some-between", 4, 5)});
    EXPECT_EQ(told(decimals), Ids());
}

TEST(Proof, knows_that_an_exclusive_choice_goes_with_no_other) {
    const std::string items = R"(
- linkId: signs
  type: choice
  repeats: true
  text: S
  answerOption:
    - {valueCoding: {code: x}}
    - {valueCoding: {code: y}}
    - valueCoding: {code: none}
      extension: [{url: "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", valueBoolean: true}]
)";
    const auto proof = prove_of(
        items,
        {finding("two", Level::urgent, {is("signs", code("x")), is("signs", code("y"))}),
         finding("odd", Level::urgent, {is("signs", code("x")), is("signs", code("none"))})});
    EXPECT_EQ(told(proof), (Ids{"unfound odd: any answers"}));
}

TEST(Proof, says_that_repeating_groups_are_not_proven) {
    const auto proof = prove_of(
        "- {linkId: g, type: group, repeats: true, item: [{linkId: a, type: boolean, text: A}]}\n",
        {finding("f", Level::urgent, {is("a", true)})});
    EXPECT_EQ(told(proof), Ids());
    ASSERT_FALSE(proof.unproven.empty());
    EXPECT_EQ(proof.unproven[0].subject, "f");
}

namespace {

/// Sixty questions, two of three waiting for their own and the group before; a finding looks at
/// three far apart.
struct Interleaved {
    Interleaved() {
        constexpr int kQuestions = 60;
        for (int i = 0; i < kQuestions; ++i) {
            Item item;
            item.link_id = "q" + std::to_string(i);
            item.type = ItemType::choice;
            item.required = true;
            for (const char* name : {"a", "b", "c", "d"}) {
                AnswerOption option;
                option.value = code(name);
                item.options.push_back(option);
            }
            for (const int back : {i % 3, i % 3 + 3})
                if (back <= i && i % 3 != 0)
                    item.enable_when.push_back(condition(i - back, i + back));
            item.enable_behavior = i % 2 == 0 ? Behavior::any : Behavior::all;
            questionnaire.items.push_back(item);
        }
        for (int i = 0; i + 40 < kQuestions; ++i)
            guidance.findings.push_back(
                finding("f" + std::to_string(i), i % 3 == 0 ? Level::urgent : Level::less_likely,
                        {condition(i, i), condition(i + 19, i + 1), condition(i + 40, i)},
                        i % 2 == 0 ? Behavior::any : Behavior::all));
    }
    static EnableWhen condition(int question, int choice) {
        return {"q" + std::to_string(question),
                choice % 5 == 0 ? Operator::not_equal : Operator::equal,
                code(std::string(1, static_cast<char>('a' + choice % 4)))};
    }
    Questionnaire questionnaire;
    Guidance guidance;
};

}  // namespace

TEST(Proof, of_sixty_interleaved_questions_comes_to_its_end) {
    const Interleaved check;
    const Proof proof = prove(check.questionnaire, check.guidance);
    for (const auto& open : proof.unproven)
        ADD_FAILURE() << static_cast<int>(open.claim) << " " << open.subject << ": " << open.why;
    EXPECT_EQ(proof.questions, 60);
    EXPECT_GT(proof.combinations, 1e15);
    ASSERT_TRUE(proof.longest_path);
    EXPECT_LE(*proof.longest_path, 60);
}

TEST(Proof, beyond_its_bounds_says_so) {
    // Each answer either equals the one half a form away or not, and a finding asks for all at
    // once: no order of the variables keeps that small.
    Questionnaire questionnaire;
    Guidance guidance;
    constexpr int kPairs = 60;
    GuidanceFinding all = finding("all", Level::urgent, {});
    for (int i = 0; i < 2 * kPairs; ++i) {
        Item item;
        item.link_id = "q" + std::to_string(i);
        item.type = ItemType::boolean;
        questionnaire.items.push_back(item);
    }
    for (int i = 0; i < kPairs; ++i) {
        Item pair;
        pair.link_id = "p" + std::to_string(i);
        pair.type = ItemType::boolean;
        pair.enable_behavior = Behavior::any;
        pair.enable_when = {is("q" + std::to_string(i), true),
                            is("q" + std::to_string(i + kPairs), true)};
        questionnaire.items.push_back(pair);
        all.enable_when.push_back(is("p" + std::to_string(i), true));
    }
    guidance.findings = {all};
    const Proof proof = prove(questionnaire, guidance);
    EXPECT_TRUE(proof.violations.empty());
    ASSERT_FALSE(proof.unproven.empty());
    EXPECT_EQ(proof.unproven[0].subject, "all");
    EXPECT_EQ(proof.longest_path, 3 * kPairs);
}

}  // namespace candor::screening
