#include "assistive/program.h"

#include <gtest/gtest.h>

#include <memory>

#include "assistive/roles.h"

namespace candor::assistive {
namespace {

ui::Node button(ui::WidgetId id, const std::string& name, unsigned states = ui::kNoState) {
    ui::Node node{ui::Role::button, name, {}, states, ui::kPress, {10, 20, 30, 40}};
    node.id = id;
    return node;
}

/// A program in a window of 200 x 100, and what was asked for.
struct Offered {
    std::vector<ui::Asked> asked;
    Program program{"Desk", [this](ui::Asked each) { asked.push_back(std::move(each)); }};

    void shows(std::vector<ui::Node> nodes, platform::Standing window = {{300, 400}, true}) {
        ui::Tree tree;
        tree.width = 200;
        tree.height = 100;
        tree.nodes = std::move(nodes);
        program.show(tree, window);
    }
    AtkObject* window() const {
        AtkObject* child = atk_object_ref_accessible_child(program.root(), 0);
        g_object_unref(child);
        return child;
    }
    int count() const { return atk_object_get_n_accessible_children(window()); }
    AtkObject* thing(int at) const {
        AtkObject* child = atk_object_ref_accessible_child(window(), at);
        if (child != nullptr) g_object_unref(child);
        return child;
    }
};

bool has(AtkObject* thing, AtkStateType state) {
    AtkStateSet* set = atk_object_ref_state_set(thing);
    const bool found = atk_state_set_contains_state(set, state) != FALSE;
    g_object_unref(set);
    return found;
}

TEST(OfferedProgram, has_one_window_with_one_object_a_node) {
    Offered offered;
    offered.shows({button(1, "Save"), {ui::Role::heading, "Elif"}});
    EXPECT_EQ(atk_object_get_role(offered.program.root()), ATK_ROLE_APPLICATION);
    EXPECT_EQ(atk_object_get_role(offered.window()), ATK_ROLE_FRAME);
    EXPECT_TRUE(has(offered.window(), ATK_STATE_ACTIVE));
    ASSERT_EQ(offered.count(), 2);
    EXPECT_STREQ(atk_object_get_name(offered.thing(0)), "Save");
    EXPECT_EQ(atk_object_get_role(offered.thing(1)), ATK_ROLE_HEADING);
    EXPECT_EQ(atk_object_get_index_in_parent(offered.thing(1)), 1);
    EXPECT_EQ(atk_object_get_parent(offered.thing(1)), offered.window());
    EXPECT_EQ(offered.thing(2), nullptr);
    offered.shows({}, {{0, 0}, false});
    EXPECT_FALSE(has(offered.window(), ATK_STATE_ACTIVE));
    EXPECT_EQ(offered.count(), 0);
}

TEST(OfferedProgram, dots_between_facts_are_no_words) {
    Offered offered;
    ui::Node row = button(1, "Elif \u00B7 K7Q");
    row.value = "2 h \u00B7 Morning";
    offered.shows({row});
    EXPECT_STREQ(atk_object_get_name(offered.thing(0)), "Elif, K7Q");
    EXPECT_STREQ(atk_object_get_description(offered.thing(0)), "2 h, Morning");
    row.value = "3 h \u00B7 Morning";
    offered.shows({row});
    EXPECT_STREQ(atk_object_get_description(offered.thing(0)), "3 h, Morning");
}

TEST(OfferedProgram, message_that_comes_into_a_view_that_stays_is_a_notification) {
    Offered offered;
    const ui::Node elif{ui::Role::heading, "Elif"}, tried{ui::Role::status, "1 try"},
        saved{ui::Role::status, "Saved"}, refused{ui::Role::alert, "Not saved"};
    offered.shows({elif, tried});
    EXPECT_EQ(atk_object_get_role(offered.thing(1)), ATK_ROLE_STATUSBAR) << "a part of the view";
    offered.shows({elif, tried, saved});
    EXPECT_EQ(atk_object_get_role(offered.thing(1)), ATK_ROLE_STATUSBAR);
    EXPECT_EQ(atk_object_get_role(offered.thing(2)), ATK_ROLE_NOTIFICATION);
    offered.shows({{ui::Role::heading, "Jonas"}, refused});
    EXPECT_EQ(atk_object_get_role(offered.thing(1)), ATK_ROLE_NOTIFICATION) << "always";
}

/// What a listener is told, in its order.
class Told {
  public:
    explicit Told(AtkObject* field) : field_(field) {
        g_signal_connect(field, "state-change", G_CALLBACK(take_state), this);
        g_signal_connect(field, "text-remove", G_CALLBACK(take_words), this);
    }
    ~Told() { g_signal_handlers_disconnect_by_data(field_, this); }
    Told(const Told&) = delete;
    Told& operator=(const Told&) = delete;

    std::vector<std::string> all;

  private:
    static void take_state(AtkObject* /*field*/, const char* name, gboolean on, Told* told) {
        told->all.push_back((on == TRUE ? "" : "not ") + std::string(name));
    }
    static void take_words(AtkObject* /*field*/, int /*from*/, int /*length*/, const char* words,
                           Told* told) {
        told->all.push_back(std::string(words) + " gone");
    }

