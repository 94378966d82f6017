#include "platform/rotation.h"

#include <algorithm>
#include <cstddef>

namespace candor::platform {
namespace {

/// The picture as seen from the glass: where glass pixel 0, 0 comes from, and how far apart
/// neighbours on the glass are in the picture's memory.
struct Walk {
    const std::uint32_t* origin;
    std::ptrdiff_t step_x, step_y;
};

Walk walk_of(base::PixelView picture, Rotation rotation) {
    const std::ptrdiff_t row = picture.stride_px;
    const std::uint32_t* first = picture.pixels;
    const std::uint32_t* last_row = first + (picture.height - 1) * row;
    switch (rotation) {
        case Rotation::none:
            return {first, 1, row};
        case Rotation::clockwise_90:
            return {last_row, -row, 1};
        case Rotation::half:
            return {last_row + picture.width - 1, -1, -row};
        case Rotation::clockwise_270:
            return {first + picture.width - 1, row, -1};
    }
    return {first, 1, row};
}

void copy_block(const Walk& walk, base::IntRect block, base::PixelView glass) {
    for (int y = block.y; y < block.y + block.h; ++y) {
        const std::uint32_t* from = walk.origin + block.x * walk.step_x + y * walk.step_y;
        std::uint32_t* to =
            glass.pixels + static_cast<std::ptrdiff_t>(y) * glass.stride_px + block.x;
        for (int x = 0; x < block.w; ++x, from += walk.step_x) to[x] = *from;
    }
}

}  // namespace

Extent turned(Extent extent, Rotation rotation) {
    const bool quarter = rotation == Rotation::clockwise_90 || rotation == Rotation::clockwise_270;
    return quarter ? Extent{extent.height, extent.width} : extent;
}

base::Point to_picture(base::Point on_glass, Extent glass, Rotation rotation) {
    const float right = static_cast<float>(glass.width - 1) - on_glass.x;
    const float below = static_cast<float>(glass.height - 1) - on_glass.y;
    switch (rotation) {
        case Rotation::none:
            return on_glass;
        case Rotation::clockwise_90:
            return {on_glass.y, right};
        case Rotation::half:
            return {right, below};
        case Rotation::clockwise_270:
            return {below, on_glass.x};
    }
    return on_glass;
}

base::IntRect to_glass(base::IntRect in_picture, Extent picture, Rotation rotation) {
    const auto& r = in_picture;
    const int right = picture.width - r.x - r.w;
    const int below = picture.height - r.y - r.h;
    switch (rotation) {
        case Rotation::none:
            return r;
        case Rotation::clockwise_90:
            return {below, r.x, r.h, r.w};
        case Rotation::half:
            return {right, below, r.w, r.h};
        case Rotation::clockwise_270:
            return {r.y, right, r.h, r.w};
    }
    return r;
}

base::IntRect clipped(base::IntRect rect, Extent extent) {
    const int left = std::clamp(rect.x, 0, extent.width);
    const int top = std::clamp(rect.y, 0, extent.height);
    const int right = std::clamp(rect.x + rect.w, left, extent.width);
    const int bottom = std::clamp(rect.y + rect.h, top, extent.height);
    return {left, top, right - left, bottom - top};
}

void copy_turned(base::PixelView picture, base::IntRect rect, base::PixelView glass,
                 Rotation rotation) {
    // A quarter turn reads down columns; blocks keep those lines in the nearest cache.
    constexpr int kBlock = 32;
    const Walk walk = walk_of(picture, rotation);
    const base::IntRect to = to_glass(rect, {picture.width, picture.height}, rotation);
    for (int y = to.y; y < to.y + to.h; y += kBlock) {
        for (int x = to.x; x < to.x + to.w; x += kBlock) {
            copy_block(walk,
                       {x, y, std::min(kBlock, to.x + to.w - x), std::min(kBlock, to.y + to.h - y)},
                       glass);
        }
    }
}

}  // namespace candor::platform
