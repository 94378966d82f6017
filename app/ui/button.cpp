#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace candor::ui {
namespace {

struct Look {
    Colour ground, ink, edge;
};

Look look_of(ButtonKind kind, bool pressed, bool disabled) {
    if (disabled) return {Colour::disabled, Colour::disabled_ink, Colour::line};
    switch (kind) {
        case ButtonKind::primary:
            return {pressed ? Colour::deep_teal : Colour::teal, Colour::on_teal, Colour::none};
        case ButtonKind::outline:
            return {pressed ? Colour::mint : Colour::paper, Colour::deep_teal, Colour::teal};
        case ButtonKind::on_dark:
            return {pressed ? Colour::mint : Colour::card, Colour::deep_teal, Colour::edge};
        case ButtonKind::quiet:
            return {pressed ? Colour::mint : Colour::card, Colour::deep_teal, Colour::line};
    }
    return {};
}

constexpr float kIconUnits = 40;

float label_room(Ui& ui, float width, const ButtonSpec& spec) {
    const float icons =
        (spec.icon_before.empty() ? 0.0F : 1.0F) + (spec.icon_after.empty() ? 0.0F : 1.0F);
    return width - ui.px(72) - icons * ui.px(kIconUnits + 20);
}

/// The label at full size, or smaller where two lines would not hold it or break a word.
const text::Paragraph& fitted_label(Ui& ui, const ButtonSpec& spec, Colour ink, float room) {
    Type type = type::kButton;
    type.colour = ink;
    const text::Paragraph* label = &ui.shape(spec.label, type, room, text::Align::centre);
    for (const float size : {34.0F, 30.0F, 26.0F, 22.0F}) {
        if (label->lines().size() <= 2 && ui.widest_word(spec.label, type) <= room) break;
        type.size = size;
        label = &ui.shape(spec.label, type, room, text::Align::centre);
    }
    return *label;
}

}  // namespace

float button_height(Ui& ui, float width, const ButtonSpec& spec) {
    const auto& label = fitted_label(ui, spec, Colour::ink, label_room(ui, width, spec));
    return std::max(ui.px(120), label.height() + ui.px(40));
}

float one_line_width(Ui& ui, const ButtonSpec& spec) {
    return std::ceil(ui.shape(spec.label, type::kButton).width()) - label_room(ui, 0, spec) + 1;
}

bool button(Ui& ui, const base::Rect& rect, const ButtonSpec& spec) {
    const unsigned states = spec.disabled ? kDisabled : kNoState;
    const Touched touched =
        ui.touchable({Role::button, std::string(spec.label), {}, states, kPress, rect}, spec.key);
    button_face(ui, rect, spec, touched.pressed);
    return touched.tapped;
}

void button_face(Ui& ui, const base::Rect& rect, const ButtonSpec& spec, bool pressed) {
    const Look look = look_of(spec.kind, pressed, spec.disabled);
    Canvas& canvas = ui.canvas();
    const float radius = ui.px(32);
    canvas.rounded(rect, radius, look.ground);
    canvas.ring(rect, radius, ui.px(3), look.edge);
    const auto& label = fitted_label(ui, spec, look.ink, label_room(ui, rect.w, spec));
    const float icon = ui.px(kIconUnits), gap = ui.px(20);
    float width = label.width();
    if (!spec.icon_before.empty()) width += icon + gap;
    if (!spec.icon_after.empty()) width += icon + gap;
    float x = rect.x + (rect.w - width) / 2;
    const float icon_y = rect.y + (rect.h - icon) / 2;
    if (!spec.icon_before.empty()) {
        ui.icon(spec.icon_before, {x, icon_y, icon, icon}, look.ink);
        x += icon + gap;
    }
    // The label was centred in its room; its box starts where its widest line would.
    const float room = label_room(ui, rect.w, spec);
    canvas.paragraph(label, x - (room - label.width()) / 2, rect.y + (rect.h - label.height()) / 2,
                     room);
    if (!spec.icon_after.empty())
        ui.icon(spec.icon_after, {x + label.width() + gap, icon_y, icon, icon}, look.ink);
}

bool button(Flow& flow, const ButtonSpec& spec) {
    const float height = button_height(flow.ui(), flow.width(), spec);
    return button(flow.ui(), flow.take(height), spec);
}

float pill_width(Ui& ui, const Pill& spec) {
    float width = ui.px(80);
    if (!spec.icon.empty()) width += ui.px(36);
    if (spec.icon_only) return width;
    if (!spec.icon.empty()) width += ui.px(16);
    Type type = type::kLabel;
    width += std::ceil(ui.shape(spec.label, type).width());
    return spec.most_px > 0 ? std::min(width, spec.most_px) : width;
}

bool pill(Ui& ui, float x, float y, const Pill& spec) {
    const base::Rect rect{x, y, pill_width(ui, spec), ui.px(96)};
    const std::string name(spec.accessible_name.empty() ? spec.label : spec.accessible_name);
    const Touched touched =
        ui.touchable({Role::button, name, {}, kNoState, kPress, rect}, spec.key);
    Canvas& canvas = ui.canvas();
    canvas.rounded(rect, rect.h / 2, touched.pressed ? Colour::mint : Colour::card);
    canvas.ring(rect, rect.h / 2, std::max(1.0F, ui.px(2)), Colour::line);
    float at = x + ui.px(40);
    if (!spec.icon.empty()) {
        const float icon = ui.px(36);
        ui.icon(spec.icon, {at, y + (rect.h - icon) / 2, icon, icon}, Colour::deep_teal);
        at += icon + ui.px(16);
    }
    if (spec.icon_only) return touched.tapped;
    Type type = type::kLabel;
    type.colour = Colour::deep_teal;
    const float room = spec.most_px > 0 ? rect.right() - ui.px(40) - at + 1 : 0;
    const auto& label = ui.shape(spec.label, type, room, text::Align::start, room > 0 ? 1 : 0);
    canvas.paragraph(label, at, y + (rect.h - label.height()) / 2, room > 0 ? room : label.width());
    return touched.tapped;
}

bool PillRow::add(const Pill& pill) {
    Ui& ui = flow_.ui();
    Pill spec = pill;
    if (spec.most_px <= 0) spec.most_px = flow_.width();
    const float width = pill_width(ui, spec);
    float x = row_.h > 0 ? right_ + ui.px(gap_) : flow_.x();
    if (row_.h > 0 && x + width > row_.right()) {
        flow_.gap(row_gap_);
        row_ = {};
    }
    if (row_.h <= 0) {
        row_ = flow_.take(ui.px(96));
        x = row_.x;
    }
    right_ = x + width;
    return ui::pill(ui, x, row_.y, spec);
}

}  // namespace candor::ui
