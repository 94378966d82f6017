#pragma once
#include <string_view>

#include "base/result.h"
#include "picture/facts.h"
#include "picture/request.h"

namespace candor::picture {

/// Draws a picture as the kiosk would, and tells what it is. A raster past the limit of pixels is
/// only looked at, and has its sign set. Faults: those of decode().
base::Result<Facts> look(std::string_view bytes, const ImageLimits& limits);

}  // namespace candor::picture
