#pragma once
#include <string_view>

#include "base/result.h"
#include "picture/decoding/canvas.h"

namespace candor::picture {

inline constexpr int kMaxSourceSide = 32767;  ///< pixels, of a cairo surface

/// Whether the bytes begin as PNG or JPEG files do.
bool looks_like_raster(std::string_view bytes);
/// Decodes with stb_image (only after its size was checked) and draws it scaled, filtered well.
base::Result<void> draw_raster(std::string_view bytes, const ImageRequest& request,
                               const ImageLimits& limits, cairo_t* canvas);

}  // namespace candor::picture
