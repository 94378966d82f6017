#pragma once
#include "screening/model/questionnaire.h"
#include "screening/reading/node.h"
#include "screening/reading/reading.h"

namespace candor::screening {

/// What can be asked and may not be meant: a fixed value in place of one that another program would
/// put there, a total that patients are to add up.
void advise_author(const Node& node, const Item& item, Reading& reading);

}  // namespace candor::screening
