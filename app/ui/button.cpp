#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "base/contrast.h"
#include "ui/widgets.h"

namespace candor::ui {
namespace {

struct Look {
    Colour ground, ink, edge;
};

/// On a dark ground the main action has the colour of main actions where that stands out of it.
bool stands_out_of_hero(const Palette& palette) {
    constexpr double kShape = 3;
    return base::contrast(palette[Colour::teal], palette[Colour::hero]) >= kShape;
}

Look look_of(Ui& ui, ButtonKind kind, bool pressed, bool disabled) {
    if (disabled) return {Colour::disabled, Colour::disabled_ink, Colour::line};
    if (kind == ButtonKind::on_dark && stands_out_of_hero(ui.theme().palette()))
        kind = ButtonKind::primary;
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

/// Beside its icons, which have their own size whatever the words have.
float label_room(Ui& ui, float width, const ButtonSpec& spec) {
    const float icons =
        (spec.icon_before.empty() ? 0.0F : 1.0F) + (spec.icon_after.empty() ? 0.0F : 1.0F);
    return width - ui.px(72) - icons * ui.px(kIconUnits + 20);
}

/// A label as it stands on its button, `room` wide.
struct Label {
    float size = 0, room = 0;
    bool icons = true;
};

Type label_type(float size, Colour ink) {
    Type type = type::kButton;
    type.size = size;
    type.colour = ink;
    return type;
}

const text::Paragraph& shaped(Ui& ui, const ButtonSpec& spec, const Label& label, Colour ink) {
    return ui.shape(spec.label, label_type(label.size, ink), label.room, text::Align::centre);
}

/// In a button that high, 0: in any.
bool fits(Ui& ui, const ButtonSpec& spec, const Label& label, std::size_t lines, float height) {
    if (ui.widest_word(spec.label, label_type(label.size, Colour::ink)) > label.room) return false;
    const auto& words = shaped(ui, spec, label, Colour::ink);
    return words.lines().size() <= lines && (height <= 0 || words.height() <= height);
}

constexpr float kLeastSize = 22;

/// The sizes that are tried, from the largest; among them the one that words have at the normal
/// text size.
std::array<float, 6> sizes_of(Ui& ui) {
    constexpr float kFull = type::kButton.size;
    std::array sizes{kFull, 34.0F, 30.0F, 26.0F, kLeastSize, kFull / ui.theme().text_factor()};
    std::sort(sizes.begin(), sizes.end(), std::greater<>());
    return sizes;
}

/// Before words get smaller than those of the normal text size, they have as many lines as they
/// want.
std::size_t most_lines(Ui& ui, float next_size) {
    constexpr std::size_t kUsual = 3, kAny = 99;
    constexpr float kHair = 0.01F;
    return next_size * ui.theme().text_factor() > type::kButton.size - kHair ? kUsual : kAny;
}

Label fitted_label(Ui& ui, float width, const ButtonSpec& spec, float height = 0) {
    const float beside = label_room(ui, width, spec), all = width - ui.px(72);
    const auto sizes = sizes_of(ui);
    Label label{kLeastSize, all, false};
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (sizes[i] > spec.most_size) continue;
        label.size = sizes[i];
        const std::size_t lines = most_lines(ui, i + 1 < sizes.size() ? sizes[i + 1] : 0);
        if (fits(ui, spec, {label.size, beside, true}, 2, height)) return {label.size, beside};
        if (fits(ui, spec, label, lines, height)) return label;
    }
    return label;
}

}  // namespace

float button_height(Ui& ui, float width, const ButtonSpec& spec) {
    const Label fitted = fitted_label(ui, width, spec);
    const auto& label = shaped(ui, spec, fitted, Colour::ink);
    return std::max(ui.px(120), label.height() + ui.px(40));
}

float label_size(Ui& ui, float width, const ButtonSpec& spec) {
    return fitted_label(ui, width, spec).size;
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
    const Look look = look_of(ui, spec.kind, pressed, spec.disabled);
    Canvas& canvas = ui.canvas();
    const float radius = ui.px(32);
    canvas.rounded(rect, radius, look.ground);
    canvas.ring(rect, radius, ui.px(3), look.edge);
    const Label fitted = fitted_label(ui, rect.w, spec, rect.h);
    const auto& label = shaped(ui, spec, fitted, look.ink);
    const std::string_view before = fitted.icons ? spec.icon_before : "";
    const std::string_view after = fitted.icons ? spec.icon_after : "";
    const float icon = ui.px(kIconUnits), gap = ui.px(20);
    float width = label.width();
    if (!before.empty()) width += icon + gap;
    if (!after.empty()) width += icon + gap;
    float x = rect.x + (rect.w - width) / 2;
    const float icon_y = rect.y + (rect.h - icon) / 2;
    if (!before.empty()) {
        ui.icon(before, {x, icon_y, icon, icon}, look.ink);
        x += icon + gap;
    }
    // The label was centred in its room; its box starts where its widest line would.
    canvas.paragraph(label, x - (fitted.room - label.width()) / 2,
                     rect.y + (rect.h - label.height()) / 2, fitted.room);
    if (!after.empty()) ui.icon(after, {x + label.width() + gap, icon_y, icon, icon}, look.ink);
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

namespace {

/// `room`: 0 where it is as wide as its label.
const text::Paragraph& pill_label(Ui& ui, const Pill& spec, float room) {
    Type type = type::kLabel;
    type.colour = Colour::deep_teal;
    return ui.shape(spec.label, type, room, text::Align::start,
                    room > 0 && spec.lines == 1 ? 1 : 0);
}

/// Where its label starts, from the pill's start.
float label_start(Ui& ui, const Pill& spec) { return ui.px(spec.icon.empty() ? 40 : 40 + 36 + 16); }

float room_of_label(Ui& ui, const Pill& spec) {
    if (spec.most_px <= 0) return 0;
    return pill_width(ui, spec) - label_start(ui, spec) - ui.px(40) + 1;
}

}  // namespace

float pill_height(Ui& ui, const Pill& spec) {
    const float least = ui.px(96);
    if (spec.icon_only || spec.lines == 1) return least;
    const auto& label = pill_label(ui, spec, room_of_label(ui, spec));
    return label.lines().size() < 2 ? least : std::max(least, label.height() + ui.px(28));
}

bool pill(Ui& ui, float x, float y, const Pill& spec) {
    const base::Rect rect{x, y, pill_width(ui, spec), pill_height(ui, spec)};
    const std::string name(spec.accessible_name.empty() ? spec.label : spec.accessible_name);
    const Touched touched =
        ui.touchable({Role::button, name, {}, kNoState, kPress, rect}, spec.key);
    Canvas& canvas = ui.canvas();
    const float radius = std::min(rect.h, ui.px(96)) / 2;
    canvas.rounded(rect, radius, touched.pressed ? Colour::mint : Colour::card);
    canvas.ring(rect, radius, std::max(1.0F, ui.px(2)), Colour::line);
    const float icon = ui.px(36);
    if (!spec.icon.empty())
        ui.icon(spec.icon, {x + ui.px(40), y + (rect.h - icon) / 2, icon, icon}, Colour::deep_teal);
    if (spec.icon_only) return touched.tapped;
    const float room = room_of_label(ui, spec);
    const auto& label = pill_label(ui, spec, room);
    canvas.paragraph(label, x + label_start(ui, spec), y + (rect.h - label.height()) / 2,
                     room > 0 ? room : label.width());
    return touched.tapped;
}

bool PillRow::add(const Pill& pill) {
    Ui& ui = flow_.ui();
    Pill spec = pill;
    if (spec.most_px <= 0) spec.most_px = flow_.width();
    spec.lines = 2;
    const float width = pill_width(ui, spec);
    float x = row_.h > 0 ? right_ + ui.px(gap_) : flow_.x();
    if (row_.h > 0 && x + width > row_.right()) {
        flow_.gap(row_gap_);
        row_ = {};
    }
    if (row_.h <= 0) {
        row_ = flow_.take(pill_height(ui, spec));
        x = row_.x;
    }
    right_ = x + width;
    return ui::pill(ui, x, row_.y, spec);
}

}  // namespace candor::ui
