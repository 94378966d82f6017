#include <algorithm>

#include "form.h"
#include "screening/model/unit_print.h"
#include "screening/proof/proof.h"

namespace candor::screening {
namespace {

using base::Severity;

std::string control_extension(const std::string& concept_body) {
    return extension_of("questionnaire-itemControl",
                        "valueCodeableConcept: {" + concept_body + "}");
}
std::string control_of(const std::string& code) {
    return control_extension("coding: [{code: " + code + "}]");
}
std::string sdc(const std::string& name, const std::string& value) {
    return extension_of("sdc-questionnaire-" + name, value);
}
std::string item_of(const std::string& type, const std::string& extensions,
                    const std::string& more = "") {
    return "- {linkId: x, type: " + type + ", text: X, extension: [" + extensions + "]" + more +
           "}\n";
}
const base::Finding* finding(const base::Findings& findings, const std::string& code) {
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&](const auto& each) { return each.code == code; });
    return found == findings.end() ? nullptr : &*found;
}
const std::string kLast = "- {linkId: last, type: boolean, text: Last}\n";

base::Findings loaded(const std::string& text) {
    return load_questionnaire(text, "form.json").findings;
}

}  // namespace

TEST(RealForms, sub_questionnaire_is_refused_at_its_old_address_too) {
    EXPECT_TRUE(has(
        findings_of(item_of("display", extension_of("sub-questionnaire", "valueCanonical: q/x"))),
        "unsupported"));
}

TEST(RealForms, words_that_were_typed_as_questions_are_read) {
    const auto help = form(
        "- linkId: a\n  type: boolean\n  text: A\n  item:\n    - {linkId: h, type: text, text: "
        "Because, readOnly: true, extension: [" +
        control_of("help") + "]}\n");
    EXPECT_EQ(help.items[0].help.in("en"), "Because");
    EXPECT_FALSE(is_question(help.items[0].items[0]));
    const auto inline_words =
        form("- linkId: a\n  type: text\n  text: More\n  extension: [" + control_of("inline") +
             "]\n  item: [{linkId: b, type: display, text: Long words}]\n" + kLast);
    EXPECT_EQ(inline_words.items[0].type, ItemType::group);
    EXPECT_FALSE(inline_words.items[0].hidden);
    for (const char* code : {"flyover", "prompt", "highlight", "legal"})
        EXPECT_EQ(form(item_of("string", control_of(code)) + kLast).items[0].type,
                  ItemType::display)
            << code;
    EXPECT_TRUE(
        has(findings_of(item_of("text", control_of("help"))), "words-only", Severity::advice));
}

TEST(RealForms, words_at_the_side_are_left_out_with_a_warning) {
    for (const char* type : {"text", "display"}) {
        const std::string items = item_of(type, control_of("sidebar")) + kLast;
        EXPECT_TRUE(form(items).items[0].hidden);
        EXPECT_TRUE(has(findings_of(items), "not-shown", Severity::warning));
    }
}

TEST(RealForms, record_that_need_not_be_named_is_asked_of_nobody) {
    const std::string record = "- {linkId: doctor, type: reference, text: Your doctor}\n";
    const std::string waits =
        "- {linkId: why, type: string, text: Why, enableWhen: [{question: doctor, operator: "
        "exists, answerBoolean: true}]}\n";
    EXPECT_TRUE(form(record + kLast).items[0].hidden);
    EXPECT_TRUE(has(findings_of(record + kLast), "left-out", Severity::warning));
    EXPECT_TRUE(has(findings_of(record + waits + kLast), "never-answered", Severity::warning));
}

TEST(RealForms, display_that_is_read_only_is_shown) {
    const std::string items = "- {linkId: x, type: display, text: X, readOnly: true}\n" + kLast;
    EXPECT_FALSE(form(items).items[0].hidden);
    EXPECT_TRUE(has(findings_of(items), "que-9", Severity::warning));
}

