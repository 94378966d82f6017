#pragma once
#include <vector>

#include "paint/draw_item.h"

namespace candor::paint {

/// Cuts off what opaque rectangles drawn soon after hide (a card hides nearly all of its shadow),
/// where a rectangle remains, and drops what is hidden whole.
void drop_hidden(std::vector<DrawItem>& items);

}  // namespace candor::paint
