#pragma once
#include "screening/reading/item_reader.h"

namespace candor::screening {

/// What can only be seen of all items together: linkIds that stand twice, conditions on questions
/// that are not there or cannot answer so, circles of conditions.
void check_questionnaire(const Questionnaire& questionnaire, const ItemReader& read,
                         Reading& reading);

}  // namespace candor::screening
