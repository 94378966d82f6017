#pragma once
#include "screens/frame/page_frame.h"
#include "screens/frame/state.h"

namespace candor::screens {

/// What staff read of the kiosk itself: whether it takes requests and what they are sealed to, what
/// was set aside, its clock, wrong codes.
void draw_kiosk_part(const Drawing& at, ui::Flow& flow);

}  // namespace candor::screens
