#pragma once
#include "base/geometry.h"

namespace candor::paint {

/// `from` at the smaller size of `to`, each pixel the mean of those that it covers.
void shrink(base::PixelView from, base::PixelView to);

}  // namespace candor::paint
