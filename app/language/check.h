#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/finding.h"
#include "language/found.h"
#include "language/keyboard_layout.h"
#include "language/strings.h"

namespace candor::language {

/// Which letters can be drawn, and where the others are to be had.
struct Letters {
    std::function<bool(char32_t)> can_be_drawn;
    /// The Debian package whose font has the letter; empty: none that we know.
    std::function<std::string(char32_t)> package;
};

/// The words of the languages that ship, by code.
using ShippedStrings = std::map<std::string, Strings>;

/// What a clinic's language is held against; a program whose words are nullptr is left out.
struct Yardstick {
    const ShippedStrings* kiosk = nullptr;
    const ShippedStrings* desk = nullptr;
    Letters letters;
};

/// A clinic's language as it was read, and all that is wrong with it. Errors keep it from being
/// offered; what is missing is English, and a warning.
struct CheckedLanguage {
    std::string code;
    base::Findings findings;             ///< files as in the language's folder
    std::shared_ptr<const Rules> rules;  ///< nullptr: cannot be read
    std::optional<Strings> kiosk, desk;  ///< with English in the gaps
    std::optional<KeyboardLayouts> keyboard;

    bool sound() const { return rules != nullptr && !base::has_error(findings); }
    /// Said to be ready, and is not; who made it must hear of it.
    bool is_refused() const { return !sound() && (rules == nullptr || rules->offered); }
    /// Sound, and said to be ready.
    bool is_offered() const { return sound() && rules->offered; }
};

/// Reads the files as hostile ones. Never fails: what is wrong are findings.
CheckedLanguage check_language(const Files& files, const Yardstick& yardstick);

}  // namespace candor::language