TEST(RealForms, units_are_read_whatever_type_their_value_has) {
    struct Written {
        std::string value, label;
        Coding coding;
    };
    const std::string ucum = "http://unitsofmeasure.org";
    for (const auto& [value, label, coding] :
         {Written{"valueString: cm", "cm", {"", "", "cm"}},
          Written{"valueCode: \"[in_i]\"", "in", {ucum, "[in_i]", ""}},
          Written{"valueQuantity: {system: \"" + ucum + "\", code: kg, unit: kg}",
                  "kg",
                  {ucum, "kg", "kg"}}}) {
        const std::string items =
            item_of("quantity", extension_of("questionnaire-unit", value)) + kLast;
        const auto questionnaire = form(items);
        ASSERT_EQ(questionnaire.items[0].units.size(), 1U) << value;
        EXPECT_EQ(questionnaire.items[0].units[0].label.in("en"), label);
        const Coding& read = questionnaire.items[0].units[0].coding;
        EXPECT_EQ(read.system + " " + read.code + " " + read.display,
                  coding.system + " " + coding.code + " " + coding.display)
            << value;
        EXPECT_TRUE(has(findings_of(items), "other-type", Severity::warning)) << value;
    }
    EXPECT_TRUE(has(
        findings_of(item_of("quantity", extension_of("questionnaire-unit", "valueString: \"\""))),
        "bad-unit"));
}

TEST(RealForms, extensions_are_read_whatever_type_their_value_has) {
    const auto one = [](const std::string& type, const std::string& name, const std::string& value,
                        const std::string& more = "") {
        const std::string items = item_of(type, extension_of(name, value), more) + kLast;
        EXPECT_TRUE(has(findings_of(items), "other-type", Severity::warning)) << name;
        return form(items).items[0];
    };
    EXPECT_TRUE(one("string", "questionnaire-hidden", "valueString: \"true\"").hidden);
    EXPECT_EQ(one("choice", "questionnaire-itemControl", "valueCode: drop-down",
                  ", answerOption: [{valueString: a}, {valueString: b}]")
                  .control,
              ItemControl::drop_down);
    EXPECT_EQ(
        one("boolean", "questionnaire-itemControl", "valueCoding: {code: radio-button}").control,
        ItemControl::radio);
    EXPECT_EQ(one("string", "minLength", "valueString: \"3\"").min_length, 3);
    EXPECT_EQ(one("decimal", "maxDecimalPlaces", "valueDecimal: 1").max_decimal_places, 1);
    EXPECT_EQ(one("string", "entryFormat", "valueCode: nn-nn").entry_format.in("en"), "nn-nn");
    EXPECT_TRUE(one("string", "questionnaire-usageMode", "valueString: display").hidden);
    const auto weighed = one("choice", "x", "valueString: x",
                             ", answerOption: [{valueString: a, extension: [" +
                                 extension_of("ordinalValue", "valueString: \"2\"") + "]}]");
    EXPECT_EQ(weighed.options[0].weight->value, 2);
}

TEST(RealForms, what_stands_in_a_hidden_group_is_seen_by_nobody) {
    const std::string items =
        "- linkId: g\n  type: group\n  extension: [" +
        extension_of("questionnaire-hidden", "valueBoolean: true") +
        "]\n  item:\n"
        "    - {linkId: fixed, type: choice, initial: [{valueCoding: {code: x, display: X}}]}\n"
        "    - {linkId: far, type: choice, text: T, answerValueSet: \"urn:elsewhere\"}\n"
        "    - {linkId: who, type: reference, text: Who, required: true}\n" +
        kLast;
    EXPECT_TRUE(findings_of(items).empty());
    EXPECT_TRUE(form(items).items[0].items[1].hidden);
    EXPECT_FALSE(form(items).items[1].hidden);
}

TEST(RealForms, designations_of_an_answer_are_its_words_in_other_languages) {
    const auto questionnaire = form(
        "- {linkId: a, type: choice, text: A, answerOption: [{valueCoding: {code: f, display: "
        "Female, designation: [{language: tr, value: Kadın}]}}]}\n");
    EXPECT_EQ(questionnaire.items[0].options[0].label.in("tr"), "Kadın");
    EXPECT_EQ(questionnaire.items[0].options[0].label.in("en"), "Female");
}

