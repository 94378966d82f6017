#include <algorithm>
#include <vector>

#include "screens/frame/page_frame.h"
#include "screens/reader/options.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

constexpr float kColumnGap = 20, kCellPad = 22, kHeadsShare = 0.3F;

ui::Type head_type() {
    ui::Type type = ui::type::kTitle;
    type.size = 32;
    return type;
}

/// Over the columns of the page, from y on.
ui::Flow heads_flow(ui::Ui& ui, float y) {
    const Column column = reading_column(ui);
    return {ui, column.x, y, column.width};
}

float head_height(ui::Ui& ui, const PickedOptions& picked, float column) {
    float height = 0;
    for (const auto* option : picked)
        height = std::max(
            height, ui.shape(option->title, head_type(), column - 2 * ui.px(kCellPad)).height());
    return height + 2 * ui.px(24);
}

/// Rows that a value of the person's marks.
std::vector<bool> marked_rows(const Drawing& at, const pack::Pack& pack,
                              const pack::Options& options) {
    std::vector<bool> marked(pack::kOptionRows, false);
    for (const auto& value : options.values)
        if (at.visit().reading.choosing.importance(pack.id + "/" + value.id) >=
            Importance::somewhat)
            for (const auto row : value.rows) marked[static_cast<std::size_t>(row)] = true;
    return marked;
}

/// "matters to you", beside what it marks or, where there is no room, below it.
void draw_matters(const Drawing& at, ui::Flow& flow, float beside, float y) {
    ui::Ui& ui = at.ui;
    const std::string words = at.tr("options.matters");
    const bool fits = beside + ui::badge_width(ui, words, "check") <= flow.width();
    if (!fits) flow.gap(8);
    const float below = fits ? 0 : flow.take(ui.px(60)).y;
    const float lift = std::max(0.0F, (ui.px(56) - (flow.y() - y)) / 2);
    ui::badge(ui, flow.x() + (fits ? beside : 0), fits ? y - lift : below, words, "check",
              ui::Colour::sun, ui::Colour::brown);
}

void draw_row_label(const Drawing& at, ui::Flow& flow, const std::string& words, bool marked) {
    ui::Ui& ui = at.ui;
    ui::Type label = ui::type::kLabel;
    label.colour = ui::Colour::soft_ink;
    flow.inset(ui.px(6), 0, [&](ui::Flow& inner) {
        const float beside = ui.shape(words, label).width() + ui.px(20), y = inner.y();
        inner.heading(words, label);
        if (marked) draw_matters(at, inner, beside, y);
    });
    flow.gap(14);
}

/// The row of every picked option, its cells equally high.
void draw_columns(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                  const PickedOptions& picked, pack::OptionRow row) {
    ui::Ui& ui = at.ui;
    const auto grounds = [&](const base::Rect& all) {
        ui::Flow under(ui, all.x, all.y, all.w);
        under.row(picked.size(), kColumnGap, [&](ui::Flow& cell, std::size_t) {
            ui::tinted(ui, cell.take(all.h), ui.px(24), ui::Colour::card);
        });
    };
    flow.on(grounds, {0, 24, 24}, [&](ui::Flow& cells) {
        cells.row(picked.size(), kColumnGap, [&](ui::Flow& cell, std::size_t i) {
            cell.inset(ui.px(kCellPad), ui.px(kCellPad), [&](ui::Flow& words) {
                draw_option_cell(at, words, place.part(picked[i]->id), *picked[i], row);
            });
        });
    });
}

/// The same below each other, each with its option's name.
void draw_stack(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                const PickedOptions& picked, pack::OptionRow row) {
    for (const auto* option : picked) {
        flow.tinted(ui::Colour::card, 24, {kCellPad, 24, 24}, [&](ui::Flow& words) {
            words.tinted(ui::tint_of(option->tint), 16, {20, 10, 10},
                         [&](ui::Flow& head) { head.heading(option->title, ui::type::kLabel); });
            words.gap(14);
            draw_option_cell(at, words, place.part(option->id), *option, row);
        });
        flow.between(16);
    }
}

/// To the page on which options are picked; nothing where the pack has none.
void draw_way_to_pick(const Drawing& at, ui::Flow& flow, const pack::Pack& pack,
                      std::string_view label) {
    for (const auto& page : pack.pages_in(at.language())) {
        if (options_of(page, pack::OptionsFace::choices) == nullptr) continue;
        const std::string words = at.tr(label);
        if (ui::button(flow, {words, ui::ButtonKind::outline, "back", {}, "pick"}))
            at.emit(OpenPlace{{pack.id, page.id, 0, -1}});
        return;
    }
}

}  // namespace

bool fits_in_columns(const Drawing& at, const TextPlace& place, const pack::Options& options) {
    ui::Ui& ui = at.ui;
    const PickedOptions picked = picked_options(at, place.pack, options);
    if (picked.empty()) return false;
    const float column = heads_flow(ui, 0).column_width(picked.size(), kColumnGap);
    const float room = column - 2 * ui.px(kCellPad);
    for (const auto* option : picked) {
        if (ui.widest_word(option->title, head_type()) > room) return false;
        for (std::size_t row = 0; row < pack::kOptionRows; ++row)
            if (least_width(at, place, *option, static_cast<pack::OptionRow>(row)) > room)
                return false;
    }
    return head_height(ui, picked, column) <= kHeadsShare * static_cast<float>(ui.theme().height());
}

float draw_option_heads(const Drawing& at, const pack::Pack& pack, const pack::Options& options,
                        float top) {
    ui::Ui& ui = at.ui;
    const PickedOptions picked = picked_options(at, pack, options);
    ui::Flow heads = heads_flow(ui, top);
    const float height = head_height(ui, picked, heads.column_width(picked.size(), kColumnGap));
    heads.gap(16);
    heads.row(picked.size(), kColumnGap, [&](ui::Flow& head, std::size_t i) {
        const base::Rect box = head.take(height);
        ui::tinted(ui, box, ui.px(28), ui::tint_of(picked[i]->tint));
        const float room = box.w - 2 * ui.px(kCellPad);
        const auto& title = ui.shape(picked[i]->title, head_type(), room);
        ui.canvas().paragraph(title, box.x + ui.px(kCellPad), box.y + (box.h - title.height()) / 2,
                              room);
        ui.node({ui::Role::heading, picked[i]->title, {}, ui::kNoState, ui::kNoAction, box});
    });
    heads.gap(8);
    return heads.y();
}

void draw_side_by_side(const Drawing& at, ui::Flow& flow, const TextPlace& place,
                       const pack::Options& options) {
    const PickedOptions picked = picked_options(at, place.pack, options);
    if (picked.size() < 2) {
        flow.text(at.tr(picked.empty() ? "options.none-picked" : "options.one-more"),
                  ui::type::kBody);
        flow.gap(28);
        draw_way_to_pick(at, flow, place.pack, "options.pick");
        flow.gap(28);
    }
    if (picked.empty()) return;
    const bool columns = fits_in_columns(at, place, options);
    const std::vector<bool> marked = marked_rows(at, place.pack, options);
    for (std::size_t row = 0; row < pack::kOptionRows; ++row) {
        draw_row_label(at, flow, options.labels[row], marked[row]);
        const TextPlace here = place.part(row);
        flow.group([&](ui::Flow& cells) {
            const auto which = static_cast<pack::OptionRow>(row);
            columns ? draw_columns(at, cells, here, picked, which)
                    : draw_stack(at, cells, here, picked, which);
        });
        flow.gap(28);
    }
    if (picked.size() >= 2) draw_way_to_pick(at, flow, place.pack, "options.change");
}

}  // namespace candor::screens
