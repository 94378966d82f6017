#pragma once
#include <optional>

#include "screening/proof/answer_space.h"

namespace candor::screening {

/// The most questions that one person can be asked: enabled together, and shown. Empty where the
/// bounds of the diagram or of the search are not enough.
std::optional<int> longest_path(AnswerSpace& space);

}  // namespace candor::screening
