#pragma once
#include <memory>
#include <vector>

#include "base/geometry.h"
#include "text/glyph_atlas.h"

struct ImDrawData;

namespace candor::paint {

class ImageStore;

enum class Repaint { damage, everything };

/// What the last frame cost, in tiles: for tests and benchmarks.
struct RenderStats {
    int repainted = 0;  ///< composited anew
    int moved = 0;      ///< copied from where they stood in the last frame
};

/// Composites ImGui draw data into pixels with pixman. Quads that are axis-aligned (two triangles
/// of four vertices, as ImDrawList::PrimRectUV writes them) are composited directly; any other
/// triangle goes through pixman's triangles, in the mean colour of its corners and without texture.
/// UVs are in pixels of the page or image divided by its size. One thread; `atlas` and `images`
/// must outlive it.
class Renderer {
  public:
    Renderer(const text::GlyphAtlas& atlas, ImageStore& images);
    ~Renderer();

    /// Repaints the tiles whose quads differ from the last frame's, clipped to them, and returns
    /// what it changed as few rectangles in `target`'s pixels (none: nothing changed). Tiles whose
    /// picture only moved by whole pixels, as in scrolling, are copied instead. The target
    /// must still hold the last frame unless `everything` is asked for. A target of another size
    /// than last time is repainted whole.
    std::vector<base::IntRect> render(const ImDrawData& data, base::PixelView target,
                                      Repaint repaint);
    /// A picture that the program paints itself, drawn with painted_texture(): a copy is kept, in
    /// place of the one before.
    void show(base::PixelView picture);
    RenderStats stats() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace candor::paint
