#pragma once
#include "screens/frame/drawing.h"

namespace candor::screens {

/// What the person takes home: a code to scan, how it is wanted, and the printer where there is
/// one.
void draw_take_home(const Drawing& at, ui::Flow& flow);
/// The same in short, on a card.
void draw_take_home_card(const Drawing& at, ui::Flow& flow);

}  // namespace candor::screens