TEST(RealForms, what_would_fill_in_an_answer_is_said_to_fill_in_nothing) {
    const auto findings = findings_of(item_of(
        "string",
        sdc("initialExpression", "valueExpression: {language: text/fhirpath, expression: \"1\"}")));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_NE(findings[0].message.find("nothing is filled in"), std::string::npos);
}

TEST(RealForms, expression_that_stands_there_as_a_text_is_worked_out) {
    const auto questionnaire =
        form("- {linkId: a, type: integer, text: A}\n" +
             item_of("integer", sdc("calculatedExpression", "valueString: \"1 + 1\"")));
    EXPECT_TRUE(questionnaire.items[1].calculated);
}

TEST(RealForms, hidden_that_says_neither_true_nor_false_is_an_error) {
    EXPECT_TRUE(has(findings_of(item_of(
                        "string", extension_of("questionnaire-hidden", "valueString: perhaps"))),
                    "wrong-type"));
}

TEST(RealForms, quantity_is_asked_in_the_unit_that_it_is_compared_in) {
    const std::string condition =
        "- {linkId: low, type: boolean, text: Low, enableWhen: [{question: x, operator: \"<\", "
        "answerQuantity: {value: 89, unit: \"%\"}}]}\n";
    const std::string items = "- {linkId: x, type: quantity, text: X}\n" + condition;
    const auto questionnaire = form(items);
    ASSERT_EQ(questionnaire.items[0].units.size(), 1U);
    EXPECT_EQ(questionnaire.items[0].units[0].label.in("en"), "%");
    EXPECT_TRUE(has(findings_of(items), "unit-taken", Severity::warning));
    // What another program answered in another unit is no fault for that.
    EXPECT_TRUE(codes_of(questionnaire, {amount("5", "permille")}).empty());
    EXPECT_TRUE(prove(questionnaire, {}).violations.empty());
    // A bare number is in neither of two units, so that nobody gets to these.
    const auto two = form(items +
                          "- {linkId: high, type: boolean, text: High, enableWhen: [{question: x, "
                          "operator: \">\", answerQuantity: {value: 8, unit: mg}}]}\n");
    EXPECT_EQ(prove(two, {}).violations.size(), 2U);
    EXPECT_TRUE(
        has(findings_of("- {linkId: x, type: quantity, text: X}\n"), "no-unit", Severity::warning));
}

TEST(RealForms, value_that_another_program_would_replace_is_warned_of) {
    const std::string initial = ", readOnly: true, initial: [{valueString: Kim}]";
    EXPECT_TRUE(
        has(findings_of(item_of("string", extension_of("sdf-fhirpath", "valueString: Patient.name"),
                                initial)),
            "fixed-value", Severity::warning));
    EXPECT_FALSE(has(findings_of(item_of("string", extension_of("x", "valueString: y"), initial)),
                     "fixed-value", Severity::warning));
}

TEST(RealForms, usage_mode_of_finished_forms_is_not_asked) {
    const auto hidden = [](const std::string& mode) {
        return form(item_of("string",
                            extension_of("questionnaire-usageMode", "valueCode: " + mode)) +
                    kLast)
            .items[0]
            .hidden;
    };
    EXPECT_TRUE(hidden("display"));
    EXPECT_TRUE(hidden("display-non-empty"));
    EXPECT_FALSE(hidden("capture"));
    EXPECT_FALSE(hidden("capture-display"));
}

TEST(RealForms, words_beside_a_question_are_kept) {
    const Item item =
        form(item_of("integer",
                     extension_of("questionnaire-instruction", "valueString: From 30 to 80") +
                         ", " + extension_of("validationtext", "valueString: Too many")) +
             kLast)
            .items[0];
    EXPECT_EQ(item.instruction.in("en"), "From 30 to 80");
    EXPECT_EQ(item.complaint.in("en"), "Too many");
    EXPECT_EQ(
        form(item_of("integer", extension_of("sdf-sublabel", "valueMarkdown: \"**0** or more\"")))
            .items[0]
            .instruction.in("en"),
        "0 or more");
    EXPECT_EQ(form(item_of("open-choice", sdc("openLabel", "valueString: Another one"),
                           ", answerOption: [{valueString: a}]"))
                  .items[0]
                  .open_label.in("en"),
              "Another one");
    const auto lost = findings_of(item_of("string", extension_of("x-y", "valueString: Read me")));
    ASSERT_NE(finding(lost, "ignored-extension"), nullptr);
    EXPECT_NE(finding(lost, "ignored-extension")->message.find("Read me"), std::string::npos);
}

