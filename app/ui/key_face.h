#pragma once
#include <string>
#include <string_view>

#include "ui/key_room.h"
#include "ui/widgets.h"

namespace candor::ui {

/// The panel's own key: what the focus is sent to when keys come up.
inline constexpr std::string_view kKeyPanel = "ground";

/// How a key of the on-screen keyboard or of a pad looks, and what it is called.
struct KeyFace {
    std::string name, label;
    std::string_view icon;
    bool dim = false, lit = false;
    bool fills_row = false;  ///< of a pad: as wide as what is left of its row
    float label_size = 0;    ///< in units, the same for every text size; 0: as on the keyboard
};
constexpr float kKeyGap = 12;

/// The height of a key on this display.
float key_height(Ui& ui);
/// As on the keyboard: a word is written smaller than a letter.
float label_size(const KeyFace& face);
Type label_type(Ui& ui, float label_size);
void draw_key(Ui& ui, const base::Rect& rect, const KeyFace& face, bool pressed);
/// Keys stand as on a real keyboard in every language: drawing mirrors, so this mirrors back.
base::Rect unmirrored(Ui& ui, const KeyRoom& room, const base::Rect& rect);

/// The ground that keys stand on, with the field's name and "Done".
struct KeyPanel {
    float keys_y = 0;
    bool done = false;
};
/// The height of a panel with that many rows of keys.
float panel_height(Ui& ui, int rows);
KeyPanel key_panel(Ui& ui, const KeyRoom& room, float height, std::string_view field_name);

}  // namespace candor::ui
