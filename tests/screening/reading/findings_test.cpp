#include "form.h"
#include "screening/reading/load_questionnaire.h"

namespace candor::screening {
namespace {

using base::Severity;

struct Wrong {
    const char* name;
    const char* code;
    const char* items;
    Severity severity = Severity::error;
};

class WrongItems : public testing::TestWithParam<Wrong> {};

const char* const kAsked =
    "- {linkId: a, type: boolean, text: A}\n- {linkId: s, type: string, text: S}\n"
    "- {linkId: c, type: choice, text: C, answerOption: [{valueCoding: {code: x, display: X}}]}\n"
    "- {linkId: g, type: group, item: [{linkId: i, type: integer, text: I}]}\n";

INSTANTIATE_TEST_SUITE_P(
    Findings, WrongItems,
    testing::Values(
        Wrong{"no_link_id", "no-link-id", "- {type: string, text: X}"},
        Wrong{"bad_link_id", "bad-link-id", R"(- {linkId: "a\x1f1", type: string, text: X})"},
        Wrong{"no_type", "no-type", "- {linkId: x, text: X}"},
        Wrong{"twice", "que-2", "- {linkId: a, type: string, text: X}"},
        Wrong{"attachment", "to-bring", "- {linkId: x, type: attachment, text: X}",
              Severity::warning},
        Wrong{"required_attachment", "unsupported",
              "- {linkId: x, type: attachment, text: X, required: true}"},
        Wrong{"coding_of_r5", "unsupported", "- {linkId: x, type: coding, text: X}"},
        Wrong{"empty_list_of_answers", "no-options",
              "- {linkId: x, type: choice, text: X, answerOption: []}"},
        Wrong{"video", "bad-media",
              "- {linkId: x, type: string, text: X, extension: [{url: "
              "\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia\", "
              "valueAttachment: {contentType: video/mp4, url: images/x.mp4, title: x}}]}"},
        Wrong{"picture_elsewhere", "bad-media",
              "- {linkId: x, type: string, text: X, extension: [{url: "
              "\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia\", "
              "valueAttachment: {contentType: image/png, url: \"https://example.org/x.png\", "
              "title: x}}]}"},
        Wrong{"picture_in_the_form", "bad-media",
              "- {linkId: x, type: string, text: X, extension: [{url: "
              "\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia\", "
              "valueAttachment: {contentType: image/png, data: \"no base64!\", title: x}}]}"},
        Wrong{"reference", "unsupported",
              "- {linkId: x, type: reference, text: X, required: true}"},
        Wrong{"abstract_question", "unsupported", "- {linkId: x, type: question, text: X}"},
        Wrong{"value_set", "unsupported",
              "- {linkId: x, type: choice, text: X, answerValueSet: urn:y}"},
        Wrong{"enable_expression", "unsupported",
              "- {linkId: x, type: string, text: X, extension: [{url: "
              "\"http://hl7.org/fhir/uv/sdc/StructureDefinition/"
              "sdc-questionnaire-enableWhenExpression\"}]}"},
        Wrong{"sub_questionnaire", "unsupported",
              "- {linkId: x, type: display, text: This is a placeholder, extension: [{url: "
              "\"http://hl7.org/fhir/uv/sdc/StructureDefinition/"
              "sdc-questionnaire-subQuestionnaire\", valueCanonical: urn:y}]}"},
        Wrong{"answers_that_come_and_go", "unsupported",
              "- {linkId: x, type: choice, text: X, answerOption: [{valueString: a}], extension: "
              "[{url: \"http://hl7.org/fhir/uv/sdc/StructureDefinition/"
              "sdc-questionnaire-answerOptionsToggleExpression\"}]}"},
        Wrong{"answers_from_a_record", "unsupported",
              "- {linkId: x, type: string, text: X, extension: [{url: "
              "\"http://hl7.org/fhir/uv/sdc/StructureDefinition/"
              "sdc-questionnaire-candidateExpression\"}]}"},
        Wrong{"words_that_are_worked_out", "unsupported",
              "- {linkId: x, type: display, text: X, _text: {extension: [{url: "
              "\"http://hl7.org/fhir/StructureDefinition/cqf-expression\"}]}}"},
        Wrong{"words_of_an_answer_that_are_worked_out", "unsupported",
              "- {linkId: x, type: choice, text: X, answerOption: [{valueCoding: {display: A, "
              "_display: {extension: [{url: "
              "\"http://hl7.org/fhir/StructureDefinition/cqf-expression\"}]}}}]}"},
        Wrong{"limit_that_is_worked_out", "unsupported",
              "- {linkId: x, type: date, text: X, extension: [{url: "
              "\"http://hl7.org/fhir/StructureDefinition/maxValue\", valueDate: 2026-11-28, "
              "_valueDate: {extension: [{url: "
              "\"http://hl7.org/fhir/StructureDefinition/cqf-calculatedValue\"}]}}]}"},
        Wrong{"units_from_elsewhere", "unsupported",
              "- {linkId: x, type: quantity, text: X, extension: [{url: "
              "\"http://hl7.org/fhir/StructureDefinition/questionnaire-unitValueSet\", "
              "valueCanonical: urn:y}]}"},
        Wrong{"answer_reference", "unsupported",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: i, operator: \"=\", "
              "answerReference: {reference: Patient/1}}]}"},
        Wrong{"quantity_with_a_comparator", "unsupported",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: i, operator: \"=\", "
              "answerQuantity: {value: 1, comparator: \"<\"}}]}"},
        Wrong{"misspelt", "unknown-element",
              "- {linkId: x, type: string, text: X, requierd: true}"},
        Wrong{"required_as_text", "wrong-type",
              "- {linkId: x, type: string, text: X, required: \"true\"}"},
        Wrong{"items_not_a_list", "wrong-type", "- {linkId: x, type: group, item: {linkId: y}}"},
        Wrong{"unknown_question", "unknown-question",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: y, operator: exists, "
              "answerBoolean: true}]}"},
        Wrong{"question_is_a_group", "not-a-question",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: g, operator: exists, "
              "answerBoolean: true}]}"},
        Wrong{"unknown_operator", "unknown-operator",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: i, operator: \"<>\", "
              "answerInteger: 1}]}"},
        Wrong{"exists_without_boolean", "que-7",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: i, operator: exists, "
              "answerInteger: 1}]}"},
        Wrong{"answer_of_another_type", "answer-type",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: i, operator: \"=\", "
              "answerString: \"1\"}]}"},
        Wrong{"ordering_of_texts", "no-order",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: s, operator: \">\", "
              "answerString: b}]}"},
        Wrong{"ordering_of_codings", "no-order",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: c, operator: \"<=\", "
              "answerCoding: {code: x}}]}"},
        Wrong{"no_answer", "no-answer",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: i, operator: \"=\"}]}"},
        Wrong{"two_answers", "two-values",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: i, operator: \"=\", "
              "answerInteger: 1, answerString: a}]}"},
        Wrong{"bad_date", "not-a-date",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: i, operator: \"=\", "
              "answerDate: 2026-02-30}]}"},
        Wrong{"condition_on_no_option", "not-an-option",
              "- {linkId: x, type: string, text: X, enableWhen: [{question: c, operator: \"=\", "
              "answerCoding: {code: z}}]}",
              Severity::warning},
        Wrong{"choice_without_options", "no-options", "- {linkId: x, type: choice, text: X}",
              Severity::warning},
        Wrong{"option_without_value", "bad-option",
              "- {linkId: x, type: choice, text: X, answerOption: [{initialSelected: true}]}"},
        Wrong{"display_with_items", "que-1",
              "- {linkId: x, type: display, text: X, item: [{linkId: y, type: string, text: Y}]}"},
        Wrong{"no_words", "missing-words", "- {linkId: x, type: string}", Severity::warning},
        Wrong{"picture_without_words", "missing-alt",
              "- {linkId: x, type: string, text: X, extension: [{url: "
              "\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia\", "
              "valueAttachment: {url: a.svg}}]}",
              Severity::warning},
        Wrong{"rule_not_enforced", "ignored-extension",
              "- {linkId: x, type: string, text: X, extension: [{url: "
              "\"http://hl7.org/fhir/StructureDefinition/questionnaire-constraint\"}]}",
              Severity::warning},
        Wrong{"unknown_extension", "ignored-extension",
              "- {linkId: x, type: string, text: X, extension: [{url: urn:y}]}", Severity::advice}),
    [](const auto& wrong) { return std::string(wrong.param.name); });

}  // namespace

TEST_P(WrongItems, cause_their_finding) {
    const auto findings = findings_of(std::string(kAsked) + GetParam().items + "\n");
    EXPECT_TRUE(has(findings, GetParam().code, GetParam().severity));
    for (const auto& finding : findings) {
        EXPECT_EQ(finding.code, GetParam().code) << base::to_line(finding);
        EXPECT_FALSE(finding.remedy.empty());
    }
}

TEST(Findings, name_the_item_the_file_and_the_line) {
    const auto findings = findings_of(
        "- {linkId: a, type: string, text: A}\n"
        "- {linkId: amount, type: reference, text: B, required: true}\n");
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].file, "form.yaml");
    EXPECT_EQ(findings[0].line, 5);
    EXPECT_NE(findings[0].message.find("\"amount\""), std::string::npos);
    EXPECT_NE(findings[0].message.find("\"reference\""), std::string::npos);
}

TEST(Findings, of_json_have_lines_too) {
    const auto loaded = load_questionnaire(
        "{\"resourceType\": \"Questionnaire\",\n\"status\": \"draft\",\n\"item\": [\n"
        "{\"linkId\": \"a\", \"type\": \"attachment\", \"text\": \"A\"}]}",
        "q.json");
    ASSERT_EQ(loaded.findings.size(), 1U);
    EXPECT_EQ(loaded.findings[0].line, 4);
}

TEST(Findings, all_of_them_are_collected) {
    EXPECT_EQ(
        findings_of("- {linkId: a, type: question, text: A}\n- {linkId: b, type: integr, text: B}\n"
                    "- {type: string, text: C}\n")
            .size(),
        3U);
}

TEST(Findings, errors_leave_no_questionnaire_and_warnings_do) {
    const std::string head = "resourceType: Questionnaire\nstatus: draft\nitem:\n";
    EXPECT_FALSE(
        load_questionnaire(head + "- {linkId: a, type: question, text: A}", "q").questionnaire);
    EXPECT_TRUE(load_questionnaire(head + "- {linkId: a, type: string}", "q").questionnaire);
}

}  // namespace candor::screening
