#include <gtest/gtest.h>

#include <map>
#include <set>

#include "scenes.h"
#include "stage.h"
#include "ui/spoken_node.h"

// A visit without a look at the screen: with the two keys for "next" and "previous" everything is
// come to on each screen, and what is said of it is enough to know what it is.

namespace candor::screens {
namespace {

struct Come {
    ui::Node node;
    ui::Focus::Position position;
};

class KeypadWalk : public testing::TestWithParam<const char*> {
  protected:
    void prepare(const Scene& scene) {
        visitor = Visitor(catalog);
        visitor.state.is_heard = true;
        visitor.state.visit.language = GetParam();  // to change it would close sheet and keys
        scene.prepare(visitor);
        visitor.asks(UseKeypad{});
        stage.ui.forget_visit();
        stage.ui.focus().start_over();
        draw();
        draw();
    }
    void draw() { stage.draw(visitor.state); }

    Come here() const {
        const ui::WidgetId focus = stage.ui.focus().widget();
        for (const ui::Node& node : stage.tree().nodes)
            if (node.heard == focus) return {node, stage.ui.focus().position()};
        return {};
    }
    Come press(int by) {
        stage.ui.focus().move(by);
        draw();
        return here();
    }
    /// Everything that has a name: two parts of one link are one.
    std::set<ui::WidgetId> everything() const {
        std::set<ui::WidgetId> all;
        for (const ui::Node& node : stage.tree().nodes)
            if (!node.name.empty()) all.insert(node.heard);
        return all;
    }

    void expect_said(const Come& come) const {
        const ui::Strings& strings = visitor.state.strings();
        const std::string said = ui::spoken_node(come.node, come.position, strings);
        EXPECT_NE(said.find(come.node.name), std::string::npos) << said;
        const std::string role = strings(std::string("spoken.role.") + name_of(come.node.role));
        EXPECT_NE(said.find(role), std::string::npos) << said;
        EXPECT_GE(come.position.at, 1U) << said;
        EXPECT_LE(come.position.at, come.position.of) << said;
        EXPECT_NE(said.find(strings("spoken.position", {{"n", std::to_string(come.position.at)},
                                                        {"of", std::to_string(come.position.of)}})),
                  std::string::npos)
            << said;
        if (come.node.role == ui::Role::checkbox || come.node.role == ui::Role::radio) {
            const bool checked = (come.node.states & ui::kChecked) != 0;
            EXPECT_NE(said.find(strings(checked ? "spoken.checked" : "spoken.not-checked")),
                      std::string::npos)
                << said;
        }
        EXPECT_EQ(said.find('<'), std::string::npos) << "a text is missing: " << said;
    }

    /// All around, once.
    void walk(int by) {
        const auto wanted = everything();
        std::set<ui::WidgetId> met;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const Come come = press(by);
            ASSERT_NE(come.node.heard, 0U) << "the focus is lost after " << i;
            expect_said(come);
            met.insert(come.node.heard);
        }
        EXPECT_EQ(met, wanted);
    }

    std::shared_ptr<const Catalog> catalog = shipped_catalog();
    Visitor visitor{catalog};
    Stage stage{1080, 1920, "/nonexistent/decoder"};
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
    for (const Scene& scene : one_of_each_kind(*catalog)) {
        SCOPED_TRACE(scene.name);
        prepare(scene);
        sheets += stage.tree().sheet.empty() ? 0 : 1;
        keyboards += visitor.state.visit.typing.field == Field::none ? 0 : 1;
        ASSERT_NE(stage.ui.focus().widget(), 0U) << "there is a focus from the start";
        walk(1);
    }
    EXPECT_GT(sheets, 10);
    EXPECT_GT(keyboards, 3);
}

TEST_P(KeypadWalk, way_back_is_the_same_way) {
    prepare({"request", [](Visitor& v) { v.asks(OpenRequest{}); }});
    const Come start = here();
    press(1);
    press(1);
    press(-1);
    EXPECT_EQ(press(-1).node.heard, start.node.heard);
    walk(-1);
}

TEST_P(KeypadWalk, screen_begins_at_its_heading) {
    prepare({"home", [](Visitor& v) { v.asks(Start{}); }});
    EXPECT_EQ(here().node.role, ui::Role::heading);
    visitor.asks(OpenSheet{{SheetKind::ask_staff, {}, {}}});
    stage.ui.focus().start_over();
    draw();
    draw();
    EXPECT_EQ(here().node.name, visitor.state.strings()("staff.title"));
}

TEST_P(KeypadWalk, what_is_selected_does_what_a_finger_does) {
    prepare({"home", [](Visitor& v) { v.asks(Start{}); }});
    const std::string wanted = visitor.state.strings()("top.ask-staff");
    for (int i = 0; i < 200 && here().node.name != wanted; ++i) press(1);
    ASSERT_EQ(here().node.name, wanted);
    stage.ui.select_focus();
    for (const Intent& intent : stage.draw(visitor.state)) visitor.asks(intent);
    EXPECT_EQ(visitor.state.visit.sheet.kind, SheetKind::ask_staff);
}

INSTANTIATE_TEST_SUITE_P(Languages, KeypadWalk, testing::Values("en", "tr", "ar", "de", "es"));

}  // namespace candor::screens
