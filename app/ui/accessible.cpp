#include "ui/accessible.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace candor::ui {
namespace {

struct StateName {
    unsigned bit;
    const char* name;
};
constexpr std::array<StateName, 10> kStateNames{{{kPressed, "pressed"},
                                                 {kChecked, "checked"},
                                                 {kSelected, "selected"},
                                                 {kDisabled, "disabled"},
                                                 {kFocused, "focused"},
                                                 {kExpanded, "expanded"},
                                                 {kBusy, "busy"},
                                                 {kRequired, "required"},
                                                 {kInvalid, "invalid"},
                                                 {kCurrent, "current"}}};

std::string rect_text(const base::Rect& r) {
    const auto whole = [](float v) { return std::to_string(std::lround(v)); };
    return "[" + whole(r.x) + "," + whole(r.y) + " " + whole(r.w) + "x" + whole(r.h) + "]";
}

}  // namespace

const Node* Tree::find(Role role, std::string_view name) const {
    for (const Node& node : nodes) {
        if (node.role == role && node.name == name) return &node;
    }
    return nullptr;
}

const char* name_of(Role role) {
    static constexpr std::array kNames{
        "button", "link",    "heading",   "paragraph",   "img",     "checkbox",
        "radio",  "textbox", "searchbox", "progressbar", "dialog",  "alert",
        "status", "list",    "listitem",  "table",       "row",     "cell",
        "figure", "tab",     "slider",    "spinbutton",  "combobox"};
    return kNames[static_cast<std::size_t>(role)];
}

std::vector<std::string> names_of_states(unsigned states) {
    std::vector<std::string> names;
    for (const StateName& state : kStateNames) {
        if ((states & state.bit) != 0) names.emplace_back(state.name);
    }
    return names;
}

std::string to_json(const Tree& tree) {
    nlohmann::ordered_json nodes = nlohmann::ordered_json::array();
    for (const Node& node : tree.nodes) {
        nodes.push_back({{"role", name_of(node.role)},
                         {"name", node.name},
                         {"value", node.value},
                         {"state", names_of_states(node.states)},
                         {"x", std::lround(node.rect.x)},
                         {"y", std::lround(node.rect.y)},
                         {"w", std::lround(node.rect.w)},
                         {"h", std::lround(node.rect.h)}});
    }
    nlohmann::ordered_json line{
        {"screen", tree.screen}, {"width", tree.width}, {"height", tree.height}};
    if (!tree.sheet.empty()) line["sheet"] = tree.sheet;
    line["nodes"] = std::move(nodes);
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string to_text(const Tree& tree, Rects rects) {
    std::string out = "screen " + tree.screen;
    if (!tree.sheet.empty()) out += ", sheet " + tree.sheet;
    out += "\n";
    for (const Node& node : tree.nodes) {
        out += std::string(name_of(node.role)) + " \"" + node.name + "\"";
        if (!node.value.empty()) out += " = \"" + node.value + "\"";
        for (const std::string& state : names_of_states(node.states)) out += " " + state;
        if (rects == Rects::with) out += " " + rect_text(node.rect);
        out += "\n";
    }
    return out;
}

}  // namespace candor::ui
