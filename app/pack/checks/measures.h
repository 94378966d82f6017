#pragma once
#include <map>
#include <string>

#include "pack/checks/reading_measure.h"
#include "pack/checks/weight.h"

namespace candor::pack {

struct Subject;

/// What a pack measures as a whole. `reading`: of all pages of a language together; languages
/// without an accepted measure, or with too few words, are not in it.
struct Measures {
    struct Reading {
        const ReadingMeasure* measure = nullptr;
        double value = 0;
    };
    std::map<std::string, Reading> reading;
    Weight weight;  ///< in the pack's first language
};

Measures measures_of(const Subject& subject);

}  // namespace candor::pack
