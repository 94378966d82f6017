#pragma once
#include <map>
#include <optional>
#include <string>

#include "pack/folder/report.h"
#include "pack/folder/yaml.h"

// What a kiosk has for people who listen, in kiosk.yaml:
//
//   hearing:
//     headphones: true       # what was typed is spoken too: nobody else hears it
//     keypad:                # which key does what, by SDL's names; {} for those that stand here
//       next: Right
//       previous: Left
//       below: Down            # on the keyboard of the screen, to the row below
//       above: Up
//       select: Return
//       back: Escape
//       repeat: F5
//       louder: F8
//       softer: F7
//       dark: F6             # blanks the screen, and back
//       more: F9             # on a key of the screen's keyboard: its accents and other forms

namespace candor::pack {

enum class KeypadAction {
    next,
    previous,
    below,
    above,
    select,
    back,
    repeat,
    louder,
    softer,
    dark,
    more
};

/// By SDL's name of each key ("Right", "Keypad 5", "VolumeUp").
using Keypad = std::map<std::string, KeypadAction>;

struct Hearing {
    bool headphones = false;
    std::optional<Keypad> keypad;  ///< nothing: there is none
};

/// Reads the map `hearing`. What does not fit is left out, with a finding that says why.
Hearing read_hearing(const YamlNode& node, Report& report);

}  // namespace candor::pack
