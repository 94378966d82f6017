#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace candor::language {

/// One key: what it types, or what it does ("shift", "backspace", "symbols", "letters",
/// "latin", "next").
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

    /// Faults: wrong_format with the line, too many rows or keys for a screen among them.
    static base::Result<KeyboardLayouts> load(const std::filesystem::path& file);
};

}  // namespace candor::language
