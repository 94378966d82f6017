#include "pack/translation/form_values.h"

#include <gtest/gtest.h>

#include "screening/reading/load_questionnaire.h"

namespace candor::pack {
namespace {

constexpr std::string_view kForm = R"(resourceType: Questionnaire
status: draft
language: en
title: "A form"
item:
  - linkId: age
    type: choice
    text: "How old?"  # a note
    _text:
      extension:
        - {url: "http://hl7.org/fhir/StructureDefinition/translation", extension: [{url: lang, valueCode: tr}, {url: content, valueString: "Yaş?"}]}
    required: true
    answerOption:
      - valueCoding: {code: a, display: "Young"}
      - valueString: Old
  - {linkId: tall, type: decimal, text: "How tall?", extension: [{url: "http://hl7.org/fhir/StructureDefinition/entryFormat", valueString: "In m"}, {url: "x", valueString: "not shown"}]}
  - linkId: more
    type: string
    text: More
    _text:
      extension:
      - url: http://hl7.org/fhir/StructureDefinition/translation
        extension:
        - url: lang
          valueCode: tr
        - url: content
          valueString: Daha
    enableWhen: [{question: age, operator: "=", answerCoding: {code: a, display: hidden}}]
)";

std::string listed(const std::string& language) {
    std::string out;
    for (const auto& value : form_values(kForm, "en", language))
        out += value.name + "=" + value.source.text +
               (value.translation ? ">" + value.translation->text : "") + "\n";
    return out;
}

}  // namespace

TEST(FormValues, are_what_patients_see_with_its_translations) {
    EXPECT_EQ(listed("tr"),
              "title=A form\n"
              "age.text=How old?>Yaş?\n"
              "age.answerOption.0.valueCoding.display=Young\n"
              "age.answerOption.1.valueString=Old\n"
              "tall.text=How tall?\n"
              "tall.extension.0.valueString=In m\n"
              "more.text=More>Daha\n");
}

TEST(FormValues, of_a_form_in_another_language_are_none) {
    EXPECT_TRUE(form_values(kForm, "de").empty());
}

TEST(FormValues, translations_are_added_and_changed_and_all_else_stays) {
    for (const char* language : {"tr", "de"}) {
        SCOPED_TRACE(language);
        const auto values = form_values(kForm, "en", language);
        std::vector<std::string> words;
        for (const auto& value : values) words.push_back("“" + value.source.text + "” \"x\"");
        const std::string after = with_form_translations(kForm, values, language, words);
        const auto now = form_values(after, "en", language);
        ASSERT_EQ(now.size(), values.size());
        for (std::size_t i = 0; i < now.size(); ++i) {
            ASSERT_TRUE(now[i].translation) << now[i].name;
            EXPECT_EQ(now[i].translation->text, words[i]);
            EXPECT_EQ(now[i].source.text, values[i].source.text);
        }
        EXPECT_EQ(with_form_translations(after, now, language, words), after);
        const auto loaded = screening::load_questionnaire(after, "form.yaml");
        ASSERT_TRUE(loaded.questionnaire);
        EXPECT_EQ(loaded.questionnaire->items[0].text.in(language), words[1]);
        EXPECT_EQ(loaded.questionnaire->items[0].options[0].label.in(language), words[2]);
        if (std::string(language) == "de") {
            EXPECT_EQ(loaded.questionnaire->items[2].text.in("tr"), "Daha");
        }
    }
}

TEST(FormValues, words_that_are_not_given_change_no_byte) {
    const auto values = form_values(kForm, "en", "tr");
    EXPECT_EQ(with_form_translations(kForm, values, "tr", std::vector<std::string>(values.size())),
              kForm);
}

}  // namespace candor::pack
