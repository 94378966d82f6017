#pragma once
#include <string>
#include <string_view>

#include "ui/widgets.h"

namespace candor::ui {

/// How a key of the on-screen keyboard or of a pad looks, and what it is called.
struct KeyFace {
    std::string name, label;
    std::string_view icon;
    bool dim = false, lit = false;
    bool among_words = false;  ///< written as small as a word, though it may be short
};
constexpr float kKeyGap = 12;

/// The height of a key on this display.
float key_height(Ui& ui);
/// Its label is a word, and written smaller than a letter.
bool is_word(const KeyFace& face);
void draw_key(Ui& ui, const base::Rect& rect, const KeyFace& face, bool pressed);
/// Keys stand as on a real keyboard in every language: drawing mirrors, so this mirrors back.
base::Rect unmirrored(Ui& ui, const base::Rect& rect);

/// The ground over the bottom of the screen that keys stand on, with the field's name and "Done".
struct KeyPanel {
    float keys_y = 0;
    bool done = false;
};
/// The height of a panel with that many rows of keys.
float panel_height(Ui& ui, int rows);
KeyPanel key_panel(Ui& ui, float height, std::string_view field_name);

}  // namespace candor::ui
