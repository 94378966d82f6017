#include "desk/shell/widgets.h"

#include <algorithm>
#include <cmath>

namespace candor::desk {
namespace {

using ui::Colour;
using ui::Ui;

struct Look {
    ui::Colour ground, ink, edge;
};

Look look_of(const ButtonSpec& spec, const ui::Touched& touched) {
    if (spec.disabled) return {Colour::disabled, Colour::disabled_ink, Colour::none};
    const bool lit = touched.hovered || touched.pressed;
    switch (spec.look) {
        case ButtonLook::primary:
            return {lit ? Colour::deep_teal : Colour::teal, Colour::on_teal, Colour::none};
        case ButtonLook::outline:
            return {lit ? Colour::mint : Colour::card, Colour::deep_teal, Colour::teal};
        case ButtonLook::quiet:
            if (spec.pressed) return {Colour::mint, Colour::deep_teal, Colour::teal};
            return {lit ? Colour::mint : Colour::card, Colour::ink, Colour::line};
    }
    return {};
}

struct TonePair {
    ui::Colour ground, ink;
};

TonePair colours_of(Tone tone) {
    switch (tone) {
        case Tone::mint:
            return {Colour::mint, Colour::mint_ink};
        case Tone::sun:
            return {Colour::sun, Colour::sun_ink};
        case Tone::peach:
            return {Colour::peach, Colour::peach_ink};
        case Tone::sky:
            return {Colour::sky, Colour::sky_ink};
        case Tone::grey:
            return {Colour::grey, Colour::grey_ink};
        case Tone::teal:
            return {Colour::teal, Colour::on_teal};
    }
    return {};
}

float badge_height(Ui& ui) { return ui.px(25); }

}  // namespace

float button_height(Ui& ui) { return ui.px(40); }

float button_width(Ui& ui, const ButtonSpec& spec) {
    const float icon = spec.icon.empty() ? 0 : ui.px(24);
    const float label =
        spec.label.empty() ? 0 : std::ceil(ui.shape(spec.label, type::kStrong).width());
    return label + icon + ui.px(36);
}

bool button(Ui& ui, const base::Rect& rect, const ButtonSpec& spec) {
    unsigned states = spec.disabled ? ui::kDisabled : ui::kNoState;
    if (spec.pressed) states |= ui::kSelected;
    const ui::Touched touched = ui.touchable({ui::Role::button, std::string(spec.label),
                                              std::string(spec.about), states, ui::kPress, rect},
                                             spec.key);
    const Look look = look_of(spec, touched);
    const float radius = ui.px(12);
    ui.canvas().rounded(rect, radius, look.ground);
    ui.canvas().ring(rect, radius, std::max(1.0F, ui.px(spec.look == ButtonLook::outline ? 2 : 1)),
                     look.edge);
    const auto& label = ui.shape(spec.label, in(type::kStrong, look.ink));
    const float icon = spec.icon.empty() ? 0 : ui.px(24);
    float x = rect.x + (rect.w - label.width() - icon) / 2;
    if (icon > 0) {
        const float size = ui.px(16);
        ui.icon(spec.icon, {x, rect.y + (rect.h - size) / 2, size, size}, look.ink);
        x += icon;
    }
    ui.canvas().paragraph(label, x, rect.y + (rect.h - label.height()) / 2, label.width());
    return touched.tapped;
}

bool button(ui::Flow& flow, const ButtonSpec& spec) {
    base::Rect rect = flow.take(button_height(flow.ui()));
    rect.w = button_width(flow.ui(), spec);
    return button(flow.ui(), rect, spec);
}

void button_row(ui::Flow& flow, const std::vector<RowButton>& buttons) {
    Ui& ui = flow.ui();
    const float gap = ui.px(10);
    base::Rect row = flow.take(button_height(ui));
    float x = row.x;
    for (const RowButton& each : buttons) {
        const float wide = std::min(button_width(ui, each.spec), row.w);
        if (x > row.x && x + wide > row.right()) {
            flow.gap(10);
            row = flow.take(row.h);
            x = row.x;
        }
        if (button(ui, {x, row.y, wide, row.h}, each.spec)) each.pressed();
        x += wide + gap;
    }
}

float badge_width(Ui& ui, std::string_view label) {
    return std::ceil(ui.shape(label, type::kBadge).width()) + ui.px(20);
}

void paint_badge(Ui& ui, float x, float y, std::string_view label, Tone tone) {
    const TonePair pair = colours_of(tone);
    const base::Rect rect{x, y, badge_width(ui, label), badge_height(ui)};
    ui.canvas().rounded(rect, rect.h / 2, pair.ground);
    const auto& words = ui.shape(label, in(type::kBadge, pair.ink));
    ui.canvas().paragraph(words, x + ui.px(10), y + (rect.h - words.height()) / 2, words.width());
}

void badge(Ui& ui, float x, float y, std::string_view label, Tone tone) {
    paint_badge(ui, x, y, label, tone);
    ui.node({ui::Role::paragraph,
             std::string(label),
             {},
             ui::kNoState,
             ui::kNoAction,
             {x, y, badge_width(ui, label), badge_height(ui)}});
}

void panel(Ui& ui, const base::Rect& rect, ui::Colour ground) {
    ui.canvas().rounded(rect, ui.px(14), ground);
    ui.canvas().ring(rect, ui.px(14), std::max(1.0F, ui.px(1)), Colour::line);
}

void rule(Ui& ui, float x, float y, float width) {
    ui.canvas().fill({x, y, width, std::max(1.0F, ui.px(1))}, Colour::line);
}

void rule(ui::Flow& flow) {
    const base::Rect line = flow.take(flow.ui().px(1));
    rule(flow.ui(), line.x, line.y, line.w);
}

void caption(ui::Flow& flow, std::string_view words) {
    flow.heading(words, type::kCaption);
    flow.gap(8);
    rule(flow);
}

void share_bar(ui::Flow& flow, float height_units, float share) {
    const base::Rect bar = flow.take(flow.ui().px(height_units));
    ui::Canvas& canvas = flow.ui().canvas();
    canvas.rounded(bar, bar.h / 2, ui::Colour::track);
    canvas.rounded({bar.x, bar.y, std::max(bar.h, bar.w * share), bar.h}, bar.h / 2,
                   ui::Colour::teal);
}

int rows_by(platform::Key key, int page, int all) {
    using platform::Key;
    switch (key) {
        case Key::down:
            return 1;
        case Key::up:
            return -1;
        case Key::page_down:
            return page;
        case Key::page_up:
            return -page;
        case Key::home:
            return -all;
        case Key::end:
            return all;
        default:
            return 0;
    }
}

}  // namespace candor::desk
