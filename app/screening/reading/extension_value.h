#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "screening/reading/reading.h"

namespace candor::screening {

/// An extension's value[x] of whatever type, and its name ("valueCoding"); without one `node` is
/// nullptr. It lives as long as the extension.
struct ExtensionValue {
    std::string_view key;
    const Node* node = nullptr;
};
ExtensionValue extension_value(const Node& extension);

/// What the value says, also where an author gave it another type than the definition has. Nothing
/// where it says no such thing.
std::optional<bool> extension_flag(const Node& extension);
/// A number as written.
std::optional<std::string> extension_number(const Node& extension);
/// A text; of a Coding or CodeableConcept its code or, where there are words alone, those.
std::optional<std::string> extension_words(const Node& extension);

/// A warning ("other-type") where the value of an extension that is read has another type than its
/// definition says: other programs may refuse the form.
void check_type(const Node& extension, std::string_view url, Reading& reading);

}  // namespace candor::screening
