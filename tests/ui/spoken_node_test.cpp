#include "ui/spoken_node.h"

#include <gtest/gtest.h>

#include "base/files.h"
#include "drawn_ui.h"

namespace candor::ui {
namespace {

Strings words() { return Strings::load(assets() / "strings/en.yaml").value(); }

std::string said(const Node& node, const Focus::Position& position = {2, 9}) {
    return spoken_node(node, position, words());
}

}  // namespace

TEST(SpokenNode, says_name_role_state_and_place) {
    EXPECT_EQ(said({Role::button, "Send", {}, kDisabled}),
              "Send, button, cannot be used now, 2 of 9");
    EXPECT_EQ(said({Role::checkbox, "I agree", {}, kChecked}), "I agree, tick box, chosen, 2 of 9");
    EXPECT_EQ(said({Role::radio, "Morning"}), "Morning, choice, not chosen, 2 of 9");
    EXPECT_EQ(said({Role::paragraph, "It is blood."}, {}), "It is blood., text");
}

TEST(SpokenNode, says_how_much_was_typed_and_never_what) {
    Node field{Role::textbox, "Phone", "•••", kRequired | kInvalid, kPress | kEdit};
    EXPECT_EQ(said(field),
              "Phone, text field, 3 characters, needs an answer, not right yet, 2 of 9");
    field.value.clear();
    field.states = kNoState;
    EXPECT_EQ(said(field), "Phone, text field, empty, 2 of 9");
}

TEST(SpokenNode, without_what_was_typed_says_other_words_in_its_place) {
    Node answer{Role::listitem, "Finasteride"};
    EXPECT_EQ(without_typed(answer), answer);
    answer.aloud = "not said";
    EXPECT_EQ(said(without_typed(answer)), "not said, list entry, 2 of 9");
    Node year{Role::spinbutton, "Year", "1937"};
    year.aloud = "not said";
    EXPECT_EQ(said(without_typed(year)), "Year, number to set, not said, 2 of 9");
}

TEST(SpokenNode, says_that_a_key_has_other_forms) {
    EXPECT_EQ(said({Role::button, "E", {}, kNoState, kPress | kLongPress}),
              "E, button, has other forms, 2 of 9");
}

TEST(SpokenNode, has_words_for_every_role_in_every_language) {
    for (const char* language : {"en", "tr", "ar", "de", "es"}) {
        const auto strings =
            Strings::load(assets() / "strings" / (std::string(language) + ".yaml")).value();
        for (int role = 0; role <= static_cast<int>(Role::combobox); ++role)
            EXPECT_TRUE(strings.has(std::string("spoken.role.") + name_of(static_cast<Role>(role))))
                << language << ", " << name_of(static_cast<Role>(role));
    }
}

/// Texts and a button, as they are for a keypad.
class SpokenUiTest : public testing::Test {
  protected:
    void show(bool all = true) {
        Frame frame{1080, 1920, 0, TextSize::normal, &strings, true};
        frame.keyboard = frame.keys_reach_all = all;
        frame.spoken = spoken;
        stage.show(frame, [&](Ui& ui) {
            ui.text(50, 100, 900, "One. Two.", type::kBody);
            ui.text(50, 300, 900, "One. Two.", type::kBody);
            ui.touchable({Role::button, "Go", {}, kNoState, kPress, {50, 500, 200, 100}}, "go");
        });
    }
    const Node& node(std::size_t at) const { return stage.ui.tree().nodes.at(at); }

    Strings strings = words();
    DrawnUi stage;
    std::optional<Spoken> spoken;
};

TEST_F(SpokenUiTest, equal_texts_are_told_apart) {
    show();
    EXPECT_NE(node(0).heard, 0U);
    EXPECT_NE(node(0).heard, node(1).heard);
    EXPECT_EQ(node(2).heard, node(2).id);
    const WidgetId first = node(0).heard;
    show();
    EXPECT_EQ(node(0).heard, first) << "from frame to frame";
}

TEST_F(SpokenUiTest, keypad_comes_to_texts_as_well_and_a_desks_keyboard_does_not) {
    show();
    stage.ui.focus().move(1);
    show();
    EXPECT_TRUE((node(0).states & kFocused) != 0);
    EXPECT_EQ(stage.ui.focus().position(), (Focus::Position{1, 3}));
    stage.ui.focus().forget_visit();
    show(false);
    EXPECT_EQ(stage.ui.focus().stops(), 0U);
}

TEST_F(SpokenUiTest, text_that_is_touched_while_something_is_read_is_told) {
    show();
    spoken = Spoken{node(0).heard, {0, 4}};
    show();
    stage.down({100, 320});
    stage.finger(platform::EventKind::pointer_up, {100, 320});
    WidgetId touched = 0;
    Frame frame{1080, 1920, 0, TextSize::normal, &strings, true};
    frame.spoken = spoken;
    stage.show(frame, [&](Ui& ui) {
        touched = ui.touched_text();
        ui.text(50, 100, 900, "One. Two.", type::kBody);
    });
    show();
    EXPECT_EQ(touched, node(1).heard);
}

}  // namespace candor::ui
