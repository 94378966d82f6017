#pragma once
#include <filesystem>
#include <string>
#include <variant>

#include "desk/shell/file_picker.h"

namespace candor::desk {

// What a person asked for in the file picker.
struct OpenPicker {
    Field field;  ///< one that holds a path
};
struct ClosePicker {};
struct PickerGoTo {
    std::filesystem::path folder;
};
struct PickerUp {};
struct PickerSelect {
    std::size_t row;
};
struct PickerMove {
    int by;
};
struct PickerJump {  ///< to a name that starts so
    std::string letters;
};
struct PickerOpen {};    ///< the selected one: into a folder; a file is chosen
struct PickerChoose {};  ///< FilePicker::choice()
struct PickerEverything {};

using PickerIntent =
    std::variant<OpenPicker, ClosePicker, PickerGoTo, PickerUp, PickerSelect, PickerMove,
                 PickerJump, PickerOpen, PickerChoose, PickerEverything>;

}  // namespace candor::desk
