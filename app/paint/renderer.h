#pragma once
#include <memory>
#include <vector>

#include "base/geometry.h"
#include "text/glyph_atlas.h"

struct ImDrawData;

namespace candor::paint {

class ImageStore;

enum class Repaint { damage, everything };

/// Composites ImGui draw data into pixels with pixman. Quads that are axis-aligned (two triangles of
/// four vertices, as ImDrawList::PrimRectUV writes them) are composited directly; any other triangle
/// goes through pixman's triangles. UVs are in pixels of the page or image divided by its size.
/// One thread; `atlas` and `images` must outlive it.
class Renderer {
  public:
    Renderer(const text::GlyphAtlas& atlas, ImageStore& images);
    ~Renderer();

    /// Repaints the tiles whose quads differ from the last frame's, clipped to them, and returns
    /// what it repainted as few rectangles in `target`'s pixels (none: nothing changed). The target
    /// must still hold the last frame unless `everything` is asked for. A target of another size
    /// than last time is repainted whole.
    std::vector<base::IntRect> render(const ImDrawData& data, base::PixelView target,
                                      Repaint repaint);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace candor::paint
