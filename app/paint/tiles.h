#pragma once
#include <cstdint>
#include <vector>

#include "paint/draw_item.h"

namespace candor::paint {

/// A frame cut into tiles, each with a hash of what is drawn into it: two tiles of equal hash hold
/// equal pixels. A tile's picture begins with the last opaque item that covers it whole; what lies
/// beneath counts for nothing.
class Tiles {
  public:
    static constexpr int kWidth = 128, kHeight = 32;

    /// The items moved by dx, dy, within width × height px.
    void compute(const std::vector<DrawItem>& items, int width, int height, int dx = 0, int dy = 0);

    int columns() const { return columns_; }
    int rows() const { return rows_; }
    int count() const { return columns_ * rows_; }
    std::uint64_t hash(int tile) const { return cells_[std::size_t(tile)].hash; }
    /// The item that the tile's picture begins with.
    std::uint32_t first_item(int tile) const { return cells_[std::size_t(tile)].first; }
    /// Whether that item is opaque and covers the tile.
    bool is_covered(int tile) const { return cells_[std::size_t(tile)].covered; }
    /// In pixels, cut off at the frame's edge.
    base::IntRect area(int tile) const;

  private:
    struct Cell {
        std::uint64_t hash;
        std::uint32_t first;
        bool covered;
    };
    void add(const DrawItem& item, base::IntRect box, std::uint32_t index);

    int width_ = 0, height_ = 0, columns_ = 0, rows_ = 0;
    std::vector<Cell> cells_;
};

}  // namespace candor::paint
