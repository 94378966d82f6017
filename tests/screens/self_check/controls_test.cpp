#include <gtest/gtest.h>

#include "forms.h"
#include "screens/self_check/steps.h"
#include "screens/self_check/wording.h"
#include "stage.h"

namespace candor::screens {
namespace {

using ui::Node;
using ui::Role;

/// The controls, by their nodes alone.
class Controls : public testing::Test {
  protected:
    void at(const std::string& link_id) {
        visitor = at_control(link_id);
        stage.ui.forget_visit();
        stage.draw(visitor.state);
    }
    void tap(Role role, const std::string& name) { stage.tap(visitor, role, name); }
    void tap(const std::string& name) { tap(Role::button, name); }
    const Node* find(Role role, const std::string& name) {
        stage.draw(visitor.state);
        return stage.tree().find(role, name);
    }
    std::string value(Role role, const std::string& name) {
        const Node* node = find(role, name);
        return node == nullptr ? "none" : node->value;
    }
    std::string told(const std::string& link_id) {
        const auto* item = visitor.state.catalog->self_check->questionnaire.find(link_id);
        return answer_text(*item, visitor.state.visit.check.response.values(link_id),
                           visitor.state.strings());
    }
    bool says(const std::string& words) {
        stage.draw(visitor.state);
        for (const Node& node : stage.tree().nodes)
            if (node.name.find(words) != std::string::npos) return true;
        return false;
    }
    platform::Event finger(platform::EventKind kind, float x, float y, std::int64_t at) {
        platform::Event event;
        event.kind = kind;
        event.at = {x, y};
        event.time_ms = at;
        return event;
    }

