#include "paint/damage.h"

#include <cstring>

namespace candor::paint {
namespace {

template <typename Wanted>
std::vector<TileRun> runs_where(const Tiles& tiles, Wanted&& wanted) {
    std::vector<TileRun> runs;
    for (int row = 0; row < tiles.rows(); ++row)
        for (int column = 0; column < tiles.columns(); ++column) {
            const int tile = row * tiles.columns() + column;
            if (!wanted(tile)) continue;
            const base::IntRect area = tiles.area(tile);
            if (column > 0 && wanted(tile - 1)) {
                runs.back().area.w += area.w;
                ++runs.back().tile_count;
            } else {
                runs.push_back({row, tile, 1, area});
            }
        }
    return runs;
}

base::IntRect united(const base::IntRect& a, const base::IntRect& b) {
    const int x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y};
}

int area_of(const base::IntRect& r) { return r.w * r.h; }

void unite_cheapest(std::vector<base::IntRect>& rects) {
    std::size_t best_a = 0, best_b = 1;
    int least = INT32_MAX;
    for (std::size_t a = 0; a < rects.size(); ++a)
        for (std::size_t b = a + 1; b < rects.size(); ++b) {
            const int cost =
                area_of(united(rects[a], rects[b])) - area_of(rects[a]) - area_of(rects[b]);
            if (cost < least) least = cost, best_a = a, best_b = b;
        }
    rects[best_a] = united(rects[best_a], rects[best_b]);
    rects.erase(rects.begin() + std::ptrdiff_t(best_b));
}

void move_run(const base::IntRect& row, int dx, int dy, const base::PixelView& target) {
    const auto at = [&](int x, int y) {
        return target.pixels + std::ptrdiff_t{y} * target.stride_px + x;
    };
    std::memmove(at(row.x, row.y), at(row.x - dx, row.y - dy), std::size_t(row.w) * 4);
}

}  // namespace

std::vector<TileRun> runs_of(const Tiles& tiles, std::span<const TileState> states,
                             TileState state) {
    return runs_where(tiles, [&](int tile) { return states[std::size_t(tile)] == state; });
}

std::vector<base::IntRect> covering(const Tiles& tiles, std::span<const TileState> states,
                                    std::size_t max_count) {
    std::vector<base::IntRect> rects;
    for (const TileRun& run : runs_where(
             tiles, [&](int tile) { return states[std::size_t(tile)] != TileState::same; })) {
        const auto above = std::find_if(rects.begin(), rects.end(), [&](const base::IntRect& r) {
            return r.x == run.area.x && r.w == run.area.w && r.y + r.h == run.area.y;
        });
        if (above == rects.end())
            rects.push_back(run.area);
        else
            above->h += run.area.h;
    }
    while (rects.size() > max_count) unite_cheapest(rects);
    return rects;
}

// Pixel row by pixel row, beginning at the end that the picture moves towards: no row is written
// before it was read.
void move_tiles(const Tiles& tiles, std::span<const TileState> states, int dx, int dy,
                base::PixelView target) {
    std::vector<TileRun> runs = runs_of(tiles, states, TileState::moved);
    const bool from_bottom = dy > 0, from_right = dx > 0;
    std::sort(runs.begin(), runs.end(), [&](const TileRun& a, const TileRun& b) {
        if (a.row != b.row) return from_bottom ? a.row > b.row : a.row < b.row;
        return from_right ? a.area.x > b.area.x : a.area.x < b.area.x;
    });
    for (std::size_t first = 0, end = 0; first < runs.size(); first = end) {
        while (end < runs.size() && runs[end].row == runs[first].row) ++end;
        const int height = runs[first].area.h;
        for (int i = 0; i < height; ++i)
            for (std::size_t r = first; r < end; ++r) {
                const base::IntRect& area = runs[r].area;
                const int y = area.y + (from_bottom ? height - 1 - i : i);
                move_run({area.x, y, area.w, 1}, dx, dy, target);
            }
    }
}

}  // namespace candor::paint
