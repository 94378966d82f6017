#include <gtest/gtest.h>

#include <map>
#include <set>

#include "keypad_walker.h"

// A visit without a look at the screen: with the two keys for "next" and "previous" everything is
// come to on each screen, and what is said of it is enough to know what it is.

namespace candor::screens {
namespace {

class KeypadWalk : public testing::TestWithParam<const char*> {
  protected:
    static void expect_none(const Complaints& complaints) {
        for (const Complaint& complaint : complaints) ADD_FAILURE() << complaint.words;
    }

    Stage stage{1080, 1920, "/nonexistent/decoder"};
    KeypadWalker walker{shipped_catalog(), GetParam(), stage};
};

/// One of each kind: pages and sheets of other packs have the same parts.
std::vector<Scene> one_of_each_kind(const Catalog& catalog) {
    const std::set<std::string> plenty{"reader", "answered", "options", "question", "sheet"};
    std::map<std::string, int> seen;
    std::vector<Scene> scenes;
    for (const Scene& scene : every_scene(catalog)) {
        const std::string kind = scene.name.substr(0, scene.name.find(' '));
        if (plenty.contains(kind) && ++seen[kind] % 5 != 1 && kind != "sheet") continue;
        scenes.push_back(scene);
    }
    return scenes;
}

}  // namespace

TEST_P(KeypadWalk, everything_on_every_screen_is_come_to_and_said) {
    int sheets = 0, keyboards = 0;
    for (const Scene& scene : one_of_each_kind(*shipped_catalog())) {
        SCOPED_TRACE(scene.name);
        walker.prepare(scene);
        sheets += walker.stage.tree().sheet.empty() ? 0 : 1;
        keyboards += walker.visitor.state.visit.typing.field == Field::none ? 0 : 1;
        expect_none(walker.walk(1));
    }
    EXPECT_GT(sheets, 10);
    EXPECT_GT(keyboards, 3);
}

TEST_P(KeypadWalk, other_forms_of_every_key_are_come_to_and_said) {
    const Scene typing{"typing", [](Visitor& v) {
                           v.asks(OpenRequest{}).asks(FocusField{Field::own_words, 0});
                       }};
    const ui::KeyboardLayouts& keys = shipped_catalog()->keyboards.at(GetParam());
    walker.prepare(typing);
    std::size_t opened = 0;
    for (std::size_t i = 0; i < 70; ++i) {
        const KeypadWalker::Come come = walker.press(1);
        if ((come.node.actions & ui::kLongPress) == 0) continue;
        walker.stage.ui.hold_focus();
        for (const Intent& intent : walker.stage.draw(walker.visitor.state))
            walker.visitor.asks(intent);
        const std::string& of = walker.visitor.state.visit.typing.keyboard.accents_of;
        ASSERT_FALSE(of.empty()) << come.node.name;
        ++opened;
        walker.stage.ui.focus().want(ui::first_form_of(keys, of));
        walker.draw();
        walker.draw();
        EXPECT_TRUE((walker.here().node.states & ui::kFocused) != 0) << come.node.name;
        EXPECT_NE(walker.here().node.heard, come.node.heard);
        if (opened == 1) expect_none(walker.walk(1));
        walker.prepare(typing);
        walker.stage.ui.focus().bring_to(come.node.heard);
        walker.draw();
    }
    EXPECT_GT(opened, 2U);
}

TEST_P(KeypadWalk, way_back_is_the_same_way) {
    walker.prepare({"request", [](Visitor& v) { v.asks(OpenRequest{}); }});
    const KeypadWalker::Come start = walker.here();
    walker.press(1);
    walker.press(1);
    walker.press(-1);
    EXPECT_EQ(walker.press(-1).node.heard, start.node.heard);
    expect_none(walker.walk(-1));
}

TEST_P(KeypadWalk, screen_begins_at_its_heading) {
    walker.prepare({"home", [](Visitor& v) { v.asks(Start{}); }});
    EXPECT_EQ(walker.here().node.role, ui::Role::heading);
    walker.visitor.asks(OpenSheet{{SheetKind::ask_staff, {}, {}}});
    walker.stage.ui.focus().start_over();
    walker.draw();
    walker.draw();
    EXPECT_EQ(walker.here().node.name, walker.visitor.state.strings()("staff.title"));
}

TEST_P(KeypadWalk, what_is_selected_does_what_a_finger_does) {
    walker.prepare({"home", [](Visitor& v) { v.asks(Start{}); }});
    const std::string wanted = walker.visitor.state.strings()("top.ask-staff");
    for (int i = 0; i < 200 && walker.here().node.name != wanted; ++i) walker.press(1);
    ASSERT_EQ(walker.here().node.name, wanted);
    walker.stage.ui.select_focus();
    for (const Intent& intent : walker.stage.draw(walker.visitor.state))
        walker.visitor.asks(intent);
    EXPECT_EQ(walker.visitor.state.visit.sheet.kind, SheetKind::ask_staff);
}

INSTANTIATE_TEST_SUITE_P(Languages, KeypadWalk, testing::Values("en", "tr", "ar", "de", "es"));

}  // namespace candor::screens
