#pragma once
#include <string_view>

#include "base/result.h"
#include "paint/decoding/canvas.h"

namespace candor::paint {

/// Whether the bytes begin as XML does.
bool looks_like_svg(std::string_view bytes);
/// Draws an SVG document with librsvg, with its safety limits and without any other file: one with
/// words in it is unsupported.
base::Result<void> draw_svg(std::string_view bytes, const ImageRequest& request, cairo_t* canvas);

}  // namespace candor::paint