TEST(RealForms, weights_and_labels_of_older_addresses_are_read) {
    const Item item =
        form("- {linkId: x, type: choice, text: X, answerOption: [{valueString: a, extension: [" +
             sdc("itemWeight", "valueDecimal: 2") + "]}, {valueString: b, extension: [" +
             extension_of("iso21090-CO-value", "valueDecimal: 3") + ", " +
             extension_of("valueset-label", "valueString: \"b)\"") + "]}]}\n")
            .items[0];
    ASSERT_TRUE(item.options[0].weight && item.options[1].weight);
    EXPECT_EQ(item.options[0].weight->text, "2");
    EXPECT_EQ(item.options[1].weight->text, "3");
    EXPECT_EQ(item.options[1].prefix, "b)");
}

TEST(RealForms, controls_and_categories_in_words_are_read) {
    EXPECT_EQ(form(item_of("choice", control_extension("text: Drop down"),
                           ", answerOption: [{valueString: a}]"))
                  .items[0]
                  .control,
              ItemControl::drop_down);
    EXPECT_EQ(form(item_of("display", extension_of("questionnaire-displayCategory",
                                                   "valueCodeableConcept: {text: Instructions}")) +
                   kLast)
                  .items[0]
                  .category,
              Category::instructions);
}

TEST(RealForms, number_sign_on_a_single_line_is_no_heading) {
    const Item one = form("- {linkId: x, type: integer, text: \"# of drinks\"}\n").items[0];
    EXPECT_EQ(one.text.in("en"), "# of drinks");
    EXPECT_TRUE(one.markdown.empty());
    const Item bold =
        form("- {linkId: x, type: integer, text: \"# of **big** drinks\"}\n").items[0];
    EXPECT_EQ(bold.text.in("en"), "# of big drinks");
    EXPECT_EQ(bold.markdown.in("en"), "\\# of **big** drinks");
    EXPECT_EQ(form("- {linkId: x, type: integer, text: \"# Drinks\\nHow many?\"}\n")
                  .items[0]
                  .text.in("en"),
              "Drinks\nHow many?");
}

TEST(RealForms, total_that_patients_are_to_add_up_is_advised_on) {
    const auto advised = [](const std::string& more) {
        return has(findings_of("- {linkId: x, type: integer" + more + "}\n"), "asked-total",
                   Severity::advice);
    };
    EXPECT_TRUE(advised(", text: \"Total:\""));
    EXPECT_TRUE(advised(", text: PHQ-9 total score"));
    EXPECT_TRUE(advised(", text: S, code: [{system: \"http://ehelse.no/scoringFormulas\"}]"));
    EXPECT_FALSE(advised(", text: Total number of cigarettes"));
    EXPECT_FALSE(advised(", text: Total, readOnly: true"));
}

TEST(RealForms, bundle_with_one_questionnaire_loads_with_its_value_sets) {
    const std::string form_text =
        R"({"resource":{"resourceType":"Questionnaire","status":"draft","item":[{"linkId":"x",)"
        R"("type":"choice","text":"X","answerValueSet":"http://e.org/vs"}]}})";
    const std::string set =
        R"({"resource":{"resourceType":"ValueSet","url":"http://e.org/vs","compose":{"include":[)"
        R"({"system":"urn:s","concept":[{"code":"a","display":"A"}]}]}}})";
    const auto bundle = [](const std::string& entries) {
        return R"({"resourceType":"Bundle","entry":[)" + entries + "]}";
    };
    const auto one = load_questionnaire(bundle(set + "," + form_text), "bundle.json");
    ASSERT_TRUE(one.questionnaire);
    EXPECT_EQ(one.questionnaire->items[0].options.size(), 1U);
    EXPECT_TRUE(has(one.findings, "bundle", Severity::advice));
    EXPECT_TRUE(has(loaded(bundle(form_text + "," + form_text)), "not-a-questionnaire"));
    EXPECT_EQ(loaded(bundle("")).size(), 1U);
}

