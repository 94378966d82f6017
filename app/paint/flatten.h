#pragma once
#include "base/geometry.h"
#include "paint/draw_item.h"
#include "text/glyph_atlas.h"

struct ImDrawData;

namespace candor::paint {

class ImageStore;

/// Turns ImGui draw data into items in target pixels, clipped and culled to `width` × `height`;
/// images that are not ready, and whatever cannot be seen, are left out. Positions are rounded to
/// whole pixels. The frame's textures point into `atlas`, `images` and `painted` (kPainted; none
/// where its width is 0).
void flatten(const ImDrawData& data, const text::GlyphAtlas& atlas, ImageStore& images, int width,
             int height, DrawFrame& frame, const Texture& painted = {});

}  // namespace candor::paint
