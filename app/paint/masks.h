#pragma once
#include <cstdint>

#include "text/glyph_atlas.h"

namespace candor::paint {

/// A coverage mask in the atlas that is stretched between its borders: corners are drawn 1:1, the
/// edges and the middle from the one row and column of texels that lie between the borders. Drawn
/// over the box grown by `outset` on every side. `entry.w` is 0 when the atlas has no room.
/// The entry is good until the atlas's next begin_frame(): ask anew each frame (it is cached).
struct NineSlice {
    text::AtlasEntry entry;
    int left = 0, top = 0, right = 0, bottom = 0;  ///< border widths, px in mask and on screen
    int outset = 0;                                ///< px by which it reaches beyond the box
};

/// A filled rounded rectangle. The box must be at least 2 * radius_px + 1 wide and high.
NineSlice rounded(text::GlyphAtlas& atlas, int radius_px);
/// The outline of one, `thickness_px` wide, inside the box; its middle is empty.
NineSlice ring(text::GlyphAtlas& atlas, int radius_px, int thickness_px);
/// The soft shadow of one, as CSS box-shadow blurs it (sigma is half of `blur_px`). The box must be
/// at least 2 * (radius_px + blur_px) + 1 wide and high.
NineSlice shadow(text::GlyphAtlas& atlas, int radius_px, int blur_px);

/// How many were made in this program's life, and not found in an atlas: a frame like the last one
/// makes none.
std::uint64_t masks_made();

/// A filled circle, drawn 1:1. `w` is 0 when the atlas has no room.
text::AtlasEntry circle(text::GlyphAtlas& atlas, int diameter_px);
/// A column of one texel that fades from nothing (top) to full (bottom) or the other way round;
/// stretched to any width it lets content run out softly under a header or a footer.
enum class FadeTo { top, bottom };
text::AtlasEntry fade(text::GlyphAtlas& atlas, int height_px, FadeTo empty_at);

}  // namespace candor::paint
