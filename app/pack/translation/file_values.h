#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "pack/translation/values.h"

namespace candor::pack {

/// The files that hold their translations themselves: under language codes, the questionnaire as
/// FHIR has them.
inline constexpr std::array<const char*, 7> kLocalizedFiles{
    "pack.yaml",    "sources.yaml",   "glossary.yaml",     "guidance.yaml",
    "options.yaml", "sequences.yaml", "questionnaire.yaml"};

/// localized_values() or form_values(), by the file's name.
std::vector<LocalizedValue> values_of_file(std::string_view name, std::string_view yaml,
                                           const std::string& first, const std::string& language);
/// with_translations() or with_form_translations().
std::string with_words_in_file(std::string_view name, std::string_view yaml,
                               const std::vector<LocalizedValue>& values,
                               const std::string& language, const std::vector<std::string>& words);

}  // namespace candor::pack
