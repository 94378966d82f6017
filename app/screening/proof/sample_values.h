#pragma once
#include <vector>

#include "screening/model/questionnaire.h"

namespace candor::screening {

struct Samples {
    std::vector<Value> values;
    bool complete = true;      ///< false: answers of this type are not known well enough
    bool needs_other = false;  ///< texts: one that equals no boundary must be among those that fit
};

/// Values of which every way to stand to all `boundaries` at once has one: the options, the
/// boundaries, the nearest on either side, what lies between two, and others. Some may not fit the
/// question; problems() knows.
Samples sample_values(const Item& question, const std::vector<Value>& boundaries);

}  // namespace candor::screening
