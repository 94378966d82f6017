#include "ui/accessible.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

namespace candor::ui {
namespace {

using Json = nlohmann::ordered_json;

Tree small_tree() {
    Tree tree;
    tree.screen = "home";
    tree.width = 1080;
    tree.height = 1920;
    tree.nodes.push_back(
        {Role::heading, "What is \"PRP\"?", "", kNoState, kNoAction, {56, 120.4F, 968, 84}});
    tree.nodes.push_back(
        {Role::checkbox, "Yes", "x", kChecked | kFocused, kPress, {10.6F, 20, 300, 96}});
    return tree;
}

std::vector<std::string> keys_of(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.push_back(key);
    return keys;
}

using Words = std::vector<std::string>;

TEST(Accessible, json_has_exactly_the_contracts_shape) {
    const std::string line = to_json(small_tree());
    EXPECT_EQ(line.find('\n'), std::string::npos);
    const Json json = Json::parse(line);
    EXPECT_EQ(keys_of(json), (Words{"screen", "width", "height", "nodes"}));
    EXPECT_EQ(json["screen"], "home");
    EXPECT_EQ(json["width"], 1080);
    EXPECT_EQ(json["height"], 1920);
    ASSERT_EQ(json["nodes"].size(), 2U);
    for (const Json& node : json["nodes"])
        EXPECT_EQ(keys_of(node), (Words{"role", "name", "value", "state", "x", "y", "w", "h"}));
    EXPECT_EQ(json["nodes"][0],
              Json::parse(R"({"role":"heading","name":"What is \"PRP\"?","value":"",
        "state":[],"x":56,"y":120,"w":968,"h":84})"));
    EXPECT_EQ(json["nodes"][1], Json::parse(R"({"role":"checkbox","name":"Yes","value":"x",
        "state":["checked","focused"],"x":11,"y":20,"w":300,"h":96})"));
}

TEST(Accessible, json_names_a_sheet_only_when_one_is_open) {
    Tree tree = small_tree();
    EXPECT_FALSE(Json::parse(to_json(tree)).contains("sheet"));
    tree.sheet = "still-here";
    EXPECT_EQ(Json::parse(to_json(tree))["sheet"], "still-here");
}

TEST(Accessible, json_of_an_empty_screen_has_no_nodes) {
    const Json json = Json::parse(to_json(Tree{}));
    EXPECT_TRUE(json["nodes"].is_array());
    EXPECT_TRUE(json["nodes"].empty());
}

TEST(Accessible, name_that_is_not_utf8_is_still_json) {
    Tree tree = small_tree();
    tree.nodes[0].name = "broken \xC3( byte\n";
    EXPECT_TRUE(Json::accept(to_json(tree)));
}

TEST(Accessible, states_have_arias_names) {
    const std::set<std::string> aria{"pressed",  "checked", "selected", "disabled", "focused",
                                     "expanded", "busy",    "required", "invalid",  "current"};
    std::set<std::string> all;
    for (unsigned bit = 0; bit < 10; ++bit) {
        const auto names = names_of_states(1U << bit);
        ASSERT_EQ(names.size(), 1U) << bit;
        all.insert(names.front());
    }
    EXPECT_EQ(all, aria);
    EXPECT_EQ(names_of_states(kInvalid | kRequired), (Words{"required", "invalid"}));
    EXPECT_TRUE(names_of_states(kNoState).empty());
}

TEST(Accessible, roles_have_arias_names) {
    const std::set<std::string> aria{
        "button", "link",    "heading",   "paragraph",   "img",     "checkbox",
        "radio",  "textbox", "searchbox", "progressbar", "dialog",  "alert",
        "status", "list",    "listitem",  "table",       "row",     "cell",
        "figure", "tab",     "slider",    "spinbutton",  "combobox"};
    std::set<std::string> all;
    for (int role = 0; role <= static_cast<int>(Role::combobox); ++role)
        all.insert(name_of(static_cast<Role>(role)));
    EXPECT_EQ(all, aria);
    EXPECT_STREQ(name_of(Role::textbox), "textbox");
    EXPECT_STREQ(name_of(Role::tab), "tab");
    EXPECT_STREQ(name_of(Role::combobox), "combobox");
}

TEST(Accessible, find_wants_role_and_name) {
    const Tree tree = small_tree();
    ASSERT_NE(tree.find(Role::checkbox, "Yes"), nullptr);
    EXPECT_EQ(tree.find(Role::checkbox, "Yes")->value, "x");
    EXPECT_EQ(tree.find(Role::button, "Yes"), nullptr);
    EXPECT_EQ(tree.find(Role::checkbox, "No"), nullptr);
}

TEST(Accessible, text_has_a_line_a_node) {
    Tree tree = small_tree();
    tree.sheet = "term";
    EXPECT_EQ(to_text(tree, Rects::without),
              "screen home, sheet term\nheading \"What is \"PRP\"?\"\ncheckbox \"Yes\" = \"x\" "
              "checked focused\n");
    EXPECT_EQ(to_text(tree, Rects::with),
              "screen home, sheet term\nheading \"What is \"PRP\"?\" [56,120 968x84]\n"
              "checkbox \"Yes\" = \"x\" checked focused [11,20 300x96]\n");
}

}  // namespace
}  // namespace candor::ui
