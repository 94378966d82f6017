#pragma once
#include <pango/pangocairo.h>

#include <cstdint>
#include <string>

#include "text/fonts.h"

namespace candor::text {

/// Fonts::rasterise for one of Pango's fonts. Glyphs that no font has (PANGO_GLYPH_UNKNOWN_FLAG)
/// become boxes with their code point in hexadecimal.
GlyphBitmap rasterise(PangoFont* font, std::uint32_t glyph, int quarter);

}  // namespace candor::text
