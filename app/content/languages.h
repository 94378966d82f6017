#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/places.h"
#include "content/catalog.h"
#include "language/check.h"

namespace candor::content {

inline language::Places language_places(const base::Places& places) {
    return {places.assets, places.clinic_languages()};
}

enum class Program { kiosk, desk };

/// A program's words in a language that ships, or in a clinic's own that is offered. Faults:
/// not_found for a language that is neither; refused for one that is not offered; those of reading.
base::Result<ui::Strings> load_strings(const language::Places& places, const std::string& language,
                                       Program program);

/// The same, and else the words that everything falls back to; `say` is told why, for who started
/// the program.
base::Result<ui::Strings> load_strings_or_fallback(
    const language::Places& places, const std::string& language, Program program,
    const std::function<void(const std::string&)>& say);

/// Every language by its own name of itself, a clinic's own with those that are not offered.
std::vector<Language> names_of_languages(const language::Places& places);

/// What the fonts of the programs have; everything where there are none at all.
language::Letters letters_of_fonts();

/// "3 mistakes, the first in strings.yaml, line 12; see \"candor language check fr\"."
std::string why_not_offered(const language::CheckedLanguage& checked);

}  // namespace candor::content
