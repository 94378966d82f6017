#include "text/shelves.h"

#include <algorithm>

namespace candor::text {

bool Shelves::add(int w, int h, Place& place) {
    // Rows come in steps, so that glyphs of nearly one height share them.
    constexpr int kStep = 4;
    const int height = (h + 1 + kStep - 1) / kStep * kStep;
    Shelf* best = nullptr;
    for (Shelf& shelf : shelves_) {
        const bool fits = shelf.height > h && shelf.used + w <= size_;
        if (fits && (best == nullptr || shelf.height < best->height)) best = &shelf;
    }
    const int bottom = shelves_.empty() ? 0 : shelves_.back().y + shelves_.back().height;
    const bool has_room = w <= size_ && bottom + h <= size_;
    if (has_room && (best == nullptr || best->height > height + height / 2)) {
        // The last row ends with the square, however high its step would be.
        shelves_.push_back({bottom, std::min(height, size_ - bottom), 0});
        best = &shelves_.back();
    }
    if (best == nullptr) return false;
    place = {best->used, best->y};
    best->used += w + 1;
    return true;
}

}  // namespace candor::text
