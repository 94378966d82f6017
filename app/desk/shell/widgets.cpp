#include "desk/shell/widgets.h"

#include <algorithm>
#include <cmath>

namespace candor::desk {
namespace {

using ui::Ui;
namespace colour = ui::colour;

struct Look {
    base::Rgba ground, ink, edge;
};

Look look_of(const ButtonSpec& spec, const ui::Touched& touched) {
    if (spec.disabled) return {colour::kLine, colour::kDisabledInk, {0, 0, 0, 0}};
    const bool lit = touched.hovered || touched.pressed;
    switch (spec.look) {
        case ButtonLook::primary:
            return {lit ? colour::kDeepTeal : colour::kTeal, colour::kOnTeal, {0, 0, 0, 0}};
        case ButtonLook::outline:
            return {lit ? colour::kMint : colour::kCard, colour::kDeepTeal, colour::kTeal};
        case ButtonLook::quiet:
            if (spec.pressed) return {colour::kMint, colour::kDeepTeal, colour::kTeal};
            return {lit ? colour::kMint : colour::kCard, colour::kInk, colour::kLine};
    }
    return {};
}

struct TonePair {
    base::Rgba ground, ink;
};

TonePair colours_of(Tone tone) {
    switch (tone) {
        case Tone::mint:
            return {colour::kMint, {12, 82, 79, 255}};
        case Tone::sun:
            return {colour::kSun, {122, 72, 4, 255}};
        case Tone::peach:
            return {colour::kPeach, {158, 52, 22, 255}};
        case Tone::sky:
            return {colour::kSky, {26, 80, 126, 255}};
        case Tone::grey:
            return {kGrey, {62, 78, 82, 255}};
        case Tone::teal:
            return {colour::kTeal, colour::kOnTeal};
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
    const ui::Touched touched = ui.touchable(
        {ui::Role::button, std::string(spec.label), {}, states, ui::kPress, rect}, spec.key);
    const Look look = look_of(spec, touched);
    const float radius = ui.px(12);
    ui.canvas().rounded(rect, radius, look.ground);
    if (look.edge.a > 0)
        ui.canvas().ring(rect, radius,
                         std::max(1.0F, ui.px(spec.look == ButtonLook::outline ? 2 : 1)),
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
    ui.node({ui::Role::status,
             std::string(label),
             {},
             ui::kNoState,
             ui::kNoAction,
             {x, y, badge_width(ui, label), badge_height(ui)}});
}

void panel(Ui& ui, const base::Rect& rect, base::Rgba ground) {
    ui.canvas().rounded(rect, ui.px(14), ground);
    ui.canvas().ring(rect, ui.px(14), std::max(1.0F, ui.px(1)), colour::kLine);
}

void rule(Ui& ui, float x, float y, float width) {
    ui.canvas().fill({x, y, width, std::max(1.0F, ui.px(1))}, colour::kLine);
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
    canvas.rounded(bar, bar.h / 2, ui::colour::kLine);
    canvas.rounded({bar.x, bar.y, std::max(bar.h, bar.w * share), bar.h}, bar.h / 2,
                   ui::colour::kTeal);
}

}  // namespace candor::desk
