#include "pack/package/hearing.h"

#include <array>

#include "pack/folder/fields.h"

namespace candor::pack {
namespace {

struct KeyRow {
    const char* action;
    KeypadAction does;
    const char* key;  ///< unless the file names another
};
constexpr std::array<KeyRow, 11> kKeyRows{{{"next", KeypadAction::next, "Right"},
                                           {"previous", KeypadAction::previous, "Left"},
                                           {"below", KeypadAction::below, "Down"},
                                           {"above", KeypadAction::above, "Up"},
                                           {"select", KeypadAction::select, "Return"},
                                           {"back", KeypadAction::back, "Escape"},
                                           {"repeat", KeypadAction::repeat, "F5"},
                                           {"louder", KeypadAction::louder, "F8"},
                                           {"softer", KeypadAction::softer, "F7"},
                                           {"dark", KeypadAction::dark, "F6"},
                                           {"more", KeypadAction::more, "F9"}}};
constexpr std::size_t kLongestKey = 32;

std::vector<std::string_view> actions() {
    std::vector<std::string_view> names;
    for (const KeyRow& row : kKeyRows) names.emplace_back(row.action);
    return names;
}

Keypad read_keypad(const YamlNode& node, Report& report) {
    const Fields fields(node, "The keypad", actions(), report);
    Keypad keypad;
    for (const KeyRow& row : kKeyRows) {
        std::string key = fields.text(row.action, Need::optional);
        if (key.empty()) key = row.key;
        if (key.size() > kLongestKey)
            report.error(fields.line_of(row.action), "bad-key-name",
                         in_quotes(key) + " is no key's name.",
                         "Write the key as SDL calls it, as in Right, Return or F5.");
        else if (!keypad.emplace(key, row.does).second)
            report.error(fields.line_of(row.action), "key-twice",
                         "The key " + in_quotes(key) + " would do two things.",
                         std::string("Name another key for “") + row.action + "”.");
    }
    return keypad;
}

}  // namespace

Hearing read_hearing(const YamlNode& node, Report& report) {
    const Fields fields(node, "What there is to hear with", {"headphones", "keypad"}, report);
    Hearing hearing;
    if (node.find("headphones") != nullptr) hearing.headphones = fields.flag("headphones");
    const YamlNode* keypad = node.find("keypad");
    if (keypad != nullptr && fields.map("keypad", Need::optional) != nullptr)
        hearing.keypad = read_keypad(*keypad, report);
    return hearing;
}

}  // namespace candor::pack
