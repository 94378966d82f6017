#include <gtest/gtest.h>

#include "screens/self_check/steps.h"
#include "stage.h"
#include "ui/keyboard.h"

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

namespace {

/// So many countries, the first of which are these.
std::string countries(int count) {
    static const std::vector<std::string> kNames{
        "Argentina", "Brazil", "Chile", "Denmark", "Égypte", "France", "Ghana",  "Haiti",
        "India",     "Japan",  "Kenya", "Latvia",  "Mexico", "Norway", "Türkiye"};
    std::string options;
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const std::string name = at < kNames.size() ? kNames[at] : "Isle " + std::to_string(i);
        options += (i == 0 ? "{valueString: " : ", {valueString: ") + name + "}";
    }
    return "answerOption: [" + options + "]";
}

}  // namespace

TEST_F(ClinicForms, a_long_list_is_searched) {
    asks("- {linkId: a, type: choice, text: Country, " + countries(15) + "}\n");
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

TEST_F(ClinicForms, a_search_for_an_answer_needs_no_accents_and_keeps_what_is_chosen) {
    asks("- {linkId: a, type: choice, text: Country, " + countries(40) + "}\n");
    visitor.asks(ChooseAnswer{"a", std::string("Chile")});
    visitor.asks(FocusField{Field::answer_filter, 0}).types("egypt");
    EXPECT_NE(find(Role::radio, "Égypte"), nullptr);
    EXPECT_NE(find(Role::radio, "Chile"), nullptr) << "it is chosen";
    EXPECT_EQ(find(Role::radio, "Brazil"), nullptr);
    visitor.asks(EraseBack{}).asks(EraseBack{}).asks(EraseBack{}).asks(EraseBack{});
    visitor.asks(EraseBack{}).types("turk");
    EXPECT_NE(find(Role::radio, "Türkiye"), nullptr);
}

TEST_F(ClinicForms, of_a_very_long_list_the_beginning_is_shown_until_all_is_asked_for) {
    asks("- {linkId: a, type: choice, text: Country, " + countries(40) + "}\n");
    EXPECT_NE(find(Role::radio, "Latvia"), nullptr);
    EXPECT_EQ(find(Role::radio, "Norway"), nullptr);
    stage.tap(visitor, Role::button, "Show all answers (40)");
    EXPECT_NE(find(Role::radio, "Norway"), nullptr);
    EXPECT_NE(find(Role::radio, "Isle 39"), nullptr);
    visitor.asks(ChooseAnswer{"a", std::string("Isle 39")}).asks(NextQuestion{});
    visitor.asks(ChangeAnswer{"a"});
    EXPECT_EQ(find(Role::radio, "Norway"), nullptr);
    EXPECT_NE(find(Role::radio, "Isle 39"), nullptr) << "it is chosen";
}

TEST_F(ClinicForms, a_long_list_of_a_page_opens_and_is_searched_in_its_place) {
    asks("- linkId: g\n  type: group\n  extension: [" + control("page") +
         "]\n  item:\n  - {linkId: a, type: choice, text: Born in, " + countries(40) +
         "}\n  - {linkId: b, type: choice, text: Lives in, " + countries(40) + "}\n");
    EXPECT_EQ(find(Role::radio, "Brazil"), nullptr);
    stage.tap(visitor, Role::combobox, "Lives in");
    EXPECT_NE(find(Role::radio, "Brazil"), nullptr);
    stage.tap(visitor, Role::textbox, "Find an answer: Lives in");
    visitor.types("jap");
    EXPECT_EQ(find(Role::radio, "Brazil"), nullptr);
    stage.tap(visitor, Role::radio, "Japan");
    EXPECT_EQ(find(Role::radio, "Japan"), nullptr) << "one answer closes the list";
    EXPECT_EQ(visitor.state.visit.typing.field, Field::none);
    ASSERT_EQ(visitor.state.visit.check.response.values("b").size(), 1U);
    EXPECT_TRUE(visitor.state.visit.check.response.values("a").empty());
    stage.tap(visitor, Role::combobox, "Born in");
    stage.tap(visitor, Role::combobox, "Born in");
    EXPECT_EQ(find(Role::radio, "Brazil"), nullptr) << "a second touch closes it";
}

TEST_F(ClinicForms, a_search_field_stays_in_sight_above_the_keys_in_landscape) {
    Stage wide{1920, 1080, "/nonexistent/decoder"};
    asks("- {linkId: a, type: choice, text: Country, " + countries(40) + "}\n");
    wide.draw(visitor.state);
    visitor.asks(FocusField{Field::answer_filter, 0}).types("ja");
    for (int i = 0; i < 3; ++i) wide.draw(visitor.state);
    const ui::Node* field = wide.tree().find(Role::textbox, "Find an answer");
    const ui::Node* row = wide.tree().find(Role::radio, "Japan");
    ASSERT_NE(field, nullptr);
    ASSERT_NE(row, nullptr);
    const float keys = 1080 - ui::keyboard_height(wide.ui);
    EXPECT_GT(field->rect.y, 0);
    EXPECT_LT(field->rect.bottom(), keys);
    EXPECT_LT(row->rect.y + 40, keys) << "what is found shows, too";
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

TEST_F(ClinicForms, a_row_of_a_table_is_one_line_with_its_way_out) {
    const char* const kOut = "I’d rather not say: A";
    for (const char* name : {"gtable", "row", "grid", "atable"}) {
        asks(std::string("- linkId: g\n  type: group\n  text: Any of these?\n  extension: [") +
             control(name) +
             "]\n  item:\n  - {linkId: a, type: boolean, text: A}\n"
             "  - {linkId: b, type: boolean, text: B}\n");
        EXPECT_FALSE(says("Pick one.")) << name;
        stage.draw(visitor.state);
        const ui::Node* yes = stage.tree().find(Role::radio, "Yes");
        const ui::Node* out = stage.tree().find(Role::radio, kOut);
        ASSERT_NE(yes, nullptr) << name;
        ASSERT_NE(out, nullptr) << name;
        EXPECT_EQ(yes->rect.y, out->rect.y) << name;
        stage.tap(visitor, Role::radio, kOut);
        EXPECT_EQ(visitor.state.visit.check.response.state("a"), screening::AnswerState::declined);
    }
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
    EXPECT_NE(find(Role::heading, "Do you agree to the terms? Yes\u00a0or no, 3 < 4 * 2 ** 2"),
              nullptr);
}

TEST_F(ClinicForms, a_prefix_of_words_stands_on_a_line_of_its_own_also_before_marked_words) {
    for (const char* words : {"**How** often?", "How often?"}) {
        asks(std::string(
                 "- {linkId: a, type: boolean, prefix: \"Part B, for everyone:\", text: \"") +
             words + "\"}\n");
        EXPECT_TRUE(says("Part B, for everyone:")) << words;
        EXPECT_NE(find(Role::heading, "How often?"), nullptr) << words;
    }
    asks("- {linkId: a, type: boolean, prefix: \"2.\", text: \"**How** often?\"}\n");
    EXPECT_NE(find(Role::heading, "2. How often?"), nullptr);
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

TEST_F(ClinicForms, markdown_of_a_question_is_drawn) {
    asks(
        "- linkId: a\n  type: boolean\n  text: Do you agree to this?\n  _text: {extension: [{url: "
        "\"" +
        kCore +
        "rendering-markdown\", valueMarkdown: \"**Do you** agree to this?\\n\\n- to come\\n- to "
        "*pay*\"}]}\n"
        "- {linkId: b, type: boolean, text: \"Is it **so**? See the [terms](https://x.org)\"}\n"
        "- {linkId: c, type: boolean, text: \"5. How **often**?\"}\n");
    EXPECT_NE(find(Role::heading, "Do you agree to this?"), nullptr);
    EXPECT_NE(find(Role::paragraph, "to come"), nullptr);
    EXPECT_NE(find(Role::paragraph, "to pay"), nullptr);
    visitor.asks(NextQuestion{});
    EXPECT_NE(find(Role::heading, "Is it so? See the terms"), nullptr);
    EXPECT_EQ(find(Role::link, "terms"), nullptr);
    visitor.asks(NextQuestion{});
    EXPECT_NE(find(Role::heading, "5. How often?"), nullptr);
}

TEST_F(ClinicForms, markdown_is_shown_in_the_language_that_has_it) {
    asks(
        "- linkId: a\n  type: boolean\n  text: \"**One**\"\n  _text: {extension: [{url: "
        "\"http://hl7.org/fhir/StructureDefinition/translation\", extension: [{url: lang, "
        "valueCode: de}, {url: content, valueString: Eins}]}]}\n");
    const auto& words = visitor.state.self_check()->words;
    const auto& item = visitor.state.self_check()->questionnaire.items.front();
    EXPECT_NE(words.text_of(item, "en"), nullptr);
    EXPECT_NE(words.text_of(item, "tr"), nullptr) << "English is shown in its place";
    EXPECT_EQ(words.text_of(item, "de"), nullptr) << "it has no marks";
}

TEST_F(ClinicForms, a_display_says_what_it_is_for) {
    const auto category = [](const std::string& code) {
        return "extension: [{url: \"" + kCore +
               "questionnaire-displayCategory\", valueCodeableConcept: {coding: [{code: " + code +
               "}]}}]";
    };
    asks("- {linkId: i, type: display, text: Answer all., " + category("instructions") +
         "}\n- {linkId: s, type: display, text: Nobody else reads this., " + category("security") +
         "}\n- linkId: a\n  type: boolean\n  text: A\n  item:\n  - {linkId: h, type: display, "
         "text: It tells us how., " +
         category("help") + "}\n");
    const auto& items = visitor.state.self_check()->questionnaire.items;
    EXPECT_EQ(items[0].category, screening::Category::instructions);
    EXPECT_EQ(items[1].category, screening::Category::security);
    EXPECT_EQ(items[2].help.in("en"), "It tells us how.") << "inside a question it is its help";
    for (const char* words : {"Answer all.", "Nobody else reads this.", "It tells us how."})
        EXPECT_TRUE(says(words)) << words;
}

namespace {

std::string limit_by(const std::string& name, const std::string& expression) {
    return "{url: \"" + kCore + name + "\", _valueDate: {extension: [{url: \"" + kCore +
           "cqf-expression\", valueExpression: {language: text/fhirpath, expression: \"" +
           expression + "\"}}]}}";
}

}  // namespace

TEST_F(ClinicForms, limits_by_other_answers_are_told_before_and_after_a_mistake) {
    asks(
        "- {linkId: least, type: integer, text: At least}\n"
        "- {linkId: most, type: integer, text: At most, extension: [" +
        limit_by("minValue", "%resource.item.where(linkId='least').answer.value") + "]}\n");
    visitor.asks(EnterAnswer{"least", Part::number, 0}).types("5").asks(NextQuestion{});
    EXPECT_EQ(question(), "most");
    EXPECT_TRUE(says("5 or more."));
    visitor.asks(EnterAnswer{"most", Part::number, 0}).types("4").asks(NextQuestion{});
    EXPECT_EQ(question(), "most");
    EXPECT_TRUE(says("5")) << "the limit";
    EXPECT_EQ(visitor.state.visit.check.problems.at("most"),
              std::vector<std::string>{"out-of-range"});
    visitor.asks(EnterAnswer{"most", Part::number, 1}).asks(EraseBack{}).types("6");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(question(), "") << "the summary";
}

TEST_F(ClinicForms, an_answer_that_another_one_leaves_outside_its_limits_is_asked_again) {
    asks(
        "- {linkId: least, type: integer, text: At least}\n"
        "- {linkId: most, type: integer, text: At most, extension: [" +
        limit_by("minValue", "%resource.item.where(linkId='least').answer.value") + "]}\n");
    visitor.asks(EnterAnswer{"least", Part::number, 0}).types("5").asks(NextQuestion{});
    visitor.asks(EnterAnswer{"most", Part::number, 0}).types("6").asks(NextQuestion{});
    visitor.asks(ChangeAnswer{"least"}).asks(EnterAnswer{"least", Part::number, 1}).types("0");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(question(), "most");
    EXPECT_EQ(visitor.state.visit.check.problems.at("most"),
              std::vector<std::string>{"out-of-range"});
    visitor.asks(EnterAnswer{"most", Part::number, 1}).types("0").asks(NextQuestion{});
    EXPECT_EQ(question(), "") << "60 is more than 50";
}

}  // namespace candor::screens
