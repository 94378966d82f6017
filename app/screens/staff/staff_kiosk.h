#pragma once
#include "screens/frame/intent.h"
#include "screens/frame/page_frame.h"

namespace candor::screens {

/// What staff read of the kiosk itself: whether it takes requests and what they are sealed to, what
/// was set aside, its clock, wrong codes. Gives its height.
float kiosk_part(const State& state, ui::Ui& ui, Intents& intents, const Column& column, float y);

}  // namespace candor::screens
