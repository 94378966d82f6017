#include "drawn_ui.h"
#include "ui/widgets.h"

namespace candor::ui {
namespace {

struct Field {
    base::SecretString text{200};
    std::size_t caret = 0;
    bool focused = false, invalid = false, required = false;
    FieldTouched touched;

    DrawnUi::Draw draw() {
        return [this](Ui& ui) {
            Flow flow(ui, 56, 300, 968);
            touched = text_field(
                flow,
                {"First name", "first-name", {}, &text, caret, focused, invalid, required, 1});
        };
    }
};

std::string dots(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += "\u2022";
    return out;
}

TEST(TextField, what_is_typed_is_told_as_dots_alone_as_many_as_characters) {
    DrawnUi stage;
    Field field;
    stage.show(field.draw());
    EXPECT_EQ(stage.ui.tree().nodes.front().value, "");
    for (const auto& [text, count] : std::vector<std::pair<std::string, int>>{
             {"Elif", 4}, {"Çağrı Ö", 7}, {"مريم", 4}, {"+90 532", 7}, {"😀", 1}}) {
        ASSERT_TRUE(field.text.assign(text));
        stage.show(field.draw());
        EXPECT_EQ(stage.ui.tree().nodes.front().value, dots(count)) << text;
        EXPECT_EQ(to_json(stage.ui.tree()).find(text), std::string::npos);
        EXPECT_EQ(to_text(stage.ui.tree(), Rects::with).find(text), std::string::npos);
    }
}

TEST(TextField, field_is_a_textbox_with_its_states) {
    DrawnUi stage;
    Field field;
    field.focused = field.invalid = field.required = true;
    stage.show(field.draw());
    const Node* node = stage.ui.tree().find(Role::textbox, "First name");
    ASSERT_NE(node, nullptr);
    EXPECT_EQ(node->states, kFocused | kInvalid | kRequired);
    EXPECT_EQ(node->actions, kPress | kEdit);
}

TEST(TextField, tap_puts_the_caret_where_the_finger_was) {
    DrawnUi stage;
    Field field;
    ASSERT_TRUE(field.text.assign("Çağrı"));
    stage.show(field.draw());
    const base::Rect box = stage.ui.tree().nodes.front().rect;
    stage.tap({box.right() - 20, box.y + box.h / 2});
    stage.show(field.draw());
    EXPECT_TRUE(field.touched.tapped);
    EXPECT_EQ(field.touched.caret, field.text.size());
    stage.tap({box.x + 5, box.y + box.h / 2});
    stage.show(field.draw());
    EXPECT_EQ(field.touched.caret, 0U);
}

TEST(TextField, long_text_is_drawn_with_its_caret_at_the_end) {
    DrawnUi stage;
    Field field;
    ASSERT_TRUE(field.text.assign(std::string(180, 'w')));
    field.caret = 180;
    field.focused = true;
    stage.show(field.draw());
    EXPECT_EQ(stage.ui.tree().nodes.front().value, dots(180));
    const base::Rect box = stage.ui.tree().nodes.front().rect;
    EXPECT_FLOAT_EQ(box.w, 968);
    stage.tap({box.right() - 40, box.y + box.h / 2});
    stage.show(field.draw());
    EXPECT_GE(field.touched.caret, 178U);
}

TEST(Choice, one_of_many_is_a_radio_and_some_of_many_are_checkboxes) {
    DrawnUi stage;
    const auto draw = [](Ui& ui) {
        choice(ui, {56, 100, 968, 116}, {"Yes", "q", {}, {}, true, false});
        choice(ui, {56, 300, 968, 116}, {"It itches", "q", {}, {}, false, true});
    };
    stage.show(draw);
    ASSERT_NE(stage.ui.tree().find(Role::radio, "Yes"), nullptr);
    EXPECT_EQ(stage.ui.tree().find(Role::radio, "Yes")->states, unsigned{kChecked});
    ASSERT_NE(stage.ui.tree().find(Role::checkbox, "It itches"), nullptr);
    EXPECT_EQ(stage.ui.tree().find(Role::checkbox, "It itches")->states, unsigned{kNoState});
}

TEST(Choice, long_words_make_it_higher) {
    DrawnUi stage;
    stage.show([](Ui& ui) {
        std::string sentence;
        for (int i = 0; i < 30; ++i) sentence += "words and ";
        EXPECT_FLOAT_EQ(choice_height(ui, 968, {"Yes", "q", {}, {}, false, false}), 116);
        EXPECT_GT(choice_height(ui, 968, {sentence, "q", {}, {}, false, false}), 200);
    });
}

TEST(CheckRow, touch_anywhere_on_the_row_tells) {
    DrawnUi stage;
    bool tapped = false;
    const auto draw = [&](Ui& ui) {
        Flow flow(ui, 56, 300, 968);
        tapped = check_row(flow, "I agree that the clinic may contact me", false, "agree");
    };
    stage.show(draw);
    EXPECT_FALSE(tapped);
    stage.tap({1000, 350});
    stage.show(draw);
    EXPECT_TRUE(tapped);
}

TEST(Button, label_too_long_for_two_lines_makes_it_higher_and_stays_whole) {
    DrawnUi stage;
    std::string label;
    for (int i = 0; i < 40; ++i) label += "finish and ";
    const auto draw = [&](Ui& ui) {
        const ButtonSpec spec{label, ButtonKind::primary, {}, {}, "long", false};
        const float height = button_height(ui, 400, spec);
        EXPECT_GT(height, 200);
        button(ui, {56, 100, 400, height}, spec);
    };
    stage.show(draw);
    EXPECT_NE(stage.ui.tree().find(Role::button, label), nullptr);
}

TEST(Progress, bar_tells_its_share_in_per_cent) {
    DrawnUi stage;
    stage.show([](Ui& ui) {
        progress_bar(ui, {56, 100, 968, 16}, 0.25F, "Question 3 of about 12");
        progress_segments(ui, {56, 200, 968, 12}, 2, 5, "Page 2 of 5");
    });
    EXPECT_EQ(stage.ui.tree().find(Role::progressbar, "Question 3 of about 12")->value, "25");
    EXPECT_EQ(stage.ui.tree().find(Role::progressbar, "Page 2 of 5")->value, "2/5");
}

}  // namespace
}  // namespace candor::ui
