#pragma once
#include "screening/model/questionnaire.h"
#include "screening/reading/reading.h"

namespace candor::screening {

/// What can be seen of one item alone: R4's que-* rules, and rules for answers that cannot go with
/// its type. What leaves a doubt about the meaning is an error; what does not is a warning, and the
/// item is put right.
void check_item(const Node& node, Item& item, Reading& reading);

/// Do answers of its type have an order?
bool can_have_limits(const Item& item);
/// Can it be the least or greatest answer of such a question?
bool can_be_limit(const Item& item, const Value& limit);

}  // namespace candor::screening
