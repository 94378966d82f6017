#pragma once
#include <string_view>

namespace candor::pack {

/// Syllables of one word, at least 1, in "en", "de", "es" or "tr"; a number counts as one. By
/// vowels: exact in Turkish; in Spanish by its rules of hiatus; in German and English by groups of
/// vowels, in English without silent endings.
int syllables_in(std::string_view word, std::string_view language);

}  // namespace candor::pack
