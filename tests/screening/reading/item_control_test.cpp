#include "form.h"

namespace candor::screening {
namespace {

std::string control(const std::string& code) {
    return extension_of("questionnaire-itemControl",
                        "valueCodeableConcept: {coding: [{system: "
                        "\"http://hl7.org/fhir/questionnaire-item-control\", code: " +
                            code + "}]}");
}

std::string item_with(const std::string& type, const std::string& code,
                      const std::string& more = "") {
    return "- {linkId: x, type: " + type + ", text: X, extension: [" + control(code) + more +
           "]}\n";
}

const std::string kEnds = ", " + extension_of("minValue", "valueInteger: 0") + ", " +
                          extension_of("maxValue", "valueInteger: 10");

}  // namespace

TEST(ItemControls, are_read_where_they_belong) {
    EXPECT_EQ(form(item_with("boolean", "radio-button")).items[0].control, ItemControl::radio);
    EXPECT_EQ(form(item_with("integer", "slider", kEnds)).items[0].control, ItemControl::slider);
    EXPECT_EQ(form("- {linkId: g, type: group, extension: [" + control("page") +
                   "], item: [{linkId: q, type: string, text: Q}]}\n")
                  .items[0]
                  .control,
              ItemControl::page);
    for (const auto& [code, wanted] : {std::pair{"check-box", ItemControl::check_box},
                                       std::pair{"drop-down", ItemControl::drop_down}})
        EXPECT_EQ(form("- {linkId: c, type: choice, text: C, extension: [" + control(code) +
                       "], answerOption: [{valueString: a}]}\n")
                      .items[0]
                      .control,
                  wanted);
}

TEST(ItemControls, elsewhere_and_unknown_ones_are_ignored_with_advice) {
    for (const auto& wrong : {item_with("string", "page"), item_with("string", "slider"),
                              item_with("boolean", "help"), item_with("string", "x-unknown")}) {
        EXPECT_EQ(form(wrong).items[0].control, ItemControl::none) << wrong;
        EXPECT_TRUE(has(findings_of(wrong), "ignored-extension", base::Severity::advice)) << wrong;
    }
}

TEST(ItemControls, slider_has_ends_a_step_and_words) {
    const auto questionnaire = form(
        "- linkId: x\n  type: integer\n  text: X\n  extension: [" + control("slider") + kEnds +
        ", " + extension_of("questionnaire-sliderStepValue", "valueInteger: 2") +
        "]\n  item:\n    - {linkId: low, type: display, text: None, extension: [" +
        control("lower") + "]}\n    - {linkId: high, type: display, text: Worst, extension: [" +
        control("upper") + "]}\n");
    const Item& slider = questionnaire.items[0];
    EXPECT_EQ(slider.slider_step, 2);
    EXPECT_EQ(slider.lower.in("en"), "None");
    EXPECT_EQ(slider.upper.in("en"), "Worst");
    EXPECT_TRUE(is_part_of_parent(slider.items[0]));
}

TEST(ItemControls, words_without_a_place_stay_texts) {
    const auto text = [](const std::string& id, const std::string& code) {
        return "{linkId: " + id + ", type: display, text: " + id + ", extension: [" +
               control(code) + "]}";
    };
    const auto questionnaire =
        form("- " + text("alone", "help") + "\n- linkId: g\n  type: group\n  item: [" +
             text("of-a-group", "help") + "]\n- linkId: q\n  type: string\n  text: Q\n  item: [" +
             text("first", "help") + ", " + text("second", "help") + ", " + text("end", "lower") +
             "]\n");
    EXPECT_FALSE(is_part_of_parent(questionnaire.items[0]));
    EXPECT_FALSE(is_part_of_parent(questionnaire.items[1].items[0]));
    const Item& question = questionnaire.items[2];
    EXPECT_EQ(question.help.in("en"), "first");
    EXPECT_TRUE(is_part_of_parent(question.items[0]));
    EXPECT_FALSE(is_part_of_parent(question.items[1])) << "there is one place for help";
    EXPECT_FALSE(is_part_of_parent(question.items[2])) << "it has no line with two ends";
}

TEST(ItemControls, slider_without_ends_is_a_warning) {
    EXPECT_TRUE(has(findings_of(item_with("integer", "slider")), "slider-without-ends",
                    base::Severity::warning));
}

TEST(ItemWords, prefix_and_entry_format_are_read_in_all_languages) {
    const auto questionnaire = form(
        "- {linkId: x, type: string, text: X, prefix: A1, _prefix: {extension: [{url: "
        "\"http://hl7.org/fhir/StructureDefinition/translation\", extension: [{url: lang, "
        "valueCode: "
        "tr}, {url: content, valueString: B1}]}]}, extension: [" +
        extension_of("entryFormat", "valueString: nnnnn") + "]}\n");
    EXPECT_EQ(questionnaire.items[0].prefix.in("en"), "A1");
    EXPECT_EQ(questionnaire.items[0].prefix.in("tr"), "B1");
    EXPECT_EQ(questionnaire.items[0].entry_format.in("en"), "nnnnn");
}

}  // namespace candor::screening
