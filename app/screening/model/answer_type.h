#pragma once
#include "screening/model/questionnaire.h"

namespace candor::screening {

/// choice and open-choice: answered with what is offered.
bool is_choice(const Item& item);
/// Is the answer of a type that R4 gives to this type of question? A choice takes whatever an
/// answerOption may hold.
bool fits_type(ItemType type, const Value& value);
/// May a condition wait for such an answer of this question? Numbers of both types meet, and a text
/// waits for an uri, since R4 has no answerUri.
bool can_meet(ItemType type, const Value& answer);
/// Is it one of the question's options?
bool is_option(const Item& item, const Value& value);

}  // namespace candor::screening
