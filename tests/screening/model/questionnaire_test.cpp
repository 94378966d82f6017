#include "screening/reading/load_questionnaire.h"

#include "form.h"

namespace candor::screening {
namespace {

const char* const kYaml = R"(
resourceType: Questionnaire
url: urn:uuid:1
version: 2
status: active
language: en
title: T
item:
  - linkId: 1
    type: open-choice
    text: Which?
    _text:
      extension:
        - url: http://hl7.org/fhir/StructureDefinition/translation
          extension:
            - {url: lang, valueCode: tr}
            - {url: content, valueString: "Hangisi?"}
    required: true
    repeats: true
    maxLength: 20
    answerOption:
      - valueCoding:
          system: urn:x
          code: a
          display: First
          _display:
            extension:
              - url: http://hl7.org/fhir/StructureDefinition/translation
                extension: [{url: lang, valueCode: tr}, {url: content, valueString: Bir}]
          extension: [{url: "http://hl7.org/fhir/StructureDefinition/ordinalValue", valueDecimal: 1.50}]
        initialSelected: true
        extension:
          - url: http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemAnswerMedia
            valueAttachment: {contentType: image/svg+xml, url: images/a.svg, title: A picture}
      - valueString: none
        extension: [{url: "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", valueBoolean: true}]
    item:
      - linkId: why
        type: display
        text: Because.
        extension:
          - url: http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl
            valueCodeableConcept: {coding: [{code: help}]}
  - linkId: n
    type: decimal
    text: How much?
    initial: [{valueDecimal: 2.50}]
    extension:
      - {url: "http://hl7.org/fhir/StructureDefinition/minValue", valueDecimal: 0}
      - {url: "http://hl7.org/fhir/StructureDefinition/maxValue", valueDecimal: 9.5}
    enableWhen: [{question: "1", operator: "!=", answerString: none}]
)";

const char* const kJson = R"({
"resourceType": "Questionnaire", "url": "urn:uuid:1", "version": "2", "status": "active",
"language": "en", "title": "T",
"item": [
  {"linkId": "1", "type": "open-choice", "text": "Which?",
   "_text": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation",
     "extension": [{"url": "lang", "valueCode": "tr"}, {"url": "content", "valueString": "Hangisi?"}]}]},
   "required": true, "repeats": true, "maxLength": 20,
   "answerOption": [
     {"valueCoding": {"system": "urn:x", "code": "a", "display": "First",
       "_display": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/translation",
         "extension": [{"url": "lang", "valueCode": "tr"}, {"url": "content", "valueString": "Bir"}]}]},
       "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 1.50}]},
      "initialSelected": true,
      "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemAnswerMedia",
        "valueAttachment": {"contentType": "image/svg+xml", "url": "images/a.svg", "title": "A picture"}}]},
     {"valueString": "none",
      "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", "valueBoolean": true}]}],
   "item": [{"linkId": "why", "type": "display", "text": "Because.",
     "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
       "valueCodeableConcept": {"coding": [{"code": "help"}]}}]}]},
  {"linkId": "n", "type": "decimal", "text": "How much?", "initial": [{"valueDecimal": 2.50}],
   "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDecimal": 0},
                 {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueDecimal": 9.5}],
   "enableWhen": [{"question": "1", "operator": "!=", "answerString": "none"}]}]})";

class BothForms : public testing::TestWithParam<const char*> {
  protected:
    void SetUp() override {
        auto loaded = load_questionnaire(GetParam(), "q");
        for (const auto& finding : loaded.findings) ADD_FAILURE() << base::to_line(finding);
        ASSERT_TRUE(loaded.questionnaire);
        questionnaire = std::move(*loaded.questionnaire);
    }
    Questionnaire questionnaire;
};

INSTANTIATE_TEST_SUITE_P(Forms, BothForms, testing::Values(kYaml, kJson), [](const auto& forms) {
    return forms.index == 0 ? std::string("yaml") : std::string("json");
});

}  // namespace

