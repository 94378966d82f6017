#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace candor::ui {
namespace {

/// What capitals of 0.7 degrees at 60 cm make of body text; no more than fits on a screen.
float largest_factor(float px_per_mm, float scale) {
    constexpr float kLeast = 1.6F, kMost = 2.1F, kBody = 38;
    constexpr float kCapitalMm = 7.33F, kCapitalOfSize = 0.727F;  // 2 · 600 mm · tan 0.35°; Inter
    const float wanted = kCapitalMm / kCapitalOfSize * px_per_mm / (kBody * scale);
    return std::clamp(wanted, kLeast, kMost);
}

float factor_of(TextSize size, float px_per_mm, float scale) {
    switch (size) {
        case TextSize::normal:
            return 1;
        case TextSize::large:
            return 1.18F;
        case TextSize::larger:
            return 1.4F;
        case TextSize::largest:
            return largest_factor(px_per_mm, scale);
    }
    return 1;
}

}  // namespace

Theme::Theme(const Display& display, TextSize text_size, Contrast contrast, const Palette* own)
    : width_(display.width_px),
      height_(display.height_px),
      landscape_(display.width_px > display.height_px),
      text_size_(text_size),
      palette_(own != nullptr && contrast == Contrast::standard ? own : &Palette::of(contrast)) {
    const float shorter = static_cast<float>(std::min(width_, height_));
    const float longer = static_cast<float>(std::max(width_, height_));
    // A squarish display gets the scale of the panel that fits into it.
    scale_ = landscape() ? std::min(shorter / 1180.0F, longer / 1920.0F * 0.92F)
                         : std::min(shorter / 1080.0F, longer / 1500.0F);
    if (display.scale > 0) scale_ = display.scale;
    text_factor_ = factor_of(text_size, display.px_per_mm, scale_);
}

void Theme::lower(float share) {
    height_ -= static_cast<int>(std::lround(static_cast<float>(height_) * share));
}

float Theme::px(float units) const { return std::round(units * scale_); }

float Theme::type(float units) const {
    // Headlines need to grow less than running text to be just as readable.
    const float factor = units > 60 ? 1.0F + (text_factor_ - 1.0F) * 0.5F : text_factor_;
    return std::round(units * scale_ * factor * 2.0F) / 2.0F;
}

}  // namespace candor::ui
