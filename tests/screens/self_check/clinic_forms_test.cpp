#include <gtest/gtest.h>

#include "screens/self_check/steps.h"
#include "stage.h"

namespace candor::screens {
namespace {

using ui::Role;

const std::string kSdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";
const std::string kCore = "http://hl7.org/fhir/StructureDefinition/";

std::string control(const std::string& code) {
    return "{url: \"" + kCore +
           "questionnaire-itemControl\", valueCodeableConcept: {coding: [{code: " + code + "}]}}";
}
std::string limit(const std::string& name, int value) {
    return "{url: \"" + kCore + name + "\", valueInteger: " + std::to_string(value) + "}";
}

/// Forms as clinics have them, by what the screen says.
class ClinicForms : public testing::Test {
  protected:
    void asks(const std::string& items) {
        visitor = Visitor(catalog_asking(items));
        visitor.asks(Start{}).asks(BeginSelfCheck{});
    }
    bool says(const std::string& words) {
        stage.draw(visitor.state);
        for (const ui::Node& node : stage.tree().nodes)
            if (node.name.find(words) != std::string::npos) return true;
        return false;
    }
    const ui::Node* find(Role role, const std::string& name) {
        stage.draw(visitor.state);
        return stage.tree().find(role, name);
    }
    const std::string& question() { return visitor.state.visit.check.question; }

