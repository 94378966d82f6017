#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "screens/reader/blocks.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

constexpr std::array<std::string_view, 3> kHairs{"hair-1", "hair-2", "hair-3"};

/// A number below `below` that looks random, and is the same on every machine.
std::uint32_t scattered(std::uint32_t what, std::uint32_t salt, std::uint32_t below) {
    std::uint32_t hash = what * 2654435761U + salt * 40503U;
    for (int i = 0; i < 2; ++i) hash = (hash ^ (hash >> 15)) * 2246822519U;
    return (hash ^ (hash >> 13)) % below;
}

/// The cells of a square in the order in which they get a hair: a patch with more hairs has those
/// of one with fewer in their places.
std::vector<std::uint32_t> scattered_cells(std::uint32_t side) {
    std::vector<std::uint32_t> cells(std::size_t{side} * side);
    std::iota(cells.begin(), cells.end(), 0U);
    const auto rank = [](std::uint32_t cell) { return scattered(cell, 1, 1U << 30U); };
    std::stable_sort(cells.begin(), cells.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    return cells;
}

/// One hair in its cell, moved a little, so that no rows are seen.
void draw_hair(ui::Ui& ui, const base::Rect& cell, std::uint32_t number) {
    const auto moved = [&](std::uint32_t salt) {
        return (static_cast<float>(scattered(number, salt, 100)) / 100 - 0.5F) * cell.w * 0.9F;
    };
    const float width = cell.w * 0.7F, height = cell.h * 1.5F;
    ui.icon(kHairs[scattered(number, 4, kHairs.size())],
            {cell.x + (cell.w - width) / 2 + moved(2), cell.y + (cell.h - height) / 2 + moved(3),
             width, height},
            ui::Colour::ink);
}

/// A square of skin with its hairs; `most` of them would fill it.
void draw_patch(ui::Flow& flow, const pack::DensityPatch& patch, int most,
                const std::string& area) {
    ui::Ui& ui = flow.ui();
    const base::Rect square = flow.take(flow.width());
    ui::tinted(ui, square, ui.px(20), ui::Colour::peach);
    const auto side =
        static_cast<std::uint32_t>(std::ceil(std::sqrt(static_cast<float>(std::max(1, most)))));
    const float edge = square.w * 0.06F;
    const float cell = (square.w - 2 * edge) / static_cast<float>(side);
    const auto cells = scattered_cells(side);
    for (int i = 0; i < patch.hairs; ++i) {
        const std::uint32_t at = cells[static_cast<std::size_t>(i)];
        const std::uint32_t column = at % side, row = at / side;
        draw_hair(ui,
                  {square.x + edge + static_cast<float>(column) * cell,
                   square.y + edge + static_cast<float>(row) * cell, cell, cell},
                  at);
    }
    ui.node({ui::Role::img, patch.label + ". " + area, {}, ui::kNoState, ui::kNoAction, square});
}

}  // namespace

void draw(const Drawing& at, ui::Flow& flow, const TextPlace& place, const pack::Density& block) {
    int most = 0;
    for (const auto& patch : block.patches) most = std::max(most, patch.hairs);
    flow.card({40, 40, 32}, [&](ui::Flow& inner) {
        inner.heading(block.title, ui::type::kTitle);
        inner.gap(8);
        inner.text(block.area, ui::type::kSmall);
        inner.gap(24);
        inner.row(block.patches.size(), 36, [&](ui::Flow& patch, std::size_t i) {
            draw_patch(patch, block.patches[i], most, block.area);
            patch.gap(14);
            ui::Type label = ui::type::kLabel;
            label.colour = ui::Colour::teal;
            patch.text(block.patches[i].label, label);
        });
        inner.gap(20);
        if (block.note.empty()) return;
        draw_rich(at, inner, place, block.note, ui::type::kSmall);
        inner.gap(8);
    });
}

}  // namespace candor::screens
