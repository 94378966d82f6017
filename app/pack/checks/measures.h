#pragma once
#include <map>
#include <string>

namespace candor::pack {

struct Subject;

/// What a pack measures as a whole. `reading`: of all pages of a language together; languages
/// without an accepted measure, or with too few words, are not in it.
struct Measures {
    struct Reading {
        std::string name;  ///< "Flesch-Kincaid"
        double value = 0;
        bool higher_is_easier = false;
    };
    std::map<std::string, Reading> reading;
    int benefit_words = 0, limit_words = 0;  ///< in the pack's first language; see weight.h
};

Measures measures_of(const Subject& subject);

}  // namespace candor::pack