    Stage stage{1080, 1920, "/nonexistent/decoder"};
    Visitor visitor{catalog_asking("- {linkId: a, type: boolean, text: A}\n")};
};

}  // namespace

TEST_F(ClinicForms, what_is_worked_out_is_shown_beside_its_question_and_in_the_summary) {
    asks(
        "- {linkId: a, type: choice, text: A, answerOption: [{valueInteger: 2}]}\n"
        "- {linkId: b, type: integer, text: Twice as much, extension: [{url: \"" +
        kSdc +
        "calculatedExpression\", valueExpression: {language: text/fhirpath, expression: "
        "\"%resource.item.where(linkId='a').answer.value * 2\"}}]}\n");
    EXPECT_FALSE(says("Twice as much"));
    visitor.asks(ChooseAnswer{"a", std::int64_t{2}});
    EXPECT_TRUE(says("Twice as much"));
    EXPECT_NE(find(Role::paragraph, "4"), nullptr);
    visitor.asks(NextQuestion{});
    EXPECT_EQ(question(), "");
    EXPECT_TRUE(says("Twice as much"));
    EXPECT_EQ(find(Role::button, "Change: Twice as much"), nullptr);
    EXPECT_NE(find(Role::button, "Change: A"), nullptr);
}

TEST_F(ClinicForms, a_choice_without_answers_is_answered_in_words) {
    asks("- {linkId: a, type: open-choice, text: Diagnosis}\n");
    EXPECT_TRUE(says("Touch the box to type."));
    EXPECT_FALSE(says("Something else"));
    visitor.asks(EnterAnswer{"a", Part::words, 0}).types("flu").asks(NextQuestion{});
    EXPECT_EQ(std::get<std::string>(visitor.state.visit.check.response.values("a").at(0)), "flu");
}

TEST_F(ClinicForms, a_guess_is_fine_only_where_one_counts) {
    asks(
        "- {linkId: a, type: choice, text: Do you agree?, answerOption: [{valueString: I do}]}\n"
        "- {linkId: b, type: integer, text: How many?}\n");
    EXPECT_TRUE(says("Pick one."));
    EXPECT_FALSE(says("rough guess"));
    visitor.asks(NextQuestion{});
    EXPECT_TRUE(says("rough guess"));
}

TEST_F(ClinicForms, limits_are_told_before_a_mistake) {
    asks("- {linkId: a, type: integer, text: A, extension: [" + limit("minValue", 3) + ", " +
         limit("maxValue", 9) + "]}\n- {linkId: b, type: quantity, text: B, extension: [" +
         limit("minValue", 1) + "]}\n");
    EXPECT_TRUE(says("From 3 to 9."));
    visitor.asks(NextQuestion{});
    EXPECT_TRUE(says("1 or more."));
}

TEST_F(ClinicForms, a_long_list_is_searched) {
    std::string options;
    for (const char* name : {"Argentina", "Brazil", "Chile", "Denmark", "Egypt", "France", "Ghana",
                             "Haiti", "India", "Japan", "Kenya", "Latvia", "Mexico", "Norway"})
        options += std::string(options.empty() ? "" : ", ") + "{valueString: " + name + "}";
    asks("- {linkId: a, type: choice, text: Country, answerOption: [" + options + "]}\n");
    EXPECT_NE(find(Role::radio, "Norway"), nullptr);
    visitor.asks(FocusField{Field::answer_filter, 0}).types("AN");
    EXPECT_NE(find(Role::radio, "France"), nullptr);
    EXPECT_NE(find(Role::radio, "Japan"), nullptr);
    EXPECT_EQ(find(Role::radio, "Norway"), nullptr);
    visitor.types("zz");
    EXPECT_TRUE(says("No answer has these letters."));
    visitor.asks(NextQuestion{});
    EXPECT_TRUE(visitor.state.visit.check.filter.empty());
}

TEST_F(ClinicForms, a_table_stands_on_one_page_and_marks_what_is_required) {
    const std::string options = "answerOption: [{valueString: Never}, {valueString: Often}]";
    asks("- linkId: g\n  type: group\n  text: In the last 2 weeks\n  extension: [" +
         control("gtable") + "]\n  item:\n  - {linkId: a, type: choice, text: A, required: true, " +
         options + "}\n  - {linkId: b, type: choice, text: B, " + options + "}\n");
    EXPECT_EQ(question(), "g");
    EXPECT_NE(find(Role::heading, "A"), nullptr);
    EXPECT_NE(find(Role::heading, "B"), nullptr);
    EXPECT_TRUE(says("This one needs an answer."));
}

TEST_F(ClinicForms, a_question_below_the_fold_is_looked_at_before_it_is_skipped) {
    std::string words = "Please read this.";
    for (int i = 0; i < 200; ++i) words += " It goes on and on, and it matters.";
    asks("- linkId: g\n  type: group\n  extension: [" + control("page") +
         "]\n  item:\n  - {linkId: t, type: display, text: \"" + words +
         "\"}\n  - {linkId: a, type: boolean, text: Do you agree?}\n"
         "- {linkId: z, type: boolean, text: Z}\n");
    EXPECT_EQ(question(), "g");
    stage.tap(visitor, Role::button, "Next");
    EXPECT_EQ(question(), "g") << "it was never seen";
    stage.draw(visitor.state);
    stage.tap(visitor, Role::button, "Next");
    EXPECT_EQ(question(), "z");
}

TEST_F(ClinicForms, long_words_are_a_text_and_no_headline) {
    std::string words = "I must only consider the likely views of the person.";
    for (int i = 0; i < 12; ++i) words += " I must say when I think that they would not agree.";
    asks("- {linkId: a, type: boolean, text: \"" + words + "\"}\n");
    EXPECT_EQ(find(Role::heading, words), nullptr);
    EXPECT_NE(find(Role::paragraph, words), nullptr);
}

TEST_F(ClinicForms, a_form_that_has_its_own_way_out_is_not_given_another) {
    asks(
        "- {linkId: a, type: choice, text: A, answerOption: [{valueCoding: {code: x, display: X}}, "
        "{valueCoding: {code: n, display: Prefer not to say}}]}\n");
    EXPECT_TRUE(says("Prefer not to say"));
    EXPECT_FALSE(says("I’d rather not say"));
}

TEST_F(ClinicForms, what_a_kiosk_cannot_take_is_to_be_brought) {
    asks(
        "- {linkId: p, type: attachment, text: A photo of the skin}\n"
        "- {linkId: a, type: boolean, text: A}\n");
    EXPECT_EQ(question(), "a");
    EXPECT_TRUE(says("A photo of the skin"));
    EXPECT_TRUE(says("Please bring it with you."));
}

TEST_F(ClinicForms, marks_for_other_programs_are_not_drawn) {
    asks(
        "- {linkId: a, type: boolean, text: \"**Do you** agree to the "
        "[terms](https://x.example/a)? "
        "<b>Yes</b>&nbsp;or no, 3 < 4 * 2 ** 2\"}\n");
    EXPECT_NE(find(Role::heading, "Do you agree to the terms? Yes or no, 3 < 4 * 2 ** 2"), nullptr);
}

TEST_F(ClinicForms, numbers_of_telephones_get_their_keys_and_prefixes_are_shown) {
    asks("- {linkId: a, type: string, text: A, extension: [{url: \"" + kSdc +
         "keyboard\", valueCoding: {code: phone}}]}\n"
         "- {linkId: b, type: choice, text: B, answerOption: [{valueCoding: {code: x, display: X}, "
         "extension: [{url: \"" +
         kCore + "questionnaire-optionPrefix\", valueString: \"a)\"}]}]}\n");
    visitor.asks(EnterAnswer{"a", Part::words, 0});
    EXPECT_EQ(visitor.state.visit.typing.keyboard.layout, "phone");
    visitor.asks(NextQuestion{});
    EXPECT_NE(find(Role::radio, "a) X"), nullptr);
}

}  // namespace candor::screens
