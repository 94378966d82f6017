#include <gtest/gtest.h>

#include "forms.h"
#include "ink.h"
#include "stage.h"

namespace candor::screens {
namespace {

using ui::Node;
using ui::Role;

/// Where the self-check's controls stand, for somebody who looks at them.
class ControlLayout : public testing::Test {
  protected:
    void look_at(const std::string& link_id) {
        visitor = at_control(link_id);
        stage.ui.forget_visit();
    }
    /// Draws until what is brought into sight is there.
    void draw() {
        for (int frame = 0; frame < 3; ++frame) stage.draw(visitor.state);
    }
    Node node(Role role, const std::string& name) {
        draw();
        const Node* found = stage.tree().find(role, name);
        if (found != nullptr) return *found;
        ADD_FAILURE() << name << " is not on\n" << ui::to_text(stage.tree(), ui::Rects::with);
        return {};
    }
    base::Rect rect(Role role, const std::string& name) { return node(role, name).rect; }
    bool is_invalid(const std::string& part) {
        return (node(Role::spinbutton, part).states & ui::kInvalid) != 0;
    }
    bool says(Role role, const std::string& name) {
        draw();
        return stage.tree().find(role, name) != nullptr;
    }
    /// What a person sees between the bar on top and the keys, or the buttons, at the bottom.
    bool sees(const base::Rect& place, float bottom) {
        return place.y >= rect(Role::button, "Stop and erase").bottom() && place.bottom() <= bottom;
    }

