#include <gtest/gtest.h>

#include "drawn_ui.h"
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
            last = ui.touchable(button(last_name, 200), "last");
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

    DrawnUi stage{"en", 800, 600};
    const char* last_name = "Last";
    Touched first, words, last;
    std::size_t heard = 0;
};

/// Two rows of keys and a wide one, as on a keyboard.
class FocusRows : public testing::Test {
  protected:
    void show() {
        stage.show_with_keyboard([this](Ui& ui) {
            place(ui, "q", {0, 0, 100, 80});
            place(ui, "w", {110, 0, 100, 80});
            place(ui, "e", {220, 0, 100, 80});
            place(ui, "a", {50, 100, 100, 80});
            place(ui, "s", {160, 100, 100, 80});
            place(ui, "space", {0, 200, 320, 80});
        });
    }
    void place(Ui& ui, const std::string& name, const base::Rect& rect) {
        if (ui.touchable({Role::button, name, {}, kNoState, kPress, rect}, name).focused)
            here = name;
    }
    std::string after(const std::string& from, int by) {
        stage.ui.focus().want(from);
        show();
        stage.ui.focus().move_row(by);
        show();
        return here;
    }

    DrawnUi stage{"en", 800, 600};
    std::string here;
};

TEST_F(FocusRows, below_and_above_is_the_next_row_and_nearest_in_it) {
    EXPECT_EQ(after("q", 1), "a");
    EXPECT_EQ(after("e", 1), "s");
    EXPECT_EQ(after("s", 1), "space");
    EXPECT_EQ(after("a", -1), "q");
    EXPECT_EQ(after("space", -1), "s");
}

TEST_F(FocusRows, where_nothing_lies_below_it_is_what_comes_next) {
    EXPECT_EQ(after("space", 1), "q");
    EXPECT_EQ(after("q", -1), "space");
}

TEST_F(FocusTest, tab_goes_through_what_can_be_touched_and_around) {
    show();
    press(Key::tab);
    EXPECT_TRUE(first.focused);
    press(Key::tab);
    EXPECT_TRUE(words.focused);
    EXPECT_TRUE(stage.ui.focus().typing());
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
    stage.ui.focus().want("last");
    show();
    EXPECT_TRUE(last.focused);
    EXPECT_TRUE(stage.ui.focus().has("last"));
    const Node* node = stage.ui.tree().find(Role::button, "Last");
    ASSERT_NE(node, nullptr);
    EXPECT_NE(node->states & kFocused, 0U);
}

TEST_F(FocusTest, focus_stays_where_it_is_when_names_change) {
    show();
    press(Key::tab);
    press(Key::tab);
    press(Key::tab);
    ASSERT_TRUE(last.focused);
    last_name = "Letzter, 3 neue";
    show();
    EXPECT_TRUE(last.focused);
    press(Key::enter);
    EXPECT_TRUE(last.tapped);
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

constexpr base::Rect kPlace{0, 0, 10, 10};

/// The stops 1, 2 and 3, of which the second is a text.
void draw_three(Focus& focus) {
    focus.begin_frame();
    focus.draw({1, kPlace, false}, "one", true);
    focus.draw({2, kPlace, true}, "two", true);
    focus.draw({3, kPlace, false}, "three", true);
}

TEST(Focus, goes_on_from_where_it_was_when_its_widget_is_gone) {
    Focus focus;
    draw_three(focus);
    focus.move(1);
    focus.move(1);
    draw_three(focus);
    focus.begin_frame();
    focus.draw({1, kPlace, false}, "one", true);
    focus.draw({3, kPlace, false}, "three", true);
    focus.move(1);
    EXPECT_EQ(focus.widget(), 3U);
}

TEST(Focus, enter_presses_no_text_and_nothing_where_there_is_no_focus) {
    Focus focus;
    draw_three(focus);
    EXPECT_FALSE(focus.press());
    focus.move(1);
    ASSERT_TRUE(focus.press());
    EXPECT_EQ(focus.press()->id, 1U);
    focus.move(1);
    EXPECT_TRUE(focus.typing());
    EXPECT_FALSE(focus.press());
}

TEST(Focus, ring_is_for_those_who_came_by_key) {
    Focus focus;
    draw_three(focus);
    focus.follow_pointer(1);
    EXPECT_TRUE(focus.ringed().empty());
    focus.move(-1);
    EXPECT_EQ(focus.ringed().size(), 1U);
    EXPECT_TRUE(focus.take_arrival());
    EXPECT_FALSE(focus.take_arrival());
    focus.follow_pointer(3);
    EXPECT_TRUE(focus.ringed().empty());
}

TEST(Focus, widget_that_is_wanted_gets_it_once_it_is_drawn) {
    Focus focus;
    draw_three(focus);
    focus.want("three");
    EXPECT_FALSE(focus.has("three"));
    draw_three(focus);
    EXPECT_TRUE(focus.has("three"));
    EXPECT_TRUE(focus.due());
    draw_three(focus);
    EXPECT_FALSE(focus.due());
}

TEST(Focus, card_around_its_links_stands_before_them) {
    Focus focus;
    focus.begin_frame();
    focus.draw({1, kPlace, false}, "link", true);
    focus.draw({2, kPlace, false}, "card", true);
    focus.bring_last_to(0);
    focus.move(1);
    EXPECT_EQ(focus.widget(), 2U);
    focus.move(1);
    EXPECT_EQ(focus.widget(), 1U);
}

}  // namespace
}  // namespace candor::ui
