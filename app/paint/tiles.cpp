#include "paint/tiles.h"

#include "paint/hash.h"

namespace candor::paint {

base::IntRect Tiles::area(int tile) const {
    const int x = tile % columns_ * kWidth, y = tile / columns_ * kHeight;
    return {x, y, std::min(kWidth, width_ - x), std::min(kHeight, height_ - y)};
}

void Tiles::compute(const std::vector<DrawItem>& items, int width, int height, int dx, int dy) {
    width_ = width, height_ = height;
    columns_ = (width + kWidth - 1) / kWidth, rows_ = (height + kHeight - 1) / kHeight;
    cells_.assign(std::size_t(count()), Cell{0, 0, false});
    for (std::size_t i = 0; i < items.size(); ++i) {
        base::IntRect box = items[i].box;
        box.x += dx, box.y += dy;
        DrawItem const& item = items[i];
        if (dx == 0 && dy == 0) {
            add(item, box, std::uint32_t(i));
            continue;
        }
        const base::IntRect seen = intersection(box, {0, 0, width, height});
        if (is_empty(seen)) continue;
        DrawItem moved = item;
        if (moved.kind != Kind::solid) {
            if (!moved.stretch_x) moved.u += seen.x - box.x;
            if (!moved.stretch_y) moved.v += seen.y - box.y;
        }
        add(moved, seen, std::uint32_t(i));
    }
}

void Tiles::add(const DrawItem& item, base::IntRect box, std::uint32_t index) {
    const int right = box.x + box.w, bottom = box.y + box.h;
    const int walk_u = item.kind != Kind::solid && !item.stretch_x;
    const int walk_v = item.kind != Kind::solid && !item.stretch_y;
    for (int row = box.y / kHeight; row <= (bottom - 1) / kHeight; ++row) {
        const int top = row * kHeight, y0 = std::max(box.y, top);
        const int y1 = std::min(bottom, top + kHeight);
        const bool tall = y0 == top && y1 == std::min(top + kHeight, height_);
        for (int column = box.x / kWidth; column <= (right - 1) / kWidth; ++column) {
            const int left = column * kWidth, x0 = std::max(box.x, left);
            const int x1 = std::min(right, left + kWidth);
            Cell& cell = cells_[std::size_t(row * columns_ + column)];
            if (item.opaque && tall && x0 == left && x1 == std::min(left + kWidth, width_))
                cell = {0, index, true};
            const auto place = static_cast<std::uint64_t>(x0 - left) |
                               static_cast<std::uint64_t>(y0 - top) << 16 |
                               static_cast<std::uint64_t>(x1 - left) << 32 |
                               static_cast<std::uint64_t>(y1 - top) << 48;
            const auto source =
                pack(item.u + walk_u * (x0 - box.x), item.v + walk_v * (y0 - box.y));
            cell.hash = mix(cell.hash, item.content + mix(place, source));
        }
    }
}

}  // namespace candor::paint