TEST(RealForms, several_addresses_in_one_are_told_as_such) {
    const auto findings = findings_of(
        "- {linkId: x, type: choice, text: X, answerValueSet: \"http://a.org/1 http://a.org/2\"}");
    ASSERT_NE(finding(findings, "unsupported"), nullptr);
    EXPECT_NE(finding(findings, "unsupported")->message.find("one address only"),
              std::string::npos);
}

TEST(RealForms, moment_in_a_hidden_item_that_nothing_reads_is_left_out) {
    const std::string now =
        extension_of("questionnaire-hidden", "valueBoolean: true") + ", " +
        sdc("calculatedExpression",
            "valueExpression: {language: text/fhirpath, expression: \"now()\"}");
    const std::string items = item_of("dateTime", now) + kLast;
    EXPECT_EQ(form(items).items[0].calculated, nullptr);
    EXPECT_TRUE(has(findings_of(items), "left-out", Severity::warning));
    EXPECT_TRUE(has(findings_of(item_of("dateTime", now) +
                                "- {linkId: y, type: boolean, text: Y, enableWhen: [{question: x, "
                                "operator: exists, answerBoolean: true}]}\n"),
                    "unsupported"));
}

TEST(RealForms, answers_are_found_by_the_name_of_their_resource) {
    EXPECT_NE(form("- {linkId: a, type: integer, text: A}\n" +
                   item_of("integer",
                           sdc("calculatedExpression",
                               "valueExpression: {language: text/fhirpath, expression: "
                               "\"%QuestionnaireResponse.item.where(linkId='a').answer.value\"}")))
                  .items[1]
                  .calculated,
              nullptr);
}

TEST(RealForms, cql_that_fills_in_an_item_is_a_warning_and_on_words_an_error) {
    const std::string cql =
        extension_of("cqf-expression", "valueExpression: {language: text/cql, expression: X}");
    EXPECT_TRUE(has(findings_of(item_of("string", cql)), "ignored-extension", Severity::warning));
    EXPECT_TRUE(has(
        findings_of("- {linkId: x, type: string, text: X, _text: {extension: [" + cql + "]}}\n"),
        "unsupported"));
}

TEST(RealForms, format_of_aidbox_is_one_finding) {
    const auto findings = findings_of(
        "- {linkId: x, type: choice, text: X, itemControl: {coding: [{code: drop-down}]}, hidden: "
        "true, answerOption: [{value: {Coding: {code: a}}}]}\n");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "aidbox");
}

TEST(RealForms, faults_are_told_once_and_by_name) {
    const std::string limits = extension_of("minValue", "valueString: a") + ", " +
                               extension_of("maxValue", "valueString: b");
    const auto bad = findings_of(item_of("integer", limits));
    EXPECT_EQ(std::count_if(bad.begin(), bad.end(),
                            [](const auto& each) { return each.code == "bad-limit"; }),
              1);
    const auto waits = [](const std::string& id, const std::string& on) {
        return "- {linkId: " + id + ", type: boolean, text: T, enableWhen: [{question: " + on +
               ", operator: exists, answerBoolean: true}]}\n";
    };
    const auto circle = findings_of(waits("a", "b") + waits("b", "a"));
    ASSERT_NE(finding(circle, "cycle"), nullptr);
    EXPECT_NE(finding(circle, "cycle")->message.find("by way of \"b\""), std::string::npos);
}

TEST(RealForms, rules_of_other_programs_are_not_enforced_with_a_warning) {
    const std::string limit = sdc("minQuantity", "valueQuantity: {value: 3}");
    EXPECT_EQ(codes_of(form(item_of("integer", limit)), {std::int64_t{2}}), Ids{"out-of-range"});
    EXPECT_TRUE(codes_of(form(item_of("integer", limit)), {std::int64_t{3}}).empty());
    for (const char* regex : {"(?=a)b", "(a)\\\\1", "a++"}) {
        const std::string items =
            item_of("string", extension_of("regex", std::string("valueString: \"") + regex + "\""));
        EXPECT_TRUE(has(findings_of(items), "not-enforced", Severity::warning)) << regex;
        EXPECT_EQ(form(items).items[0].regex, nullptr);
    }
    const std::string slider = item_of(
        "decimal", control_of("slider") + ", " + extension_of("minValue", "valueDecimal: 0") +
                       ", " + extension_of("maxValue", "valueDecimal: 5") + ", " +
                       extension_of("questionnaire-sliderStepValue", "valueDecimal: 0.1"));
    EXPECT_EQ(form(slider).items[0].control, ItemControl::none);
    EXPECT_TRUE(has(findings_of(slider), "slider-step", Severity::warning));
}

