#include "form.h"
#include "screening/proof/answer_kinds.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::screening {
namespace {

const base::Finding* finding_in(const base::Findings& findings, const std::string& code) {
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&](const base::Finding& f) { return f.code == code; });
    return found == findings.end() ? nullptr : &*found;
}

base::Findings offering(const std::string& options) {
    return findings_of("- linkId: q\n  type: choice\n  text: Q\n  answerOption:\n" + options);
}

/// "Yes", "No" and "Maybe", by their words alone.
const char* const kWordsAlone = R"(
- linkId: a
  type: choice
  text: Pick
  answerOption: [{valueCoding: {display: "Yes"}}, {valueCoding: {display: "No"}}, {valueCoding: {display: Maybe}}]
- linkId: b
  type: string
  text: Shown only for Yes
  enableWhen: [{question: a, operator: "=", answerCoding: {display: "Yes"}}]
)";

Coding words(const std::string& display) { return {{}, {}, display}; }

}  // namespace

TEST(Options, without_codes_are_told_apart_by_their_words) {
    const auto questionnaire = form(kWordsAlone);
    EXPECT_TRUE(codes_of(questionnaire, {words("Maybe")}).empty());
    EXPECT_EQ(codes_of(questionnaire, {words("Purple")}), Ids{"not-an-option"});
    EXPECT_EQ(codes_of(questionnaire, {Coding{"urn:s", {}, "Yes"}}), Ids{"not-an-option"});
    Response response;
    for (const auto& [answer, is_shown] : {std::pair("Yes", true), std::pair("No", false)}) {
        response.set("a", {words(answer)});
        EXPECT_EQ(shown(questionnaire, response, "b"), is_shown) << answer;
    }
}

TEST(Options, without_codes_are_chosen_and_taken_back_one_by_one) {
    Item item = form(kWordsAlone).items[0];
    item.repeats = true;
    auto values = toggled(item, {}, item.options[0]);
    values = toggled(item, values, item.options[2]);
    ASSERT_EQ(values.size(), 2U);
    values = toggled(item, values, item.options[0]);
    ASSERT_EQ(values.size(), 1U);
    EXPECT_EQ(std::get<Coding>(values[0]).display, "Maybe");
}

TEST(Options, without_codes_are_kinds_of_answers_of_their_own) {
    const Item item = form(kWordsAlone).items[0];
    std::vector<Comparison> comparisons;
    for (const auto& option : item.options) comparisons.push_back({Operator::equal, option.value});
    const auto kinds = kinds_of_answers(item, comparisons).kinds;
    ASSERT_EQ(kinds.size(), 3U);
    for (std::size_t i = 0; i < kinds.size(); ++i)
        for (std::size_t k = 0; k < comparisons.size(); ++k) EXPECT_EQ(kinds[i].meets[k], i == k);
}

TEST(Options, condition_on_words_that_are_not_offered_is_told) {
    EXPECT_TRUE(has(findings_of(std::string(kWordsAlone) +
                                "- {linkId: c, type: string, text: C, enableWhen: [{question: a, "
                                "operator: \"=\", answerCoding: {display: Purple}}]}\n"),
                    "not-an-option", base::Severity::warning));
}

TEST(Options, response_says_them_by_their_words_with_a_translation_beside) {
    auto questionnaire = form(R"(
- linkId: q
  type: choice
  repeats: true
  text: Q
  answerOption:
    - valueCoding:
        display: "Yes"
        _display: {extension: [{url: "http://hl7.org/fhir/StructureDefinition/translation", extension: [{url: lang, valueCode: de}, {url: content, valueString: Ja}]}]}
    - valueString: Perhaps
      _valueString: {extension: [{url: "http://hl7.org/fhir/StructureDefinition/translation", extension: [{url: lang, valueCode: de}, {url: content, valueString: Vielleicht}]}]}
)");
    Response response;
    response.set("q", {words("Yes"), std::string("Perhaps")});
    const std::string translation =
        R"({"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[)"
        R"({"url":"lang","valueCode":"de"},{"url":"content","valueString":")";
    const std::string json = to_fhir(questionnaire, response, {}, "de");
    EXPECT_NE(
        json.find(R"({"valueCoding":{"display":"Yes","_display":)" + translation + R"(Ja"}]}]}}})"),
        std::string::npos)
        << json;
    EXPECT_NE(json.find(R"({"valueString":"Perhaps","_valueString":)" + translation +
                        R"(Vielleicht"}]}]}})"),
              std::string::npos)
        << json;
    EXPECT_EQ(to_fhir(questionnaire, response, {}, "en").find("_display"), std::string::npos);
}

TEST(Options, of_the_same_code_are_an_error_whatever_their_words) {
    const auto findings = offering(
        "    - {valueCoding: {system: urn:s, code: LA29519-8, display: First}}\n"
        "    - {valueCoding: {system: urn:s, code: other, display: Other}}\n"
        "    - {valueCoding: {system: urn:s, code: LA29519-8, display: Second}}\n");
    const auto* found = finding_in(findings, "same-option");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->severity, base::Severity::error);
    EXPECT_EQ(found->line, 10);
    EXPECT_EQ(found->message,
              "Item \"q\": the answer \"Second\" cannot be told apart from \"First\" on line 8: "
              "both have the code \"LA29519-8\".");
    EXPECT_EQ(found->remedy, "Give each answer a code of its own, or remove one.");
}

