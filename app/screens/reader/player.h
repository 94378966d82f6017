#pragma once
#include "screens/frame/drawing.h"

namespace candor::screens {

/// What is needed while a page is read aloud; nothing while none is.
float player_height(const Drawing& at);
/// Draws it so that it ends at y `bottom`.
void draw_player(const Drawing& at, float bottom);

}  // namespace candor::screens
