#pragma once
#include "screening/model/evaluate.h"
#include "screens/frame/state.h"

namespace candor::screens {

/// What the buttons are to follow. Neither of them needs a question to be answered.

/// Whether to offer this person to be called: requests can be stored, and no finding is against it
/// (that of a child, say).
bool offers_a_call(const State& state);

/// A doctor comes before the clinic: a red flag, or somebody whom the clinic cannot call.
bool doctor_first(const screening::Outcome& outcome);

/// Something stands there that weighs more than hope: no sign of "all is well" beside it.
bool needs_care(const screening::Outcome& outcome);

}  // namespace candor::screens