TEST(Options, that_cannot_be_told_apart_are_errors_in_all_kinds) {
    for (const char* twice :
         {"{valueCoding: {display: A}}", "{valueCoding: {system: urn:s, display: A}}",
          "{valueCoding: {code: a}}", "{valueString: a}", "{valueInteger: 1}",
          "{valueDate: 2026-01}", "{valueTime: \"08:00:00\"}"}) {
        const std::string option = std::string("    - ") + twice + "\n";
        const auto findings = offering(option + "    - {valueString: between}\n" + option);
        const auto* found = finding_in(findings, "same-option");
        ASSERT_NE(found, nullptr) << twice;
        EXPECT_EQ(found->line, 10) << twice;
    }
    EXPECT_TRUE(has(offering("    - {valueTime: \"08:00:00.5\"}\n"
                             "    - {valueTime: \"08:00:00.50\"}\n"),
                    "same-option"));
}

TEST(Options, that_differ_in_any_part_are_told_apart) {
    EXPECT_FALSE(has(offering("    - {valueCoding: {system: urn:s, code: a, display: A}}\n"
                              "    - {valueCoding: {system: urn:t, code: a, display: B}}\n"
                              "    - {valueCoding: {code: a, display: C}}\n"
                              "    - {valueCoding: {display: D}}\n"
                              "    - {valueCoding: {system: urn:s, display: E}}\n"
                              "    - {valueString: a}\n    - {valueString: \"1\"}\n"
                              "    - {valueInteger: 1}\n    - {valueDate: 2026}\n"
                              "    - {valueDate: 2026-01}\n"),
                     "same-option"));
}

TEST(Options, of_a_value_set_are_told_apart_too) {
    const auto loaded = load_questionnaire(R"({"resourceType":"Questionnaire","status":"draft",
"contained":[{"resourceType":"ValueSet","id":"v","compose":{"include":[{"system":"urn:s","concept":[
{"code":"a","display":"A"},
{"code":"a","display":"B"}]}]}}],
"item":[{"linkId":"q","type":"choice","text":"Q","answerValueSet":"#v"}]})",
                                           "q.json");
    const auto* found = finding_in(loaded.findings, "same-option");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->line, 4);
    EXPECT_FALSE(loaded.questionnaire);
}

TEST(Options, with_the_same_words_are_a_warning) {
    const auto findings = offering(
        "    - {valueCoding: {code: a, display: Same}}\n"
        "    - {valueCoding: {code: b, display: \"Same \"}}\n");
    EXPECT_FALSE(has(findings, "same-option"));
    const auto* found = finding_in(findings, "same-words");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->severity, base::Severity::warning);
    EXPECT_EQ(found->line, 9);
}

TEST(Options, without_words_are_not_offered_and_told_and_none_at_all_is_an_error) {
    for (const char* blank :
         {"{valueString: \" \"}", "{valueCoding: {display: \" \"}}",
          "{valueCoding: {system: \"urn:s\"}}", "{valueCoding: {display: \"\"}}"}) {
        const std::string option = std::string("    - ") + blank + "\n";
        EXPECT_TRUE(has(offering(option), "no-options")) << blank;
        const auto beside = offering(option + "    - {valueString: a}\n");
        EXPECT_TRUE(has(beside, "empty-option", base::Severity::warning)) << blank;
        EXPECT_FALSE(base::has_error(beside)) << blank;
    }
    EXPECT_EQ(form("- {linkId: q, type: string, text: Q, answerOption: [{valueCoding: {system: "
                   "\"urn:s\"}}]}\n")
                  .items[0]
                  .options.size(),
              0U);
}

TEST(Options, units_that_cannot_be_told_apart_are_an_error) {
    const auto unit = [](const std::string& coding) {
        return extension_of("questionnaire-unitOption", "valueCoding: " + coding);
    };
    const auto asking = [](const std::string& units) {
        return findings_of("- {linkId: q, type: quantity, text: Q, extension: [" + units + "]}\n");
    };
    EXPECT_TRUE(asking(unit("{display: kg}") + ", " + unit("{display: g}")).empty());
    EXPECT_TRUE(has(asking(unit("{display: kg}") + ", " + unit("{display: kg}")), "same-option"));
    EXPECT_TRUE(
        has(asking(unit("{code: kg, display: kg}") + ", " + unit("{code: kg, display: kilograms}")),
            "same-option"));
}

TEST(Options, chosen_from_the_start_twice_are_one_answer) {
    auto questionnaire = form(kWordsAlone);
    auto& item = questionnaire.items[0];
    item.repeats = true;
    item.initial = {words("No")};
    item.options[1].initially_selected = true;
    EXPECT_EQ(start(questionnaire).values("a").size(), 1U);
}

TEST(Options, one_form_may_offer_two_thousand) {
    std::string options;
    for (int i = 0; i < 2'000; ++i)
        options += "    - {valueCoding: {display: \"" + std::to_string(i) + "\"}}\n";
    EXPECT_TRUE(offering(options).empty());
    EXPECT_TRUE(has(offering(options + "    - {valueCoding: {display: \"7\"}}\n"), "same-option"));
}

}  // namespace candor::screening
