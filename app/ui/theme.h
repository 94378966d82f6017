#pragma once
#include "ui/palette.h"

namespace candor::ui {

enum class TextSize { normal, large, largest };

/// Sizes and colours for one display: designs are in units of the 1080 px wide panel (visual.md).
/// Everything scales with the display's shorter side; type also with the reader's text size.
class Theme {
  public:
    /// `scale` in pixels a unit; 0: by the display's size. `own`: in place of the standard colours;
    /// it outlives the theme.
    Theme(int width_px, int height_px, TextSize text_size, float scale = 0,
          Contrast contrast = Contrast::standard, const Palette* own = nullptr);

    int width() const { return width_; }
    int height() const { return height_; }
    bool landscape() const { return width_ > height_; }
    TextSize text_size() const { return text_size_; }
    const Palette& palette() const { return *palette_; }
    /// Design units to whole pixels.
    float px(float units) const;
    /// A type size in pixels, with the reader's text size.
    float type(float units) const;
    float text_factor() const { return text_factor_; }

  private:
    int width_, height_;
    TextSize text_size_;
    const Palette* palette_;
    float scale_, text_factor_;
};

}  // namespace candor::ui