TEST_P(BothForms, head_is_read) {
    EXPECT_EQ(questionnaire.url, "urn:uuid:1");
    EXPECT_EQ(questionnaire.version, "2");
    EXPECT_EQ(questionnaire.status, "active");
    EXPECT_EQ(questionnaire.title, "T");
    EXPECT_EQ(questionnaire.items.size(), 2U);
}

TEST_P(BothForms, item_and_its_help_are_read) {
    const Item& item = questionnaire.items[0];
    EXPECT_EQ(item.link_id, "1");
    EXPECT_EQ(item.type, ItemType::open_choice);
    EXPECT_TRUE(item.required && item.repeats);
    EXPECT_EQ(item.max_length, 20);
    EXPECT_EQ(item.help.in("en"), "Because.");
    ASSERT_EQ(item.items.size(), 1U);
    EXPECT_EQ(item.items[0].control, ItemControl::help);
}

TEST_P(BothForms, translations_are_read) {
    EXPECT_EQ(questionnaire.items[0].text.in("en"), "Which?");
    EXPECT_EQ(questionnaire.items[0].text.in("tr"), "Hangisi?");
    EXPECT_EQ(questionnaire.items[0].options[0].label.in("tr"), "Bir");
    EXPECT_FALSE(questionnaire.items[0].text.has("de"));
}

TEST_P(BothForms, options_are_read_with_their_extensions) {
    ASSERT_EQ(questionnaire.items[0].options.size(), 2U);
    const AnswerOption& option = questionnaire.items[0].options[0];
    EXPECT_EQ(std::get<Coding>(option.value).system, "urn:x");
    EXPECT_EQ(option.media.url, "images/a.svg");
    EXPECT_EQ(option.media.alt.in("en"), "A picture");
    EXPECT_TRUE(option.initially_selected);
    EXPECT_EQ(option.weight->text, "1.50");
    EXPECT_FALSE(option.exclusive);
    EXPECT_TRUE(questionnaire.items[0].options[1].exclusive);
    EXPECT_EQ(questionnaire.items[0].options[1].label.in("en"), "none");
}

TEST_P(BothForms, conditions_limits_and_initials_are_read) {
    const Item& item = questionnaire.items[1];
    ASSERT_EQ(item.enable_when.size(), 1U);
    EXPECT_EQ(item.enable_when[0].op, Operator::not_equal);
    EXPECT_EQ(std::get<std::string>(item.enable_when[0].answer), "none");
    EXPECT_EQ(std::get<Decimal>(item.initial.at(0)).text, "2.50");
    EXPECT_EQ(std::get<Decimal>(*item.max_value).value, 9.5);
}

TEST_P(BothForms, fhir_json_of_it_loads_as_the_same) {
    const auto json = to_fhir_json(GetParam(), "q");
    ASSERT_TRUE(json);
    EXPECT_EQ(*to_fhir_json(*json, "q"), *json);
    auto again = load_questionnaire(*json, "again");
    ASSERT_TRUE(again.questionnaire);
    EXPECT_EQ(again.questionnaire->items[0].text.in("tr"), "Hangisi?");
    EXPECT_EQ(again.questionnaire->items[0].link_id, "1");
    EXPECT_EQ(std::get<Decimal>(again.questionnaire->items[1].initial.at(0)).text, "2.50");
}

TEST(Questionnaire, yaml_and_json_give_the_same_fhir_json) {
    EXPECT_EQ(*to_fhir_json(kYaml, "q"), *to_fhir_json(kJson, "q"));
}

TEST(Questionnaire, find_reaches_inner_items) {
    const auto questionnaire = form(
        "- {linkId: g, type: group, item: [{linkId: h, type: group, item: [{linkId: q, type: "
        "string, text: Q}]}]}\n");
    ASSERT_NE(questionnaire.find("q"), nullptr);
    EXPECT_EQ(questionnaire.find("q")->type, ItemType::string);
    EXPECT_EQ(questionnaire.find("none"), nullptr);
}

}  // namespace candor::screening
