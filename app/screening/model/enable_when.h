#pragma once
#include <algorithm>
#include <span>
#include <vector>

#include "screening/model/questionnaire.h"

namespace candor::screening {

/// The answers that count of one question, a span for each of its occurrences.
using Answers = std::span<const std::span<const Value>>;

/// R4's operators: "=" and the orderings hold if any answer matches, "!=" if no answer is equal (so
/// it holds unanswered), "exists" if there being an answer is as the condition says.
bool holds(const EnableWhen& condition, Answers answers);

/// enableBehavior over conditions that `is_true` decides; without conditions: true.
template <typename IsTrue>
bool holds_together(const std::vector<EnableWhen>& conditions, Behavior behavior, IsTrue is_true) {
    if (conditions.empty()) return true;
    return behavior == Behavior::all ? std::all_of(conditions.begin(), conditions.end(), is_true)
                                     : std::any_of(conditions.begin(), conditions.end(), is_true);
}

/// >, <, >= and <=.
bool is_ordering(Operator op);
/// "exists", "=", "!=", ">", "<", ">=", "<=".
const char* name_of(Operator op);

}  // namespace candor::screening
