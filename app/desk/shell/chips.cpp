#include "desk/shell/chips.h"

#include <algorithm>
#include <cmath>

#include "desk/shell/widgets.h"

namespace candor::desk {
namespace {

using ui::Colour;
using ui::Ui;

/// At both sides of the label together.
float room_around(const Ui& ui, const ChipSpec& spec) {
    switch (spec.look) {
        case ChipLook::filter:
            return ui.px(spec.opens ? 42 : 26);
        case ChipLook::plain:
            return ui.px(22);
        case ChipLook::outlined:
            return ui.px(22) + ui.px(12);
    }
    return 0;
}

ui::Touched touch(Ui& ui, const base::Rect& rect, const ChipSpec& spec) {
    const unsigned states = spec.on ? ui::kSelected : ui::kNoState;
    return ui.touchable({ui::Role::button, std::string(spec.label), {}, states, ui::kPress, rect},
                        spec.key);
}

void paint_line(Ui& ui, const base::Rect& rect, float radius, ui::Colour ink) {
    ui.canvas().ring(rect, radius, std::max(1.0F, ui.px(1)), ink);
}

void paint_filter(Ui& ui, const base::Rect& rect, const ChipSpec& spec, bool lit) {
    ui.canvas().rounded(rect, rect.h / 2, lit || spec.on ? Colour::mint : Colour::card);
    paint_line(ui, rect, rect.h / 2, spec.on ? Colour::teal : Colour::line);
    const float room = rect.w - ui.px(24) - (spec.opens ? ui.px(16) : 0);
    const ui::Type look = in(type::kBadge, spec.on ? Colour::deep_teal : Colour::ink);
    const auto& words = ui.shape(spec.label, look, room, text::Align::start, 1);
    ui.canvas().paragraph(words, rect.x + ui.px(12), rect.y + (rect.h - words.height()) / 2, room);
    if (!spec.opens) return;
    const float icon = ui.px(14);
    ui.icon("down", {rect.right() - ui.px(26), rect.y + (rect.h - icon) / 2, icon, icon},
            Colour::soft_ink);
}

void paint_switch(Ui& ui, const base::Rect& rect, const ChipSpec& spec, bool lit) {
    ui.canvas().rounded(rect, ui.px(10),
                        spec.on ? Colour::teal
                        : lit   ? Colour::mint
                                : Colour::card);
    const ui::Type look = in(type::kBadge, spec.on ? Colour::on_teal : Colour::ink);
    const auto& words = ui.shape(spec.label, look);
    ui.canvas().paragraph(words, rect.x + (rect.w - words.width()) / 2,
                          rect.y + (rect.h - words.height()) / 2, words.width());
    if (spec.look == ChipLook::outlined && !spec.on) paint_line(ui, rect, ui.px(10), Colour::line);
}

}  // namespace

float chip_width(Ui& ui, const ChipSpec& spec) {
    return std::ceil(ui.shape(spec.label, type::kBadge).width()) + room_around(ui, spec);
}

bool chip(Ui& ui, const base::Rect& rect, const ChipSpec& spec) {
    const ui::Touched touched = touch(ui, rect, spec);
    const bool lit = touched.hovered || touched.pressed;
    if (spec.look == ChipLook::filter)
        paint_filter(ui, rect, spec, lit);
    else
        paint_switch(ui, rect, spec, lit);
    return touched.tapped;
}

bool ChipRow::add(const ChipSpec& spec) {
    Ui& ui = flow_.ui();
    float width = std::min(chip_width(ui, spec), flow_.width());
    if (shape_.wraps && row_.h > 0 && x_ > row_.x && x_ + width > row_.right()) end_row();
    if (row_.h <= 0) {
        row_ = flow_.take(ui.px(shape_.height_units));
        x_ = row_.x;
    }
    width = std::min(width, row_.right() - x_);
    last_ = {x_, row_.y, width, row_.h};
    x_ += width + ui.px(shape_.gap_units);
    return chip(ui, last_, spec);
}

void ChipRow::end_row() {
    flow_.gap(shape_.gap_units);
    row_ = {};
}

void ChipRow::gap_before(std::span<const ChipSpec> group, float units) {
    const ui::Ui& ui = flow_.ui();
    float end = x_ + ui.px(units) - ui.px(shape_.gap_units);
    for (const ChipSpec& spec : group)
        end += chip_width(flow_.ui(), spec) + ui.px(shape_.gap_units);
    if (row_.h > 0 && end > row_.right()) return end_row();
    x_ += ui.px(units);
}

}  // namespace candor::desk
