#pragma once
#include <string_view>

#include "base/geometry.h"

namespace candor::ui {

/// The palette of the visual direction; every text pair is 4.5:1 or more, every shape 3:1.
namespace colour {
constexpr base::Rgba kPaper{247, 244, 238, 255};
constexpr base::Rgba kCard{255, 255, 255, 255};
constexpr base::Rgba kInk{29, 43, 46, 255};
constexpr base::Rgba kSoftInk{85, 102, 106, 255};
constexpr base::Rgba kDisabledInk{74, 90, 94, 255};
constexpr base::Rgba kLine{220, 216, 206, 255};
constexpr base::Rgba kField{178, 189, 189, 255};
constexpr base::Rgba kTeal{14, 94, 91, 255};
constexpr base::Rgba kDeepTeal{10, 70, 68, 255};
constexpr base::Rgba kMint{221, 239, 234, 255};
constexpr base::Rgba kSun{255, 241, 204, 255};
constexpr base::Rgba kSky{227, 238, 247, 255};
constexpr base::Rgba kPeach{251, 230, 220, 255};
constexpr base::Rgba kPlum{239, 230, 241, 255};
constexpr base::Rgba kCoral{200, 80, 47, 255};
constexpr base::Rgba kAmber{220, 162, 40, 255};
constexpr base::Rgba kBrown{143, 84, 8, 255};
constexpr base::Rgba kBlue{31, 92, 142, 255};
constexpr base::Rgba kOnTeal{255, 255, 255, 255};
constexpr base::Rgba kSoftOnTeal{214, 232, 228, 255};
constexpr base::Rgba kKeyboard{231, 235, 233, 255};
constexpr base::Rgba kKeyDim{217, 225, 223, 255};
}  // namespace colour

/// The ground that a pack or a column asks for by name (mint, sun, sky, peach, plum); else mint.
base::Rgba tint_of(std::string_view name);
/// The colour at `share` of the way from `from` to `to`.
base::Rgba mix(base::Rgba from, base::Rgba to, float share);

enum class TextSize { normal, large, largest };

/// Sizes for one display: designs are in units of the 1080 px wide panel (visual.md). Everything
/// scales with the display's shorter side; type also with the reader's text size.
class Theme {
  public:
    /// `scale` in pixels a unit; 0: by the display's size.
    Theme(int width_px, int height_px, TextSize text_size, float scale = 0);

    int width() const { return width_; }
    int height() const { return height_; }
    bool landscape() const { return width_ > height_; }
    TextSize text_size() const { return text_size_; }
    /// Design units to whole pixels.
    float px(float units) const;
    /// A type size in pixels, with the reader's text size.
    float type(float units) const;
    float text_factor() const { return text_factor_; }

  private:
    int width_, height_;
    TextSize text_size_;
    float scale_, text_factor_;
};

}  // namespace candor::ui