    Stage stage{1080, 1920, "/nonexistent/decoder"};
    Visitor visitor = at_control("bother");
};

TEST_F(ControlLayout, text_before_a_group_stands_above_the_groups_title) {
    look_at("bother");
    const float text =
        rect(Role::paragraph, "Answer what you like. You can leave out any question.").y;
    const float title = rect(Role::heading, "About your hair").y;
    EXPECT_LT(text, title);
    EXPECT_LT(title, rect(Role::heading, "1. How much does it bother you?").y);
}

TEST_F(ControlLayout, title_on_a_page_stands_nearer_to_its_questions_than_to_those_before) {
    look_at("habits");
    stage.ui.scrolls().jump("main", 900);
    const base::Rect before = rect(Role::radio, "I’d rather not say: Where do you live?");
    const base::Rect title = rect(Role::heading, "Sleep");
    const base::Rect question = rect(Role::heading, "How well do you sleep?");
    EXPECT_GT(title.y - before.bottom(), 2 * (question.y - title.bottom()));
}

TEST_F(ControlLayout, icon_of_a_complaint_stands_beside_its_one_line) {
    Stage pictured{1080, 1920, decoder()};
    visitor = at_control("height");
    visitor.asks(EnterAnswer{"height", Part::number, 0}).types("1").asks(NextQuestion{});
    for (const auto size : {ui::TextSize::normal, ui::TextSize::larger}) {
        visitor.asks(SetTextSize{size});
        pictured.draw(visitor.state);
        pictured.images.wait_until_idle();
        pictured.draw(visitor.state);
        const Node* words =
            pictured.tree().find(Role::alert, "Please also choose what it is counted in.");
        ASSERT_NE(words, nullptr);
        const base::Rect left{56, words->rect.y - 30, words->rect.x - 56, words->rect.h + 60};
        const base::Rect icon = ink_in(left, ui::Colour::coral);
        ASSERT_GT(icon.h, 0);
        EXPECT_NEAR(icon.y + icon.h / 2, words->rect.y + words->rect.h / 2, 1.5F);
    }
}

TEST_F(ControlLayout, complaint_marks_the_parts_that_are_missing_and_no_others) {
    look_at("visit");
    visitor.asks(PickPart{"visit", Part::day, 31}).asks(NextQuestion{});
    EXPECT_FALSE(is_invalid("Day"));
    EXPECT_TRUE(is_invalid("Month"));
    EXPECT_TRUE(is_invalid("Year"));
    EXPECT_FALSE(is_invalid("Hour"));
    EXPECT_FALSE(is_invalid("Minutes"));
}

TEST_F(ControlLayout, number_that_lacks_only_its_unit_is_not_marked_as_wrong) {
    look_at("height");
    visitor.asks(EnterAnswer{"height", Part::number, 0}).types("1").asks(NextQuestion{});
    EXPECT_EQ(node(Role::textbox, "Your answer").states, unsigned{ui::kNoState});
    look_at("weeks");
    visitor.asks(EnterAnswer{"weeks", Part::number, 0});
    type_number(visitor, "99999");
    visitor.asks(NextQuestion{});
    EXPECT_EQ(node(Role::textbox, "Your answer").states, unsigned{ui::kInvalid});
}

TEST_F(ControlLayout, part_that_is_picked_stands_out_by_its_ground_among_wrong_ones) {
    look_at("born");
    visitor.asks(PickPart{"born", Part::day, 31}).asks(PickPart{"born", Part::month, 2});
    type_number(visitor, "1980");
    visitor.asks(NextQuestion{}).asks(EnterAnswer{"born", Part::month, 0});
    const base::Rect month = rect(Role::spinbutton, "Month"), day = rect(Role::spinbutton, "Day");
    EXPECT_GT(ink_in(month, ui::Colour::mint).w, 0);
    EXPECT_EQ(ink_in(day, ui::Colour::mint).w, 0);
}

TEST_F(ControlLayout, key_for_what_nobody_knows_says_so_over_the_rest_of_its_row) {
    look_at("born");
    visitor.asks(EnterAnswer{"born", Part::day, 0});
    const base::Rect unknown = rect(Role::button, "I don’t know");
    EXPECT_FLOAT_EQ(unknown.x, rect(Role::button, "4").x);
    EXPECT_FLOAT_EQ(unknown.right(), rect(Role::button, "7").right());
    const base::Rect words = ink_in(unknown, ui::Colour::ink);
    EXPECT_GT(words.w, 4 * words.h) << "words, not a mark";
}

TEST_F(ControlLayout, number_with_one_sign_has_it_beside_the_zero) {
    look_at("height");
    visitor.asks(EnterAnswer{"height", Part::number, 0});
    const base::Rect point = rect(Role::button, "Decimal point"), zero = rect(Role::button, "0");
    const base::Rect erase = rect(Role::button, "Delete");
    EXPECT_FALSE(says(Role::button, "Minus"));
    EXPECT_FLOAT_EQ(point.y, zero.y);
    EXPECT_FLOAT_EQ(erase.y, zero.y);
    EXPECT_FLOAT_EQ(point.x, rect(Role::button, "7").x);
    EXPECT_FLOAT_EQ(erase.x, rect(Role::button, "9").x);
}

TEST_F(ControlLayout, keys_of_a_pad_are_written_larger_for_who_reads_larger_text) {
    look_at("born");
    visitor.asks(EnterAnswer{"born", Part::month, 0});
    const float normal = ink_in(rect(Role::button, "June"), ui::Colour::ink).h;
    visitor.asks(SetTextSize{ui::TextSize::largest});
    const float largest = ink_in(rect(Role::button, "June"), ui::Colour::ink).h;
    EXPECT_GT(largest, 1.15F * normal);
    const base::Rect longest = rect(Role::button, "September");
    EXPECT_LT(ink_in(longest, ui::Colour::ink).w, longest.w);
}

TEST_F(ControlLayout, keys_say_which_question_they_answer) {
    look_at("habits");
    visitor.asks(ChooseAnswer{"smoke", true}).asks(EnterAnswer{"packs", Part::number, 0});
    EXPECT_TRUE(says(Role::status, "How many a day?"));
    look_at("story");
    visitor.asks(EnterAnswer{"story", Part::words, 0});
    EXPECT_TRUE(says(Role::status, "Is there more you want to tell?"));
    look_at("born");
    visitor.asks(EnterAnswer{"born", Part::month, 0});
    EXPECT_TRUE(says(Role::status, "Month"));
}

TEST_F(ControlLayout, list_of_a_page_opens_below_its_box) {
    look_at("habits");
    EXPECT_FALSE(says(Role::radio, "Cairo"));
    visitor.asks(OpenList{"home"});
    const base::Rect box = rect(Role::combobox, "Where do you live?");
    const base::Rect row = rect(Role::radio, "Cairo");
    EXPECT_GT(row.y, box.bottom());
    EXPECT_FLOAT_EQ(row.x, box.x);
}

TEST_F(ControlLayout, questions_after_a_titled_group_stand_on_a_card_of_their_own) {
    look_at("bother");
    visitor.asks(SetNumber{"bother", "7"}).asks(ChangeAnswer{"weeks"});
    visitor.asks(EnterAnswer{"weeks", Part::number, 0}).types("9").asks(NextQuestion{});
    visitor.asks(ChangeAnswer{"change"}).asks(EnterAnswer{"change", Part::number, 0});
    visitor.types("2").asks(NextQuestion{}).asks(BeginSelfCheck{});
    const float within = rect(Role::paragraph, "2. For how many weeks has it gone on?").y -
                         rect(Role::paragraph, "7").bottom();
    const float across =
        rect(Role::paragraph, "How tall are you?").y - rect(Role::paragraph, "2").bottom();
    EXPECT_GT(across, within + 20);
}

TEST_F(ControlLayout, number_is_entered_with_its_question_in_sight) {
    look_at("habits");
    visitor.asks(ChooseAnswer{"smoke", true}).asks(EnterAnswer{"packs", Part::number, 0});
    const float keys = rect(Role::status, "How many a day?").y;
    EXPECT_TRUE(sees(rect(Role::heading, "How many a day?"), keys));
    EXPECT_TRUE(sees(rect(Role::textbox, "Your answer: How many a day?"), keys));
}

TEST_F(ControlLayout, field_comes_into_sight_each_time_it_is_opened) {
    look_at("habits");
    visitor.asks(ChooseAnswer{"smoke", true}).asks(EnterAnswer{"packs", Part::number, 0});
    draw();
    visitor.asks(FocusField{Field::none, 0});
    stage.ui.scrolls().jump("main", 0);
    draw();
    visitor.asks(EnterAnswer{"packs", Part::number, 0});
    const float keys = rect(Role::status, "How many a day?").y;
    EXPECT_TRUE(sees(rect(Role::textbox, "Your answer: How many a day?"), keys));
}

TEST_F(ControlLayout, field_that_is_in_sight_stays_where_it_is) {
    look_at("habits");
    visitor.asks(ChooseAnswer{"smoke", true});
    stage.ui.scrolls().jump("main", 600);
    const float before = rect(Role::textbox, "Your answer: How many a day?").y;
    visitor.asks(EnterAnswer{"packs", Part::number, 0});
    EXPECT_FLOAT_EQ(rect(Role::textbox, "Your answer: How many a day?").y, before);
}

TEST_F(ControlLayout, old_complaint_does_not_pull_the_page_back) {
    look_at("habits");
    visitor.asks(ChooseAnswer{"smoke", true}).asks(EnterAnswer{"packs", Part::number, 0});
    visitor.types("0").asks(NextQuestion{});
    draw();
    visitor.asks(EnterAnswer{"bed", Part::hour, 0});
    draw();
    visitor.asks(FocusField{Field::none, 0});
    const float buttons = rect(Role::button, "Next").y;
    EXPECT_TRUE(sees(rect(Role::spinbutton, "Hour: When do you go to bed?"), buttons));
}

TEST_F(ControlLayout, complaint_is_told_with_its_question_in_sight) {
    look_at("habits");
    visitor.asks(ChooseAnswer{"smoke", true}).asks(EnterAnswer{"packs", Part::number, 0});
    visitor.types("0").asks(NextQuestion{});
    const float buttons = rect(Role::button, "Next").y;
    EXPECT_TRUE(sees(rect(Role::heading, "How many a day?"), buttons));
    EXPECT_TRUE(sees(rect(Role::alert, "Please go no lower than 1."), buttons));
}

TEST_F(ControlLayout, change_of_one_question_of_a_page_brings_it_into_sight) {
    look_at("bother");
    visitor.asks(BeginSelfCheck{}).asks(ChangeAnswer{"bed"});
    const float buttons = rect(Role::button, "Next").y;
    EXPECT_TRUE(sees(rect(Role::heading, "When do you go to bed?"), buttons));
    visitor.asks(BeginSelfCheck{}).asks(ChangeAnswer{"smoke"});
    stage.ui.scrolls().reset("main");  // as the kiosk does for another step
    EXPECT_TRUE(sees(rect(Role::heading, "Your habits"), buttons)) << "it was in sight at the top";
}

TEST_F(ControlLayout, hint_says_how_many_to_pick_and_when_a_list_is_full) {
    look_at("hopes");
    EXPECT_TRUE(says(Role::paragraph, "Pick 2."));
    look_at("products");
    EXPECT_TRUE(says(Role::paragraph, "Touch the box to type."));
    for (const char* product : {"Oil", "Soap", "Foam"})
        visitor.asks(EnterAnswer{"products", Part::words, 0})
            .types(product)
            .asks(AddAnswer{"products"});
    EXPECT_FALSE(says(Role::paragraph, "Touch the box to type."));
    EXPECT_TRUE(says(Role::paragraph,
                     "There is no room for more. To add another answer, remove one first."));
}

}  // namespace
}  // namespace candor::screens
