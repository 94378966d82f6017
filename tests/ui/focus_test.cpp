#include <gtest/gtest.h>

#include "stage.h"
#include "ui/ui.h"

namespace candor::ui {
namespace {

using platform::Key;

/// Two buttons and a text between them, on a display with a keyboard.
class FocusTest : public testing::Test {
  protected:
    void show() {
        stage.show_with_keyboard([this](Ui& ui) {
            first = ui.touchable(button("First", 0), "first");
            Node field{Role::textbox, "Words", {}, kNoState, kPress | kEdit, {0, 100, 200, 50}};
            words = ui.touchable(field, "words");
            last = ui.touchable(button("Last", 200), "last");
        });
    }
    static Node button(const char* name, float y) {
        return {Role::button, name, {}, kNoState, kPress, {0, y, 200, 50}};
    }
    void press(Key key) {
        platform::Event event;
        event.kind = platform::EventKind::key;
        event.key = key;
        stage.ui.input(std::vector{event}, stage.now_ms);
        heard = stage.ui.keys().size();
        show();
    }

    Stage stage{"en", 800, 600};
    Touched first, words, last;
    std::size_t heard = 0;
};

TEST_F(FocusTest, tab_goes_through_what_can_be_touched_and_around) {
    show();
    press(Key::tab);
    EXPECT_TRUE(first.focused);
    press(Key::tab);
    EXPECT_TRUE(words.focused);
    EXPECT_TRUE(stage.ui.typing());
    press(Key::tab);
    press(Key::tab);
    EXPECT_TRUE(first.focused);
    press(Key::back_tab);
    EXPECT_TRUE(last.focused);
}

TEST_F(FocusTest, enter_presses_a_button_and_is_left_to_a_text) {
    show();
    press(Key::tab);
    press(Key::enter);
    EXPECT_TRUE(first.tapped);
    EXPECT_EQ(heard, 0U);
    press(Key::tab);
    press(Key::enter);
    EXPECT_FALSE(words.tapped);
    EXPECT_EQ(heard, 1U);
}

TEST_F(FocusTest, focus_can_be_asked_for_by_key) {
    show();
    stage.ui.focus("last");
    show();
    EXPECT_TRUE(last.focused);
    EXPECT_TRUE(stage.ui.has_focus("last"));
    const Node* node = stage.ui.tree().find(Role::button, "Last");
    ASSERT_NE(node, nullptr);
    EXPECT_NE(node->states & kFocused, 0U);
}

TEST_F(FocusTest, pointer_takes_the_focus_along_and_tells_what_it_is_over) {
    show();
    stage.down({20, 220});
    stage.up({20, 220});
    show();
    EXPECT_TRUE(last.focused);
    EXPECT_TRUE(last.hovered);
    EXPECT_TRUE(last.tapped);
    EXPECT_FALSE(first.hovered);
}

TEST_F(FocusTest, touch_screen_has_none) {
    const auto draw = [this](Ui& ui) { first = ui.touchable(button("First", 0), "first"); };
    stage.show(draw);
    platform::Event event;
    event.kind = platform::EventKind::key;
    event.key = Key::tab;
    stage.ui.input(std::vector{event}, stage.now_ms);
    EXPECT_EQ(stage.ui.keys().size(), 1U);
    stage.show(draw);
    EXPECT_FALSE(first.focused);
}

}  // namespace
}  // namespace candor::ui
