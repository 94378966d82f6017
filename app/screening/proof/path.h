#pragma once
#include "screening/proof/answer_space.h"
#include "screening/proof/proof.h"

namespace candor::screening {

/// The path of a case: what is decided there, asked in the order in which the questions come up,
/// and nothing that they leave open.
Path path_of(AnswerSpace& space, const std::vector<std::pair<int, bool>>& decided);

}  // namespace candor::screening
