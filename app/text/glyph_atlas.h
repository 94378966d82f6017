#pragma once
#include <cmath>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/geometry.h"
#include "text/fonts.h"

namespace candor::text {

/// A pen position as whole pixels and the quarter that GlyphAtlas::glyph wants.
struct SnappedX {
    int px = 0, quarter = 0;
};
inline SnappedX snap_x(float x) {
    const int quarters = static_cast<int>(std::floor(x * 4 + 0.5F));
    return {quarters >> 2, quarters & 3};
}

/// Where a glyph or mask lies in the atlas.
struct AtlasEntry {
    int page = 0;
    int x = 0, y = 0, w = 0, h = 0;  ///< pixels in the page
    int left = 0, top = 0;           ///< from the whole-pixel pen position to the top left
    bool colour = false;             ///< the page holds premultiplied ARGB, not coverage
};

/// A page's pixels. `version` changes whenever any of them do; `stride` counts bytes for coverage
/// pages and pixels for colour pages. Rows are 4-byte aligned, as pixman wants.
struct AtlasPage {
    int width = 0, height = 0, stride = 0;
    const std::uint8_t* coverage = nullptr;
    const std::uint32_t* argb = nullptr;
    std::uint64_t version = 0;
};

struct AtlasLimits {
    int page_px = 512;   ///< a page's width and height, unless what lies in it is larger
    int max_pages = 16;  ///< then the pages least recently used give way; one frame may need more
};

/// Caches rasterised glyphs and masks in pages, growing page by page and then evicting the page
/// that was used longest ago. An entry returned since the last begin_frame() is never evicted;
/// earlier ones may be: look up again each frame. `fonts` must outlive it. One thread.
class GlyphAtlas {
  public:
    explicit GlyphAtlas(Fonts& fonts, AtlasLimits limits = {});
    ~GlyphAtlas();

    void begin_frame();
    /// nullptr for blanks, and (once logged) where nothing more fits into this frame: four times
    /// `max_pages`.
    const AtlasEntry* glyph(FontId font, std::uint32_t index, int quarter);
    /// A mask drawn by the caller (nine-slice corner, shadow); `key` is the caller's own.
    const AtlasEntry* find_mask(std::uint64_t key);
    /// `coverage` holds w * h bytes. nullptr when it is wider or higher than kMaxSidePx.
    const AtlasEntry* add_mask(std::uint64_t key, int w, int h,
                               std::span<const std::uint8_t> coverage);
    std::span<const AtlasPage> pages() const;
    /// Counts evictions since creation; the renderer repaints everything when it changes.
    std::uint64_t evictions() const;

    static constexpr int kMaxSidePx = 2048;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace candor::text
