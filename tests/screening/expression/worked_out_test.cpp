#include <nlohmann/json.hpp>

#include "../form.h"
#include "base/clock.h"
#include "screening/model/answer_tree.h"
#include "screening/model/value.h"
#include "screening/proof/proof.h"
#include "screening/reading/load_guidance.h"

namespace candor::screening {
namespace {

std::string expression(const std::string& kind, const std::string& text,
                       const std::string& name = {}) {
    return "{url: \"http://hl7.org/fhir/" +
           std::string(kind == "variable"
                           ? "StructureDefinition/variable"
                           : "uv/sdc/StructureDefinition/sdc-questionnaire-" + kind) +
           "\", valueExpression: {" + (name.empty() ? "" : "name: " + name + ", ") +
           "language: text/fhirpath, expression: \"" + text + "\"}}";
}
std::string calculated(const std::string& text) {
    return "extension: [" + expression("calculatedExpression", text) + "]";
}
std::string enabled_by(const std::string& text) {
    return "extension: [" + expression("enableWhenExpression", text) + "]";
}

/// What an item is worked out to, as text; "" for nothing.
std::string value_of(const Questionnaire& form, const Response& response,
                     const std::string& link_id) {
    const Outline outline(form);
    const AnswerTree tree(outline, response);
    const int place = outline.find(link_id);
    if (place < 0) ADD_FAILURE() << link_id;
    std::string out;
    for (const int occurrence : tree.of(place))
        for (const Value& value : tree.all()[static_cast<std::size_t>(occurrence)].values) {
            if (!out.empty()) out += ", ";
            if (const auto* integer = std::get_if<std::int64_t>(&value))
                out += std::to_string(*integer);
            else if (const auto* number = std::get_if<Decimal>(&value))
                out += number->text;
            else if (const auto* quantity = std::get_if<Quantity>(&value))
                out += quantity->value.text + " " + quantity->code;
            else if (const auto* text = std::get_if<std::string>(&value))
                out += *text;
            else if (const auto* date = std::get_if<Date>(&value))
                out += date->iso;
            else
                out += "?";
        }
    return out;
}

const char* const kBmi =
    "- {linkId: weight, type: decimal, text: W}\n- {linkId: height, type: decimal, text: H}\n";

Questionnaire bmi() {
    return form(
        std::string(kBmi) + "- {linkId: bmi, type: decimal, text: BMI, readOnly: true, " +
        calculated("(%resource.item.where(linkId='weight').answer.value / "
                   "%resource.item.where(linkId='height').answer.value.power(2)).round(1)") +
        "}\n");
}

Response answers(std::vector<std::pair<std::string, Value>> values) {
    Response response;
    for (auto& [link_id, value] : values) response.set(link_id, {std::move(value)});
    return response;
}

std::vector<std::string> errors_of(const std::string& items) {
    std::vector<std::string> out;
    for (const auto& finding : findings_of(items))
        if (finding.severity == base::Severity::error) out.push_back(finding.message);
    return out;
}

}  // namespace

TEST(WorkedOut, body_mass_index_follows_the_answers) {
    const Questionnaire form = bmi();
    EXPECT_EQ(value_of(form, {}, "bmi"), "");
    EXPECT_EQ(value_of(form, answers({{"weight", decimal("70")}}), "bmi"), "");
    EXPECT_EQ(
        value_of(form, answers({{"weight", decimal("70")}, {"height", decimal("1.75")}}), "bmi"),
        "22.9");
    EXPECT_EQ(value_of(form, answers({{"weight", decimal("70")}, {"height", decimal("0")}}), "bmi"),
              "");
}

TEST(WorkedOut, nobody_is_asked_for_it_and_it_is_never_missing) {
    const Questionnaire form = screening::form(
        "- {linkId: a, type: integer, text: A}\n"
        "- {linkId: b, type: integer, text: B, required: true, " +
        calculated("%resource.item.where(linkId='a').answer.value + 1") + "}\n");
    const Response response;
    EXPECT_EQ(link_ids(questions(form, response)), Ids{"a"});
    EXPECT_TRUE(missing(form, response).empty());
}

TEST(WorkedOut, stands_in_the_response_and_answers_cannot_change_it) {
    const Questionnaire form = bmi();
    Response response = answers({{"weight", decimal("70")}, {"height", decimal("1.75")}});
    response.set("bmi", {decimal("99")});
    const auto json = nlohmann::json::parse(to_fhir(form, response, ""));
    EXPECT_EQ(json["item"][2]["linkId"], "bmi");
    EXPECT_EQ(json["item"][2]["answer"][0]["valueDecimal"], 22.9);
}

TEST(WorkedOut, conditions_and_guidance_see_it) {
    const Questionnaire form = screening::form(
        std::string(kBmi) + "- {linkId: bmi, type: decimal, text: B, " +
        calculated("%resource.item.where(linkId='weight').answer.value / "
                   "%resource.item.where(linkId='height').answer.value.power(2)") +
        "}\n- {linkId: high, type: boolean, text: H, enableWhen: [{question: bmi, operator: \">\", "
        "answerDecimal: 30}]}\n");
    EXPECT_FALSE(
        shown(form, answers({{"weight", decimal("70")}, {"height", decimal("1.75")}}), "high"));
    EXPECT_TRUE(
        shown(form, answers({{"weight", decimal("100")}, {"height", decimal("1.75")}}), "high"));
}

TEST(WorkedOut, variables_are_seen_below_where_they_stand_nearest_first) {
    const Questionnaire form = screening::form(
        "- {linkId: a, type: integer, text: A}\n"
        "- linkId: g\n  type: group\n  extension:\n  - " +
        expression("variable", "%resource.item.where(linkId='a').answer.value", "x") + "\n  - " +
        expression("variable", "%x * 10", "y") +
        "\n  item:\n  - {linkId: b, type: integer, text: B, " + calculated("%y + %x") +
        "}\n  - linkId: c\n    type: integer\n    text: C\n    extension:\n    - " +
        expression("variable", "%x + 1", "x") + "\n    - " +
        expression("calculatedExpression", "%x") + "\n");
    const Response response = answers({{"a", std::int64_t{4}}});
    EXPECT_EQ(value_of(form, response, "b"), "44");
    EXPECT_EQ(value_of(form, response, "c"), "5");
}

const char* const kPhq =
    "- {linkId: q1, type: choice, text: Q1, answerValueSet: \"http://loinc.org/vs/LL358-3\"}\n"
    "- {linkId: q2, type: choice, text: Q2, answerValueSet: "
    "\"http://loinc.org/vs/LL358-3|2.74\"}\n";

Response phq_answers() {
    Response response;
    response.set("q1", {Coding{"http://loinc.org", "LA6570-1", {}}});
    response.set("q2", {Coding{"http://loinc.org", "LA6571-9", {}}});
    return response;
}

TEST(WorkedOut, a_score_is_the_sum_of_ordinals) {
    for (const char* sum :
         {"%resource.item.answer.value.ordinal().sum()",
          "%resource.item.where(linkId.matches('^q[0-9]$')).answer.value.ordinal().sum()",
          "%resource.repeat(item).where(linkId='q1' or linkId='q2').answer.value.ordinal().sum()",
          "%resource.item.answer.weight().sum()",
          "%resource.descendants().where(linkId in ('q1' | 'q2')).answer.value.ordinal().sum()"}) {
        const Questionnaire form =
            screening::form(std::string(kPhq) + "- {linkId: total, type: integer, text: T, " +
                            calculated(sum) + "}\n");
        EXPECT_EQ(value_of(form, phq_answers(), "total"), "5") << sum;
    }
}

// As an editor of such forms writes it: through the form's own options.
TEST(WorkedOut, weights_can_be_read_from_the_form_itself) {
    const std::string of =
        "%questionnaire.item.where(linkId = 'q1').answerOption.where("
        "valueCoding.code=%resource.item.where(linkId = 'q1').answer.valueCoding."
        "code).extension.where(url='http://hl7.org/fhir/StructureDefinition/"
        "ordinalValue').valueDecimal";
    const Questionnaire form = screening::form(
        std::string(kPhq) + "- {linkId: total, type: decimal, text: T, " + calculated(of) + "}\n");
    EXPECT_EQ(value_of(form, phq_answers(), "total"), "2");
}

TEST(WorkedOut, a_chain_is_worked_out_in_its_order_whatever_the_forms) {
    const Questionnaire form =
        screening::form("- {linkId: c, type: integer, text: C, " +
                        calculated("%resource.item.where(linkId='b').answer.value + 1") +
                        "}\n- {linkId: b, type: integer, text: B, " +
                        calculated("%resource.item.where(linkId='a').answer.value + 1") +
                        "}\n- {linkId: a, type: integer, text: A}\n");
    EXPECT_EQ(value_of(form, answers({{"a", std::int64_t{1}}}), "c"), "3");
}

TEST(WorkedOut, what_is_not_shown_is_not_counted) {
    const Questionnaire form = screening::form(
        "- {linkId: a, type: boolean, text: A}\n"
        "- {linkId: n, type: integer, text: N, enableWhen: [{question: a, operator: \"=\", "
        "answerBoolean: true}]}\n- {linkId: t, type: integer, text: T, " +
        calculated("%resource.item.where(linkId='n').answer.value.sum()") + "}\n");
    Response response = answers({{"a", true}, {"n", std::int64_t{7}}});
    EXPECT_EQ(value_of(form, response, "t"), "7");
    response.set("a", {false});
    EXPECT_EQ(value_of(form, response, "t"), "0");
}

TEST(WorkedOut, a_sum_goes_over_all_repetitions_and_context_is_its_own) {
    const Questionnaire form = screening::form(
        "- linkId: g\n  type: group\n  repeats: true\n  extension:\n  - " +
        expression("variable", "item.where(linkId='n').answer.value", "own") +
        "\n  item:\n  - {linkId: n, type: integer, text: N}\n  - {linkId: d, type: integer, text: "
        "D, " +
        calculated("%own * 2") + "}\n- {linkId: t, type: integer, text: T, " +
        calculated("%resource.item.where(linkId='g').item.where(linkId='n').answer.value.sum()") +
        "}\n");
    Response response;
    response.set("n", {std::int64_t{2}});
    const int second = add_repetition(form.items[0], response, "g");
    response.set(key_of("n", second), {std::int64_t{5}});
    EXPECT_EQ(value_of(form, response, "t"), "7");
    EXPECT_EQ(value_of(form, response, "d"), "4, 10");
}

TEST(WorkedOut, enable_when_expression_needs_true) {
    const Questionnaire form = screening::form(
        "- {linkId: a, type: integer, text: A}\n- {linkId: b, type: string, text: B, " +
        enabled_by("%resource.item.where(linkId='a').answer.value > 3") + "}\n");
    EXPECT_FALSE(shown(form, {}, "b"));
    EXPECT_FALSE(shown(form, answers({{"a", std::int64_t{3}}}), "b"));
    EXPECT_TRUE(shown(form, answers({{"a", std::int64_t{4}}}), "b"));
}

TEST(WorkedOut, a_quantity_gets_the_items_unit_and_other_types_none) {
    const Questionnaire form = screening::form(
        "- {linkId: a, type: quantity, text: A}\n"
        "- linkId: b\n  type: quantity\n  text: B\n  extension:\n"
        "  - {url: \"http://hl7.org/fhir/StructureDefinition/questionnaire-unit\", valueCoding: "
        "{system: \"http://unitsofmeasure.org\", code: kg/m2}}\n  - " +
        expression("calculatedExpression",
                   "%resource.item.where(linkId='a').answer.value.value / 4") +
        "\n- {linkId: t, type: string, text: T, " + calculated("1 + 1") + "}\n");
    const Response response = answers({{"a", amount("10", "kg")}});
    EXPECT_EQ(value_of(form, response, "b"), "2.5 kg/m2");
    EXPECT_EQ(value_of(form, response, "t"), "");
}

TEST(WorkedOut, circles_are_refused) {
    const auto circle = [](const std::string& a, const std::string& b) {
        return "- {linkId: a, type: integer, text: A, " + calculated(a) +
               "}\n- {linkId: b, type: integer, text: B, " + calculated(b) + "}\n";
    };
    EXPECT_TRUE(has(findings_of(circle("%resource.item.where(linkId='b').answer.value",
                                       "%resource.item.where(linkId='a').answer.value")),
                    "cycle"));
    EXPECT_TRUE(
        has(findings_of("- {linkId: a, type: integer, text: A, " +
                        calculated("%resource.item.where(linkId='a').answer.value") + "}\n"),
            "cycle"));
    EXPECT_TRUE(
        has(findings_of("- {linkId: a, type: boolean, text: A, " +
                        enabled_by("%resource.item.where(linkId='a').answer.exists()") + "}\n"),
            "cycle"));
}

// Severity is made of the total, which adds up everything: no circle, since it is left out.
TEST(WorkedOut, a_total_leaves_out_what_is_made_of_it) {
    const Questionnaire form = screening::form(
        std::string(kPhq) + "- {linkId: total, type: integer, text: T, " +
        calculated("%resource.item.answer.value.ordinal().sum()") +
        "}\n- {linkId: severity, type: string, text: S, " +
        calculated(
            "iif(%resource.item.where(linkId='total').answer.value >= 5, 'much', 'little')") +
        "}\n");
    EXPECT_EQ(value_of(form, phq_answers(), "total"), "5");
    EXPECT_EQ(value_of(form, phq_answers(), "severity"), "much");
}

TEST(WorkedOut, what_is_not_supported_is_refused_by_its_name) {
    const auto said = [](const std::string& text) {
        const auto errors =
            errors_of("- {linkId: a, type: integer, text: A, " + calculated(text) + "}\n");
        return errors.size() == 1 ? errors.front() : std::to_string(errors.size()) + " errors";
    };
    EXPECT_EQ(
        said("%patient.birthDate.exists()"),
        "Item \"a\": its calculatedExpression cannot be worked out: the element \"birthDate\" is "
        "not supported.");
    EXPECT_EQ(
        said("%patient.value"),
        "Item \"a\": its calculatedExpression cannot be worked out: the variable \"%patient\" is "
        "not known here, or comes from a record.");
    EXPECT_EQ(
        said("1.toTime()"),
        "Item \"a\": its calculatedExpression cannot be worked out: the function \"toTime()\" is "
        "not supported.");
    EXPECT_EQ(said("%resource.item.where(linkId='zz').answer.value"),
              "Item \"a\": its calculatedExpression asks for an item \"zz\", which is not there.");
}

TEST(WorkedOut, another_language_is_refused_and_an_unused_variable_harmless) {
    const std::string cql =
        "{url: \"http://hl7.org/fhir/StructureDefinition/variable\", valueExpression: {name: v, "
        "language: application/x-fhir-query, expression: \"Observation?code=1\"}}";
    EXPECT_TRUE(
        errors_of("- {linkId: a, type: integer, text: A, extension: [" + cql + "]}\n").empty());
    const auto used = errors_of("- {linkId: a, type: integer, text: A, extension: [" + cql + ", " +
                                expression("calculatedExpression", "%v.count()") + "]}\n");
    ASSERT_EQ(used.size(), 1U);
    EXPECT_NE(used[0].find("application/x-fhir-query"), std::string::npos) << used[0];
}

TEST(WorkedOut, both_kinds_of_conditions_are_refused_together) {
    EXPECT_TRUE(has(findings_of("- {linkId: a, type: boolean, text: A}\n"
                                "- {linkId: b, type: boolean, text: B, enableWhen: [{question: a, "
                                "operator: exists, answerBoolean: true}], " +
                                enabled_by("true") + "}\n"),
                    "two-conditions"));
}

TEST(WorkedOut, a_limit_of_today_is_enforced) {
    const auto limited = [](const std::string& text) {
        return "- linkId: a\n  type: date\n  text: A\n  extension:\n  - url: "
               "\"http://hl7.org/fhir/StructureDefinition/maxValue\"\n    _valueDate: {extension: "
               "[{url: \"http://hl7.org/fhir/StructureDefinition/cqf-calculatedValue\", "
               "valueExpression: {language: text/fhirpath, expression: \"" +
               text + "\"}}]}\n";
    };
    const Questionnaire form = screening::form(limited("today()"));
    EXPECT_TRUE(codes_of(form, {Date{base::local_today()}}).empty());
    EXPECT_EQ(codes_of(form, {Date{"9999-01-01"}}), Ids{"out-of-range"});
    const Questionnaire adult = screening::form(limited("today() - 18 years"));
    EXPECT_EQ(codes_of(adult, {Date{base::local_today()}}), Ids{"out-of-range"});
    EXPECT_TRUE(has(findings_of(limited("'soon'")), "bad-limit"));
}

// A proof says nothing of what is worked out, and never that it was proven.
TEST(WorkedOut, claims_that_depend_on_it_are_not_proven) {
    const Questionnaire form = screening::form(
        "- {linkId: a, type: integer, text: A}\n- {linkId: b, type: boolean, text: B, " +
        enabled_by("%resource.item.where(linkId='a').answer.value > 3 and false") + "}\n");
    auto guidance = load_guidance(kLevels +
                                      "  - {id: f, level: urgent, enableWhen: [{question: b, "
                                      "operator: \"=\", answerBoolean: true}], title: {en: F}, "
                                      "text: {en: f}, sources: []}\n",
                                  "g", form);
    ASSERT_TRUE(guidance.guidance);
    const Proof proof = prove(form, *guidance.guidance);
    const auto unproven = [&](const std::string& subject) {
        return std::any_of(proof.unproven.begin(), proof.unproven.end(), [&](const Unproven& each) {
            return each.subject == subject && each.why == "it depends on what the form works out";
        });
    };
    EXPECT_TRUE(unproven("b"));
    EXPECT_TRUE(unproven("f"));
    EXPECT_TRUE(proof.violations.empty());
    EXPECT_FALSE(proof.longest_path);
}

TEST(WorkedOut, a_report_works_out_anew_what_a_response_claims) {
    const Questionnaire form = screening::form(
        "- {linkId: a, type: integer, text: A}\n- {linkId: b, type: integer, text: B, " +
        calculated("%resource.item.where(linkId='a').answer.value + 1") +
        "}\n- {linkId: c, type: string, text: C, enableWhen: [{question: b, operator: \"=\", "
        "answerInteger: 2}]}\n");
    const Report report = report_on(form, R"({"linkId":"a","answer":[{"valueInteger":1}]},
        {"linkId":"b","answer":[{"valueInteger":50}]})");
    EXPECT_EQ(report.enabled, (Ids{"a", "b", "c"}));
}

}  // namespace candor::screening
