#pragma once
#include "ui/palette.h"

namespace candor::ui {

enum class TextSize { normal, large, larger, largest };

/// A display: its pixels, and how many of them make a design unit and a millimetre of its glass (0:
/// by its size; not known).
struct Display {
    int width_px = 0, height_px = 0;
    float scale = 0, px_per_mm = 0;
};

/// Sizes and colours for one display: designs are in units of the 1080 px wide panel (visual.md).
/// Everything scales with the display's shorter side; type also with the reader's text size, whose
/// largest has capitals of 0.7 degrees at 60 cm (EN 301 549, 5.1.4) where the glass's size is
/// known.
class Theme {
  public:
    /// `own`: in place of the standard colours; it outlives the theme.
    Theme(const Display& display, TextSize text_size, Contrast contrast = Contrast::standard,
          const Palette* own = nullptr);

    int width() const { return width_; }
    int height() const { return height_; }
    /// From here on the height is without that share of it; sizes stay as they are.
    void lower(float share);
    /// The display is wider than high.
    bool landscape() const { return landscape_; }
    TextSize text_size() const { return text_size_; }
    const Palette& palette() const { return *palette_; }
    /// `palette` stays alive while it is in force.
    void set_palette(const Palette& palette) { palette_ = &palette; }
    /// Design units to whole pixels.
    float px(float units) const;
    /// A type size in pixels, with the reader's text size.
    float type(float units) const;
    float text_factor() const { return text_factor_; }

  private:
    int width_, height_;
    bool landscape_;
    TextSize text_size_;
    const Palette* palette_;
    float scale_, text_factor_;
};

}  // namespace candor::ui
