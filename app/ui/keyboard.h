#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ui/ui.h"

namespace candor::ui {

/// One key: what it types, or what it does ("shift", "backspace", "symbols", "letters", "latin",
/// "next").
struct KeySpec {
    std::string cap;  ///< typed as it is; a special key's name
    float width = 1;  ///< in keys
    bool special = false;
};
using KeyRow = std::vector<KeySpec>;

/// Layouts of one language, from assets/keyboards/xx.yaml: `letters`, `symbols`, `email`, `phone`
/// as rows of keys (and `latin`, where its letters are others), and `accents`: the variants that a
/// long press offers.
struct KeyboardLayouts {
    std::map<std::string, std::vector<KeyRow>, std::less<>> layouts;
    std::map<std::string, std::vector<std::string>, std::less<>> accents;

    static base::Result<KeyboardLayouts> load(const std::filesystem::path& file);
};

enum class Shift { off, once, locked };

/// What the keyboard shows; kept by the caller, changed only through KeyboardResult.
struct KeyboardState {
    std::string layout = "letters";
    Shift shift = Shift::off;
    std::string accents_of;   ///< the key whose accents are open
    bool last_field = false;  ///< there is no next field: "next" says and means "done"
};

struct KeyboardResult {
    enum class Kind { none, typed, backspace, shift, layout, accents, next, done };
    Kind kind = Kind::none;
    std::string text;  ///< typed: what to insert; layout: its name; accents: the key
};

/// Height of the keyboard on this display.
float keyboard_height(Ui& ui);
/// Draws it over the bottom of the screen for the field `field_name`.
KeyboardResult keyboard(Ui& ui, const KeyboardLayouts& layouts, const KeyboardState& state,
                        std::string_view field_name);

}  // namespace candor::ui
