#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace candor::pack {

struct Subject;

/// What a pack measures as a whole, of all pages of a language together. Languages that have no
/// measure, or too few words, are left out.
struct Measures {
    struct Reading {
        std::string name;  ///< "Flesch-Kincaid"
        double value = 0;
        bool higher_is_easier = false;
    };
    std::map<std::string, Reading> reading;  ///< a language's first measure
    /// All of them, in the order of the pack's languages.
    std::vector<std::pair<std::string, Reading>> readings;
    int benefit_words = 0, limit_words = 0;  ///< in the pack's first language; see weight.h
};

Measures measures_of(const Subject& subject);

}  // namespace candor::pack