TEST(RealForms, units_are_written_as_people_write_them) {
    EXPECT_EQ(unit_words("[in_i]", "[in_i]"), "in");
    EXPECT_EQ(unit_words("", "Cel"), "°C");
    EXPECT_EQ(unit_words("mm[Hg]", ""), "mmHg");
    EXPECT_EQ(unit_words("{beats}/min", "{beats}/min"), "beats/min");
    EXPECT_EQ(unit_words("kg/m2", "kg/m2"), "kg/m²");
    EXPECT_EQ(unit_words("pounds", "[lb_av]"), "pounds");
    EXPECT_EQ(print_form("{score}"), "score");
    EXPECT_EQ(print_form("mg{creat}/dL"), "mg/dL");
    EXPECT_EQ(print_form("ug/L"), "µg/L");
    EXPECT_EQ(print_form("units"), "units");
    const Item item = form(item_of("quantity", extension_of("questionnaire-unit",
                                                            "valueCoding: {code: \"[lb_av]\", "
                                                            "display: \"[lb_av]\"}")))
                          .items[0];
    EXPECT_EQ(item.units.at(0).label.in("en"), "lb");
}

TEST(RealForms, question_without_a_text_is_asked_in_the_words_beside_it) {
    const auto with = [](const std::string& code) {
        return form(
                   "- linkId: x\n  type: string\n  item: [{linkId: h, type: display, text: Name?, "
                   "extension: [" +
                   control_of(code) + "]}]\n")
            .items[0];
    };
    for (const char* code : {"flyover", "prompt"}) {
        EXPECT_EQ(with(code).text.in("en"), "Name?") << code;
        EXPECT_TRUE(with(code).help.empty() && with(code).entry_format.empty()) << code;
    }
    const std::string items =
        "- {linkId: d, type: display, text: Your name}\n- {linkId: x, type: string}\n";
    const auto before = form(items);
    EXPECT_EQ(before.items[1].text.in("en"), "Your name");
    EXPECT_TRUE(before.items[0].hidden);
    EXPECT_FALSE(has(findings_of(items), "missing-words", Severity::warning));
}

TEST(RealForms, prompt_of_a_choice_is_its_instruction) {
    const Item item = form(
                          "- linkId: x\n  type: boolean\n  text: X\n  item: [{linkId: h, type: "
                          "display, text: Think back, extension: [" +
                          control_of("prompt") + "]}]\n")
                          .items[0];
    EXPECT_EQ(item.instruction.in("en"), "Think back");
    EXPECT_TRUE(item.entry_format.empty());
}

TEST(RealForms, blanks_at_the_ends_of_words_are_none) {
    const Item item = form(
                          "- {linkId: x, type: choice, prefix: \"1. \", text: \" How?  \", "
                          "answerOption: [{valueString: \"a \"}]}\n")
                          .items[0];
    EXPECT_EQ(item.prefix.in("en"), "1.");
    EXPECT_EQ(item.text.in("en"), "How?");
    EXPECT_EQ(item.options[0].label.in("en"), "a");
    EXPECT_EQ(std::get<std::string>(item.options[0].value), "a ");
}

TEST(RealForms, groups_of_rows_are_one_table) {
    for (const char* code : {"row", "grid", "gtable", "table", "htable", "atable"})
        EXPECT_EQ(form("- {linkId: g, type: group, extension: [" + control_of(code) +
                       "], item: [{linkId: q, type: string, text: Q}]}\n")
                      .items[0]
                      .control,
                  ItemControl::table)
            << code;
}

}  // namespace candor::screening
