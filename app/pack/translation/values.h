#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/yaml_places.h"

namespace candor::pack {

/// A text under the code of a language, and the same under another's.
struct LocalizedValue {
    std::string name;  ///< its path without the language: "prp-review.note"
    document::YamlPlace source;
    std::size_t language_step = 0;  ///< of the path
    std::optional<document::YamlPlace> translation;
};

/// All texts of the YAML under `first`, in order, each with its translation into `language`.
std::vector<LocalizedValue> localized_values(std::string_view yaml, const std::string& first,
                                             const std::string& language = {});

/// The YAML with these words for its values' translations (empty: as they are): put in place of
/// those that are there, added behind the source for those that are not. An entry of several texts
/// (a term and its meaning) is added once all of them are there. Every other byte stays.
std::string with_translations(std::string_view yaml, const std::vector<LocalizedValue>& values,
                              const std::string& language, const std::vector<std::string>& words);

}  // namespace candor::pack
