#pragma once
#include <filesystem>
#include <memory>

#include "base/result.h"
#include "text/paragraph.h"

namespace candor::text {

/// One glyph as pixels: 8-bit coverage, or premultiplied ARGB for colour glyphs (emoji).
struct GlyphBitmap {
    int width = 0, height = 0;
    int left = 0, top = 0;  ///< from the whole-pixel pen position to the top left, y down
    bool colour = false;
    std::vector<std::uint8_t> coverage;  ///< width * height
    std::vector<std::uint32_t> argb;     ///< width * height
};

/// The private font set: Inter, Noto Naskh Arabic, Noto Sans, Noto Color Emoji and nothing else of
/// the system's. Owns fontconfig's and Pango's objects, and makes its set fontconfig's current
/// configuration for the process, so that no library scans the system. One thread at a
/// time.
class Fonts {
  public:
    /// Faults: not_found names the first font that is missing and the Debian package that has it.
    static base::Result<std::unique_ptr<Fonts>> create(
        const std::filesystem::path& root = "/usr/share/fonts");
    ~Fonts();

    /// Rasterises at a quarter-pixel x offset (`quarter` 0..3). Empty for blanks.
    GlyphBitmap rasterise(FontId font, std::uint32_t glyph, int quarter) const;
    float size_px(FontId font) const;

    struct Impl;
    Impl& impl() { return *impl_; }  ///< for Shaper

  private:
    explicit Fonts(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace candor::text
