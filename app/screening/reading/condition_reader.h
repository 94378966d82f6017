#pragma once
#include <vector>

#include "screening/model/questionnaire.h"
#include "screening/reading/reading.h"

namespace candor::screening {

struct Conditions {
    std::vector<EnableWhen> list;
    Behavior behavior = Behavior::all;
    std::vector<int> lines;  ///< of each condition
};

/// Reads enableWhen and enableBehavior of an item or a guidance finding, with R4's rules que-7
/// (only "exists" takes a boolean for itself) and que-12 (two conditions need a behaviour).
Conditions read_conditions(const Node& holder, Reading& reading);

/// Would the condition ever make sense of this question's answers? Unknown questions, operators
/// that the type has no order for, answers of another type: errors.
void check_condition(const EnableWhen& condition, const Item* question, int line,
                     base::Severity not_an_option, Reading& reading);

}  // namespace candor::screening
