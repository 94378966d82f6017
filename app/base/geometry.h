#pragma once
#include <algorithm>
#include <cstdint>

namespace candor::base {

/// Pixels, y down.
struct Point {
    float x = 0, y = 0;

    bool operator==(const Point&) const = default;
};
struct Size {
    float w = 0, h = 0;
};
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;
    float right() const { return x + w; }
    float bottom() const { return y + h; }
    bool contains(Point p) const { return p.x >= x && p.x < x + w && p.y >= y && p.y < y + h; }
    bool intersects(const Rect& o) const {
        return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
    }
    /// Of size 0 where they do not meet.
    Rect intersection(const Rect& o) const {
        const float left = std::max(x, o.x), top = std::max(y, o.y);
        return {left, top, std::max(0.0F, std::min(right(), o.right()) - left),
                std::max(0.0F, std::min(bottom(), o.bottom()) - top)};
    }
    Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    bool operator==(const Rect&) const = default;
};
/// Whole pixels: x, y inclusive, w, h counts.
struct IntRect {
    int x = 0, y = 0, w = 0, h = 0;
    bool operator==(const IntRect&) const = default;
};
inline bool is_empty(const IntRect& r) { return r.w <= 0 || r.h <= 0; }
/// Empty where they do not meet; then its size may be below 0.
inline IntRect intersection(const IntRect& a, const IntRect& b) {
    const int x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::min(a.x + a.w, b.x + b.w) - x, std::min(a.y + a.h, b.y + b.h) - y};
}

/// Straight (not premultiplied) 8-bit colour.
struct Rgba {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    bool operator==(const Rgba&) const = default;
};

/// Somebody else's pixels, native-endian 0xXXRRGGBB (x8r8g8b8), top row first. `stride_px` counts
/// pixels from a row to the next. Valid as long as its owner says.
struct PixelView {
    std::uint32_t* pixels = nullptr;
    int width = 0, height = 0, stride_px = 0;
};

}  // namespace candor::base
