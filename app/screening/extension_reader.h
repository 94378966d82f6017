#pragma once
#include "screening/questionnaire.h"
#include "screening/reading.h"

namespace candor::screening {

/// The extensions of an item and of an answerOption that SUPPORT.md names. Those that would change
/// what is asked are refused; the others are ignored with a finding.
void read_item_extensions(const Node& node, Item& item, Reading& reading);
void read_option_extensions(const Node& node, AnswerOption& option, Reading& reading);

}  // namespace candor::screening
