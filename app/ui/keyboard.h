#pragma once
#include <string>
#include <string_view>

#include "language/keyboard_layout.h"
#include "ui/key_room.h"
#include "ui/ui.h"

namespace candor::ui {

using language::KeyboardLayouts;
using language::KeyRow;
using language::KeySpec;

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

/// What the focus is sent to when the forms of a key come up (Focus::want); empty: it has none.
std::string first_form_of(const KeyboardLayouts& layouts, const std::string& key);
/// Height of the keyboard on this display.
float keyboard_height(Ui& ui);
/// Draws it over the bottom of the screen for the field `field_name`.
KeyboardResult keyboard(Ui& ui, const KeyRoom& room, const KeyboardLayouts& layouts,
                        const KeyboardState& state, std::string_view field_name);

}  // namespace candor::ui
