#pragma once
#include <vector>

#include "screening/model/answer_tree.h"
#include "screening/model/evaluate.h"

namespace candor::screening {

/// evaluate(), over a resolved tree: every repetition's answers count.
Outcome outcome_of(const AnswerTree& tree, const Guidance& guidance);

/// score(), over a resolved tree: every repetition's answers count.
std::optional<double> score_of(const AnswerTree& tree);

/// Places of items that are missing in any of their occurrences, in document order; see missing().
std::vector<int> missing_places(const AnswerTree& tree);

}  // namespace candor::screening
