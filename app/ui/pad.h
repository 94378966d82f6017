#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "ui/key_face.h"

namespace candor::ui {

/// A grid of keys over the bottom of the screen, in place of the keyboard: digits, days, months.
struct PadSpec {
    std::string_view field_name;
    std::vector<KeyFace> keys;  ///< row by row; one without a name leaves its place empty
    std::size_t columns = 3;
    bool as_on_a_keyboard = false;  ///< not mirrored in languages from right to left
};
struct PadTouched {
    std::optional<std::size_t> key;
    bool done = false;
};
float pad_height(Ui& ui, const PadSpec& spec);
PadTouched pad(Ui& ui, const KeyRoom& room, const PadSpec& spec);

}  // namespace candor::ui
