#pragma once
#include <algorithm>
#include <cmath>

namespace candor::text {

/// What Pango's whole numbers of 1/1024 px can take, whatever a pack asks for.
constexpr float kLargestSizePx = 500;
constexpr float kLargestBoxPx = 4000;
constexpr float kWidestPx = 1'000'000;

inline float within(float value, float low, float high) {
    return std::isnan(value) ? low : std::clamp(value, low, high);
}

}  // namespace candor::text
