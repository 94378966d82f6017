#pragma once
#include <string_view>

#include "base/result.h"
#include "picture/decoding/canvas.h"

namespace candor::picture {

/// Whether the bytes begin as XML does.
bool looks_like_svg(std::string_view bytes);
/// Draws an SVG document with librsvg, with its safety limits, without any other file and without
/// its words.
base::Result<void> draw_svg(std::string_view bytes, const ImageRequest& request, cairo_t* canvas);
/// Of its own, in CSS pixels; nothing where it has none or is none.
base::Size size_of_svg(std::string_view bytes);

}  // namespace candor::picture
