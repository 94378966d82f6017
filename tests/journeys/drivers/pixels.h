#pragma once
#include <cstdint>
#include <vector>

#include "base/geometry.h"

namespace candor::journeys {

inline std::vector<std::uint32_t> pixels_in(base::PixelView view, const base::Rect& rect) {
    std::vector<std::uint32_t> out;
    for (int y = static_cast<int>(rect.y); y < static_cast<int>(rect.bottom()); ++y) {
        const std::uint32_t* row = view.pixels + y * view.stride_px;
        out.insert(out.end(), row + static_cast<int>(rect.x), row + static_cast<int>(rect.right()));
    }
    return out;
}

}  // namespace candor::journeys
