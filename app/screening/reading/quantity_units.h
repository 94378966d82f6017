#pragma once
#include "screening/model/questionnaire.h"
#include "screening/reading/item_reader.h"
#include "screening/reading/reading.h"

namespace candor::screening {

/// A unit by its words: `display` in all its languages, else its code's print form.
Unit unit_of(Coding coding, const base::Localized& display);

/// Gives the quantities that have no unit to answer in the one that their conditions, limits and
/// initial values name, with a warning; another one where there is none, or several: a bare number
/// is not compared with them.
void take_units(Questionnaire& questionnaire, const ItemReader& read, Reading& reading);

}  // namespace candor::screening
