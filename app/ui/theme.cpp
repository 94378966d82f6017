#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace candor::ui {

Theme::Theme(int width_px, int height_px, TextSize text_size, float scale, Contrast contrast,
             const Palette* own)
    : width_(width_px),
      height_(height_px),
      text_size_(text_size),
      palette_(own != nullptr && contrast == Contrast::standard ? own : &Palette::of(contrast)) {
    const float shorter = static_cast<float>(std::min(width_px, height_px));
    const float longer = static_cast<float>(std::max(width_px, height_px));
    // A squarish display gets the scale of the panel that fits into it.
    scale_ = landscape() ? std::min(shorter / 1180.0F, longer / 1920.0F * 0.92F)
                         : std::min(shorter / 1080.0F, longer / 1500.0F);
    if (scale > 0) scale_ = scale;
    text_factor_ = text_size == TextSize::normal  ? 1.0F
                   : text_size == TextSize::large ? 1.18F
                                                  : 1.4F;
}

float Theme::px(float units) const { return std::round(units * scale_); }

float Theme::type(float units) const {
    // Headlines need to grow less than running text to be just as readable.
    const float factor = units > 60 ? 1.0F + (text_factor_ - 1.0F) * 0.5F : text_factor_;
    return std::round(units * scale_ * factor * 2.0F) / 2.0F;
}

}  // namespace candor::ui