    AtkObject* field_;
};

TEST(OfferedProgram, focus_is_told_before_the_words_that_change_with_it) {
    Offered offered;
    ui::Node note = button(1, "Note");
    note.role = ui::Role::textbox;
    note.typed = ui::TypedText{"ok", 2, 2};
    offered.shows({note});
    Told told(offered.thing(0));
    note.typed = ui::TypedText{};
    note.states = ui::kFocused;
    offered.shows({note});
    EXPECT_EQ(told.all, (std::vector<std::string>{"focused", "ok gone"}));
}

TEST(OfferedProgram, what_can_be_touched_stays_itself_when_its_name_changes) {
    Offered offered;
    offered.shows({button(1, "Save"), button(2, "Close")});
    AtkObject* const save = offered.thing(0);
    AtkObject* const close = offered.thing(1);
    offered.shows(
        {{ui::Role::alert, "Not saved"}, button(1, "Kaydet", ui::kDisabled), button(2, "Close")});
    ASSERT_EQ(offered.count(), 3);
    EXPECT_EQ(offered.thing(1), save);
    EXPECT_EQ(offered.thing(2), close);
    EXPECT_STREQ(atk_object_get_name(save), "Kaydet");
    EXPECT_FALSE(has(save, ATK_STATE_ENABLED));
    EXPECT_EQ(atk_object_get_index_in_parent(save), 1);
}

TEST(OfferedProgram, what_is_gone_says_so_and_asks_for_nothing) {
    Offered offered;
    offered.shows({button(1, "Save")});
    auto* const save = static_cast<AtkObject*>(g_object_ref(offered.thing(0)));
    offered.shows({button(2, "Close")});
    EXPECT_TRUE(has(save, ATK_STATE_DEFUNCT));
    EXPECT_STREQ(atk_object_get_name(save), "") << "what a request said is not kept";
    EXPECT_FALSE(atk_action_do_action(ATK_ACTION(save), 0));
    EXPECT_TRUE(offered.asked.empty());
    g_object_unref(save);
}

TEST(OfferedProgram, places_are_told_in_the_window_and_on_the_display) {
    Offered offered;
    ui::Node below = button(2, "Below");
    below.rect = {10, 150, 30, 40};
    offered.shows({button(1, "Save"), below});
    int x = 0, y = 0, width = 0, height = 0;
    auto* const save = ATK_COMPONENT(offered.thing(0));
    atk_component_get_extents(save, &x, &y, &width, &height, ATK_XY_WINDOW);
    EXPECT_EQ(x, 10);
    EXPECT_EQ(height, 40);
    atk_component_get_extents(save, &x, &y, &width, &height, ATK_XY_SCREEN);
    EXPECT_EQ(x, 310);
    EXPECT_EQ(y, 420);
    EXPECT_TRUE(has(offered.thing(0), ATK_STATE_SHOWING));
    EXPECT_FALSE(has(offered.thing(1), ATK_STATE_SHOWING)) << "scrolled away";
}

TEST(OfferedProgram, pressing_is_asked_for_by_the_widget) {
    Offered offered;
    offered.shows({button(7, "Save"), button(8, "Send", ui::kDisabled), {ui::Role::heading, "x"}});
    EXPECT_TRUE(atk_action_do_action(ATK_ACTION(offered.thing(0)), 0));
    EXPECT_FALSE(atk_action_do_action(ATK_ACTION(offered.thing(0)), 1));
    EXPECT_FALSE(atk_action_do_action(ATK_ACTION(offered.thing(1)), 0)) << "disabled";
    EXPECT_FALSE(atk_component_grab_focus(ATK_COMPONENT(offered.thing(2)))) << "a heading";
    ASSERT_EQ(offered.asked.size(), 1U);
    EXPECT_EQ(offered.asked[0].kind, ui::Asked::Kind::press);
    EXPECT_EQ(offered.asked[0].widget, 7U);
}

TEST(OfferedProgram, listeners_hear_the_difference_and_no_more) {
    Offered offered;
    ui::Node field = button(3, "Note");
    field.role = ui::Role::textbox;
    field.actions = ui::kPress | ui::kEdit;
    field.typed = ui::TypedText{"cal", 3, 3};
    offered.shows({field});
    std::vector<std::string> told;
    const auto on_insert = +[](AtkObject*, int at, int length, const char* words, void* list) {
        static_cast<std::vector<std::string>*>(list)->push_back(std::to_string(at) + "+" +
                                                                std::to_string(length) + words);
    };
    g_signal_connect(offered.thing(0), "text-insert", G_CALLBACK(on_insert), &told);
    const auto on_caret = +[](AtkObject*, int at, void* list) {
        static_cast<std::vector<std::string>*>(list)->push_back("caret " + std::to_string(at));
    };
    g_signal_connect(offered.thing(0), "text-caret-moved", G_CALLBACK(on_caret), &told);
    offered.shows({field});
    EXPECT_TRUE(told.empty()) << "nothing changed";
    field.typed = ui::TypedText{"call", 4, 4};
    offered.shows({field});
    EXPECT_EQ(told, (std::vector<std::string>{"3+1l", "caret 4"}));
}

TEST(OfferedRoles, each_has_one_and_only_a_secret_is_a_password) {
    for (int each = 0; each <= static_cast<int>(ui::Role::combobox); ++each) {
        ui::Node node;
        node.role = static_cast<ui::Role>(each);
        node.typed = ui::TypedText{};
        EXPECT_NE(role_of(node), ATK_ROLE_UNKNOWN) << ui::name_of(node.role);
        EXPECT_NE(role_of(node), ATK_ROLE_PASSWORD_TEXT) << ui::name_of(node.role);
        node.typed.reset();
        EXPECT_EQ(role_of(node) == ATK_ROLE_PASSWORD_TEXT, is_field(node));
    }
}

}  // namespace
}  // namespace candor::assistive
