#include <gtest/gtest.h>

#include <map>
#include <set>

#include "control_scenes.h"
#include "scenes.h"
#include "stage.h"

namespace candor::screens {
namespace {

using ui::Node;

/// What can be touched on every screen, looked at in one language after the other.
class Identity : public testing::Test {
  protected:
    /// A place of a scene beyond the window's edge is in the tree as well.
    const ui::Tree& look(Visitor& visitor, const std::string& language) {
        visitor.state.visit.language = language;
        stage.ui.forget_visit();
        stage.draw(visitor.state);
        return stage.tree();
    }

    /// One identity is one thing. What runs over a line's end is drawn in two parts of one name.
    static void expect_one_each(const std::string& scene, const ui::Tree& tree) {
        std::map<ui::WidgetId, const Node*> known;
        for (const Node& node : tree.nodes) {
            if (node.id == 0) continue;
            const auto [at, added] = known.emplace(node.id, &node);
            EXPECT_TRUE(added || (at->second->role == node.role && at->second->name == node.name))
                << scene << ": " << at->second->name << " and " << node.name << " are one";
        }
    }

    static std::set<ui::WidgetId> ids(const ui::Tree& tree) {
        std::set<ui::WidgetId> all;
        for (const Node& node : tree.nodes)
            if (node.id != 0) all.insert(node.id);
        return all;
    }

    Stage stage{1080, 1920, "/nonexistent/decoder"};
};

TEST_F(Identity, everything_that_can_be_touched_has_one_of_its_own) {
    const auto catalog = shipped_catalog();
    const auto index = pack::SearchIndex::open({}, catalog->library).value();
    for (const Scene& scene : every_scene(*catalog)) {
        Visitor visitor(catalog);
        visitor.services.index = index.get();
        scene.prepare(visitor);
        expect_one_each(scene.name, look(visitor, "en"));
    }
}

TEST_F(Identity, every_control_of_a_form_has_one_of_its_own) {
    const auto catalog = controls_catalog();
    for (const Scene& scene : control_scenes()) {
        Visitor visitor(catalog);
        scene.prepare(visitor);
        expect_one_each(scene.name, look(visitor, "en"));
    }
}

TEST_F(Identity, it_stays_in_another_language) {
    const auto catalog = shipped_catalog();
    for (const Scene& scene : every_scene(*catalog)) {
        // The keyboard is the language's own, and so are the pages' texts and what is found in
        // them.
        if (scene.name.starts_with("typing") || scene.name.starts_with("search") ||
            scene.name == "accents")
            continue;
        Visitor visitor(catalog);
        scene.prepare(visitor);
        const auto english = ids(look(visitor, "en"));
        // Home offers a call where its words leave room for it.
        const std::size_t spared = visitor.state.visit.screen == Screen::home ? 1 : 0;
        for (const char* language : {"ar", "de", "es", "tr"}) {
            const auto there = ids(look(visitor, language));
            EXPECT_TRUE(std::includes(english.begin(), english.end(), there.begin(), there.end()))
                << scene.name << ", " << language;
            EXPECT_GE(there.size() + spared, english.size()) << scene.name << ", " << language;
        }
    }
}

}  // namespace
}  // namespace candor::screens
