#pragma once
#include <span>
#include <vector>

#include "base/geometry.h"
#include "paint/tiles.h"

namespace candor::paint {

enum class TileState : std::uint8_t { same, moved, repaint };

/// A row's neighbouring tiles of one state.
struct TileRun {
    int row = 0, first_tile = 0, tile_count = 0;
    base::IntRect area;
};

/// All runs of `state`, from the top row down and from left to right.
std::vector<TileRun> runs_of(const Tiles& tiles, std::span<const TileState> states,
                             TileState state);
/// At most `max_count` rectangles that hold every tile that is not `same`.
std::vector<base::IntRect> covering(const Tiles& tiles, std::span<const TileState> states,
                                    std::size_t max_count);
/// Moves the pixels of every `moved` tile in from dx, dy away, as if all at once.
void move_tiles(const Tiles& tiles, std::span<const TileState> states, int dx, int dy,
                base::PixelView target);

}  // namespace candor::paint
