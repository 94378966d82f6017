#pragma once
#include <vector>

#include "screening/model/questionnaire.h"
#include "screening/reading/reading.h"

namespace candor::screening {

/// Findings about what one question offers; options[i] was read from nodes[i]. Options that equal()
/// takes for one answer are errors, and so is one that Response would not keep: whoever touched it
/// would have given another answer, or none. Different ones with the same words are warnings.
/// `what` names one of them: "answer", or "unit".
void check_told_apart(const std::vector<AnswerOption>& options,
                      const std::vector<const Node*>& nodes, Reading& reading,
                      const std::string& what = "answer");

}  // namespace candor::screening