    Stage stage{1080, 1920, "/nonexistent/decoder"};
    Visitor visitor = at_control("bother");
};

TEST_F(Controls, slider_has_no_value_until_its_buttons_give_it_one) {
    at("bother");
    const std::string name = "1. How much does it bother you?";
    EXPECT_EQ(value(Role::slider, name), "");
    EXPECT_TRUE(says("Not at all"));
    EXPECT_EQ(find(Role::button, "Next")->states, unsigned{ui::kDisabled});
    tap("More: " + name);
    EXPECT_EQ(value(Role::slider, name), "0");
    tap("More: " + name);
    EXPECT_EQ(value(Role::slider, name), "1");
    tap("Less: " + name);
    EXPECT_EQ(value(Role::slider, name), "0");
    EXPECT_EQ(find(Role::button, "Less: " + name)->states, unsigned{ui::kDisabled});
    EXPECT_EQ(find(Role::button, "Next")->states, unsigned{ui::kNoState});
}

TEST_F(Controls, slider_follows_a_touch_and_a_finger_that_is_drawn_along_it) {
    at("bother");
    const std::string name = "1. How much does it bother you?";
    tap(Role::slider, name);
    EXPECT_EQ(told("bother"), "5") << "its middle";
    const base::Rect line = find(Role::slider, name)->rect;
    const float y = line.y + line.h / 2;
    stage.ui.input(std::vector{finger(platform::EventKind::pointer_down, line.x + line.w / 2, y, 1),
                               finger(platform::EventKind::pointer_move, line.right() - 2, y, 2)},
                   2);
    for (const Intent& intent : stage.draw(visitor.state)) visitor.asks(intent);
    EXPECT_EQ(told("bother"), "10");
    stage.ui.input(std::vector{finger(platform::EventKind::pointer_move, line.x + 2, y, 3),
                               finger(platform::EventKind::pointer_up, line.x + 2, y, 4)},
                   4);
    for (const Intent& intent : stage.draw(visitor.state)) visitor.asks(intent);
    EXPECT_EQ(told("bother"), "0");
}

TEST_F(Controls, slider_runs_the_other_way_from_right_to_left) {
    at("bother");
    visitor.asks(SetLanguage{"ar"});
    const std::string name = "١. كم يزعجكم ذلك؟";
    const base::Rect line = find(Role::slider, name)->rect;
    const float x = line.x + 4, y = line.y + line.h / 2;
    stage.ui.input(std::vector{finger(platform::EventKind::pointer_down, x, y, 1),
                               finger(platform::EventKind::pointer_up, x, y, 2)},
                   2);
    for (const Intent& intent : stage.draw(visitor.state)) visitor.asks(intent);
    EXPECT_EQ(told("bother"), "10");
    EXPECT_GT(find(Role::button, "أقل: " + name)->rect.x, line.right());
}

TEST_F(Controls, number_is_entered_on_the_pad_and_told_with_its_unit) {
    at("weeks");
    tap(Role::textbox, "Your answer");
    EXPECT_EQ(find(Role::button, "Minus"), nullptr) << "weeks are no fewer than none";
    EXPECT_EQ(find(Role::button, "Decimal point"), nullptr);
    tap("1");
    tap("2");
    tap("Delete");
    tap("6");
    EXPECT_EQ(value(Role::textbox, "Your answer"), "\u2022\u2022") << "masked";
    tap("Done");
    tap("Next");
    EXPECT_EQ(told("weeks"), "16 weeks");
}

TEST_F(Controls, number_has_minus_and_the_languages_decimal_sign_where_they_fit) {
    at("change");
    visitor.asks(SetLanguage{"de"});
    tap(Role::textbox, "Ihre Antwort");
    tap("Minus");
    tap("1");
    tap("Komma");
    tap("5");
    tap("Fertig");
    EXPECT_EQ(told("change"), "−1,5");
}

TEST_F(Controls, pad_has_the_languages_digits_in_the_order_of_a_telephone) {
    at("weeks");
    visitor.asks(SetLanguage{"ar"}).asks(EnterAnswer{"weeks", Part::number, 0});
    ASSERT_NE(find(Role::button, "1"), nullptr);
    const ui::Tree& tree = stage.tree();
    EXPECT_LT(tree.find(Role::button, "1")->rect.x, tree.find(Role::button, "2")->rect.x);
    tap("3");
    visitor.asks(NextQuestion{}).asks(SetLanguage{"en"});
    EXPECT_EQ(told("weeks"), "3 weeks");
}

TEST_F(Controls, unit_is_chosen_beside_the_number) {
    at("height");
    visitor.asks(EnterAnswer{"height", Part::number, 0});
    tap("7");
    tap("0");
    tap("Done");
    EXPECT_TRUE(says("Please also choose what it is counted in."));
    tap(Role::radio, "inches");
    EXPECT_FALSE(says("Please also choose what it is counted in."));
    tap("Next");
    EXPECT_EQ(told("height"), "70 inches");
}

TEST_F(Controls, date_is_picked_part_by_part_without_a_keyboard) {
    at("born");
    tap(Role::spinbutton, "Day");
    tap("9");
    tap("March");
    for (const char* digit : {"1", "9", "8", "0"}) tap(digit);
    tap("Done");
    EXPECT_EQ(value(Role::spinbutton, "Month"), "March");
    tap("More: Day");
    EXPECT_EQ(value(Role::spinbutton, "Day"), "10");
    tap("Next");
    EXPECT_EQ(told("born"), "10 March 1980");
}

TEST_F(Controls, day_that_nobody_knows_is_left_out) {
    at("born");
    tap(Role::spinbutton, "Day");
    tap("I don’t know");
    tap("May");
    for (const char* digit : {"1", "9", "8", "0"}) tap(digit);
    tap("Done");
    tap("Next");
    EXPECT_EQ(told("born"), "May 1980");
}

TEST_F(Controls, time_is_picked_in_two_touches) {
    at("wake");
    tap(Role::spinbutton, "Hour");
    tap("07");
    tap("30");
    EXPECT_EQ(visitor.state.visit.typing.field, Field::none);
    tap("Next");
    EXPECT_EQ(told("wake"), "07:30");
}

TEST_F(Controls, several_answers_are_listed_and_removed_by_name) {
    at("products");
    EXPECT_EQ(find(Role::button, "Add this answer")->states, unsigned{ui::kDisabled});
    for (const char* product : {"Oil", "Soap"}) {
        tap(Role::textbox, "Your answer");
        visitor.types(product);
        tap("Done");
    }
    EXPECT_NE(find(Role::listitem, "Oil"), nullptr);
    tap("Remove: Oil");
    EXPECT_EQ(find(Role::listitem, "Oil"), nullptr);
    EXPECT_EQ(told("products"), "Soap");
}

TEST_F(Controls, full_list_of_answers_offers_no_more) {
    at("products");
    for (const char* product : {"Oil", "Soap", "Foam"})
        visitor.asks(EnterAnswer{"products", Part::words, 0})
            .types(product)
            .asks(AddAnswer{"products"});
    EXPECT_EQ(find(Role::button, "Add this answer"), nullptr);
    EXPECT_NE(find(Role::button, "Remove: Foam"), nullptr);
}

TEST_F(Controls, long_list_is_rows_to_touch) {
    at("town");
    tap(Role::radio, "Leeds");
    EXPECT_EQ(find(Role::radio, "Leeds")->states, unsigned{ui::kChecked});
    EXPECT_EQ(told("town"), "Leeds");
}

TEST_F(Controls, long_list_on_a_page_opens_and_closes_with_the_choice) {
    at("habits");
    tap(Role::combobox, "Where do you live?");
    EXPECT_EQ(stage.draw(visitor.state).size(), 0U);
    EXPECT_NE(find(Role::radio, "Leeds"), nullptr);
    tap(Role::radio, "Leeds");
    EXPECT_EQ(find(Role::radio, "Leeds"), nullptr);
    EXPECT_EQ(value(Role::combobox, "Where do you live?"), "Leeds");
}

TEST_F(Controls, page_names_what_belongs_to_which_question) {
    at("habits");
    EXPECT_NE(find(Role::heading, "Your habits"), nullptr);
    EXPECT_NE(find(Role::heading, "Sleep"), nullptr);
    EXPECT_TRUE(says("All of these are short."));
    EXPECT_TRUE(says("Bad sleep can make many things worse."));
    tap(Role::radio, "I’d rather not say: How well do you sleep?");
    EXPECT_EQ(visitor.state.visit.check.response.state("rest"), screening::AnswerState::declined);
    EXPECT_EQ(visitor.state.visit.check.response.state("smoke"), screening::AnswerState::none);
}

TEST_F(Controls, page_says_what_keeps_it_from_going_on) {
    at("habits");
    EXPECT_TRUE(says("To go on, answer each question that needs an answer"));
    tap(Role::radio, "No");
    EXPECT_FALSE(says("To go on, answer each question that needs an answer"));
}

TEST_F(Controls, question_stands_under_the_title_of_its_group_with_its_number) {
    at("weeks");
    EXPECT_NE(find(Role::heading, "About your hair"), nullptr);
    EXPECT_NE(find(Role::heading, "2. For how many weeks has it gone on?"), nullptr);
}

TEST_F(Controls, complaint_stands_beside_the_field_in_every_language) {
    at("code");
    visitor.asks(EnterAnswer{"code", Part::words, 0}).types("x").asks(NextQuestion{});
    EXPECT_NE(find(Role::alert, "Please write it like this: AB12"), nullptr);
    visitor.asks(SetLanguage{"es"});
    EXPECT_NE(find(Role::alert, "Escríbalo así, por favor: AB12"), nullptr);
}

TEST_F(Controls, review_tells_every_answer_and_what_was_declined) {
    at("bother");
    visitor.asks(SetNumber{"bother", "7"}).asks(RatherNotSay{"born"});
    for (const char* id : {"weeks", "change", "height", "visit"}) visitor.asks(RatherNotSay{id});
    visitor.asks(ChooseAnswer{"smoke", false}).asks(BeginSelfCheck{});
    EXPECT_TRUE(says("Some questions are still open."));
    EXPECT_NE(find(Role::heading, "About your hair"), nullptr);
    EXPECT_NE(find(Role::paragraph, "7"), nullptr);
    EXPECT_NE(find(Role::paragraph, "I’d rather not say"), nullptr);
    EXPECT_NE(find(Role::paragraph, "Not answered"), nullptr);
    tap("Change: 1. How much does it bother you?");
    EXPECT_EQ(visitor.question(), "bother");
    tap("Less: 1. How much does it bother you?");
    EXPECT_EQ(told("bother"), "6");
}

}  // namespace
}  // namespace candor::screens
