#include "paint/renderer.h"

#include <imgui.h>

#include "paint/compositor.h"
#include "paint/damage.h"
#include "paint/displacement.h"
#include "paint/flatten.h"
#include "paint/image_store.h"
#include "paint/occlusion.h"
#include "paint/tiles.h"

namespace candor::paint {
namespace {

constexpr std::size_t kMaxRectangles = 8;
constexpr int kWorthMoving = 12;  // tiles; fewer are painted sooner than a movement is proved

}  // namespace

struct Renderer::Impl {
    const text::GlyphAtlas& atlas;
    ImageStore& images;
    DrawFrame frame, last_frame;
    Tiles tiles, last_tiles, moved_tiles;
    std::vector<TileState> states;
    DisplacementFinder displacements;
    Compositor compositor;
    std::vector<std::vector<std::uint32_t>> items_by_row;
    int width = 0, height = 0;
    std::uint64_t evictions = 0;
    RenderStats stats;
    std::vector<std::uint32_t> picture;
    Texture painted;

    int mark_changed();
    Displacement mark_moved();
    void sort_items_into_rows(const std::vector<TileRun>& runs);
    void repaint(base::PixelView target);
};

// Returns how many tiles differ.
int Renderer::Impl::mark_changed() {
    int changed = 0;
    for (int i = 0; i < tiles.count(); ++i) {
        const bool differs = tiles.hash(i) != last_tiles.hash(i);
        states[std::size_t(i)] = differs ? TileState::repaint : TileState::same;
        changed += differs;
    }
    return changed;
}

// The guess is proved here: a tile is moved only where the last frame, moved, hashes to this one.
Displacement Renderer::Impl::mark_moved() {
    const auto guess = displacements.find(last_frame.items, frame.items);
    if (!guess) return {};
    moved_tiles.compute(last_frame.items, width, height, guess->dx, guess->dy);
    for (int i = 0; i < tiles.count(); ++i) {
        if (states[std::size_t(i)] != TileState::repaint || tiles.hash(i) != moved_tiles.hash(i))
            continue;
        const base::IntRect area = tiles.area(i);
        const int x = area.x - guess->dx, y = area.y - guess->dy;
        if (x < 0 || y < 0 || x + area.w > width || y + area.h > height) continue;
        states[std::size_t(i)] = TileState::moved;
        ++stats.moved;
    }
    return *guess;
}

void Renderer::Impl::sort_items_into_rows(const std::vector<TileRun>& runs) {
    items_by_row.resize(std::size_t(tiles.rows()));
    std::vector<char> wanted(items_by_row.size());
    for (const TileRun& run : runs) wanted[std::size_t(run.row)] = 1;
    for (auto& row : items_by_row) row.clear();
    for (std::size_t i = 0; i < frame.items.size(); ++i) {
        const base::IntRect& box = frame.items[i].box;
        for (int row = box.y / Tiles::kHeight; row <= (box.y + box.h - 1) / Tiles::kHeight; ++row)
            if (wanted[std::size_t(row)])
                items_by_row[std::size_t(row)].push_back(std::uint32_t(i));
    }
}

// Band by band rather than item by item: what overlaps is painted while it is in the cache.
void Renderer::Impl::repaint(base::PixelView target) {
    const auto runs = runs_of(tiles, states, TileState::repaint);
    if (runs.empty()) return;
    sort_items_into_rows(runs);
    compositor.begin(target, frame);
    for (const TileRun& run : runs) {
        stats.repainted += run.tile_count;
        std::uint32_t first = UINT32_MAX;
        bool covered = true;
        for (int tile = run.first_tile; tile < run.first_tile + run.tile_count; ++tile) {
            first = std::min(first, tiles.first_item(tile));
            covered = covered && tiles.is_covered(tile);
        }
        if (!covered) compositor.clear(run.area);
        const auto& row = items_by_row[std::size_t(run.row)];
        for (auto i = std::lower_bound(row.begin(), row.end(), first); i != row.end(); ++i)
            compositor.paint(frame.items[*i], run.area);
    }
}

Renderer::Renderer(const text::GlyphAtlas& atlas, ImageStore& images)
    : impl_(new Impl{atlas, images, {}, {}, {}, {}, {}, {}, {}, {}, {}, 0, 0, 0, {}, {}, {}}) {}

Renderer::~Renderer() = default;

RenderStats Renderer::stats() const { return impl_->stats; }

void Renderer::show(base::PixelView picture) {
    auto& kept = impl_->picture;
    kept.clear();
    for (int y = 0; y < picture.height; ++y) {
        const std::uint32_t* row = picture.pixels + std::ptrdiff_t{y} * picture.stride_px;
        kept.insert(kept.end(), row, row + picture.width);
    }
    Texture& painted = impl_->painted;
    painted.width = picture.width, painted.height = picture.height;
    painted.stride_bytes = picture.width * 4;
    painted.argb = kept.data();
    painted.opaque = true;
    ++painted.version;
}

std::vector<base::IntRect> Renderer::render(const ImDrawData& data, base::PixelView target,
                                            Repaint repaint) {
    Impl& my = *impl_;
    const bool anew = repaint == Repaint::everything || my.width != target.width ||
                      my.height != target.height || my.evictions != my.atlas.evictions();
    my.width = target.width, my.height = target.height, my.evictions = my.atlas.evictions();
    my.stats = {};
    std::swap(my.frame, my.last_frame);
    std::swap(my.tiles, my.last_tiles);
    flatten(data, my.atlas, my.images, target.width, target.height, my.frame, my.painted);
    drop_hidden(my.frame.items);
    my.tiles.compute(my.frame.items, target.width, target.height);
    my.states.assign(std::size_t(my.tiles.count()), TileState::repaint);
    if (!anew && my.mark_changed() >= kWorthMoving) {
        const Displacement by = my.mark_moved();
        if (my.stats.moved) move_tiles(my.tiles, my.states, by.dx, by.dy, target);
    }
    my.repaint(target);
    return covering(my.tiles, my.states, kMaxRectangles);
}

}  // namespace candor::paint
