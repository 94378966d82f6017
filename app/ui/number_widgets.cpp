#include <algorithm>
#include <array>
#include <cmath>

#include "ui/widgets.h"

namespace candor::ui {
namespace {

constexpr float kButton = 112, kThumb = 84, kTrack = 20;
constexpr int kMostDots = 11;

bool icon_button(Ui& ui, const base::Rect& rect, std::string_view icon, std::string_view name,
                 const std::string& key, bool enabled) {
    const unsigned states = enabled ? kNoState : kDisabled;
    const Touched touched =
        ui.touchable({Role::button, std::string(name), {}, states, kPress, rect}, key);
    Canvas& canvas = ui.canvas();
    const float radius = std::min(rect.h / 2, ui.px(28));
    canvas.rounded(rect, radius, touched.pressed ? Colour::mint : Colour::card);
    canvas.ring(rect, radius, ui.px(3), enabled ? Colour::teal : Colour::line);
    const float size = ui.px(48);
    ui.icon(icon, {rect.x + (rect.w - size) / 2, rect.y + (rect.h - size) / 2, size, size},
            enabled ? Colour::deep_teal : Colour::field);
    return touched.tapped;
}

void draw_track(Ui& ui, const base::Rect& line, const SliderSpec& spec) {
    Canvas& canvas = ui.canvas();
    canvas.rounded(line, line.h / 2, Colour::field);
    if (spec.share)
        canvas.rounded({line.x, line.y, std::max(line.h, line.w * *spec.share), line.h}, line.h / 2,
                       Colour::teal);
    if (spec.steps < 1 || spec.steps >= kMostDots) return;
    const float dot = ui.px(8);
    for (int i = 0; i <= spec.steps; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(spec.steps);
        const float x = line.x + ui.px(10) + share * (line.w - ui.px(20));
        canvas.circle({x - dot / 2, line.y + (line.h - dot) / 2, dot, dot}, Colour::card);
    }
}

void draw_thumb(Ui& ui, const base::Rect& line, float share, bool pressed) {
    Canvas& canvas = ui.canvas();
    const float size = ui.px(kThumb);
    const base::Rect thumb{line.x + share * line.w - size / 2, line.y + (line.h - size) / 2, size,
                           size};
    canvas.shadow(thumb, size / 2, ui.px(14), ui.px(4), Colour::shadow_thumb);
    canvas.circle(thumb, Colour::teal);
    canvas.circle(thumb.inset(ui.px(pressed ? 24 : 8)), Colour::card);
    canvas.circle(thumb.inset(ui.px(28)), Colour::teal);
}

void draw_end_words(Flow& flow, const SliderSpec& spec) {
    const float gap = flow.ui().px(32), half = (flow.width() - gap) / 2;
    flow.row(std::array{half, half}, 32, [&](Flow& end, std::size_t i) {
        const std::string_view words = i == 0 ? spec.lower : spec.upper;
        if (!words.empty())
            end.text(words, type::kSmall, Role::paragraph,
                     i == 0 ? text::Align::start : text::Align::end);
    });
}

/// The value in large, or what to do while there is none.
void draw_value(Flow& flow, const SliderSpec& spec) {
    Ui& ui = flow.ui();
    Type number = type::kHeadline;
    number.colour = Colour::deep_teal;
    if (!spec.share) number = type::kLead;
    const auto& words =
        ui.shape(spec.share ? spec.value : spec.hint, number, flow.width(), text::Align::centre);
    const base::Rect room = flow.take(std::max(ui.theme().type(72) * 1.2F, words.height()));
    ui.canvas().paragraph(words, room.x, room.y + (room.h - words.height()) / 2, room.w);
}

}  // namespace

SliderTouched slider(Flow& flow, const SliderSpec& spec) {
    SliderTouched out;
    Ui& ui = flow.ui();
    draw_value(flow, spec);
    flow.gap(20);
    const float button = ui.px(kButton), gap = ui.px(20), inset = ui.px(kThumb / 2);
    const base::Rect row = flow.take(button);
    out.less = icon_button(ui, {row.x, row.y, button, button}, "minus", spec.less_name,
                           std::string(spec.key) + " less", spec.can_less);
    const base::Rect zone{row.x + button + gap, row.y, row.w - 2 * (button + gap), button};
    const base::Rect line{zone.x + inset, row.y + (button - ui.px(kTrack)) / 2, zone.w - 2 * inset,
                          ui.px(kTrack)};
    const unsigned states = spec.required ? kRequired : kNoState;
    const Touched touched = ui.touchable({Role::slider, std::string(spec.name),
                                          std::string(spec.value), states, kPress | kSlide, zone},
                                         spec.key);
    draw_track(ui, line, spec);
    if (spec.share) draw_thumb(ui, line, *spec.share, touched.pressed);
    out.more = icon_button(ui, {zone.right() + gap, row.y, button, button}, "plus", spec.more_name,
                           std::string(spec.key) + " more", spec.can_more);
    if (touched.tapped || touched.slid)
        out.share = std::clamp((touched.at.x - line.x) / line.w, 0.0F, 1.0F);
    flow.gap(16);
    draw_end_words(flow, spec);
    return out;
}

namespace {

/// The value at full size, or smaller where it would not fit.
const text::Paragraph& fitted_value(Ui& ui, const StepperSpec& spec, float room) {
    Type type = type::kTitle;
    if (spec.value.empty()) type.colour = Colour::soft_ink;
    const std::string_view shown = spec.value.empty() ? "\u2013" : spec.value;
    for (const float size : {36.0F, 32.0F, 28.0F, 24.0F, 20.0F}) {
        if (ui.shape(shown, type).width() <= room) break;
        type.size = size;
    }
    return ui.shape(shown, type, room, text::Align::centre, 1);
}

bool draw_stepper_box(Ui& ui, const base::Rect& box, const StepperSpec& spec) {
    unsigned states = spec.focused ? kFocused | kExpanded : kNoState;
    if (spec.invalid) states |= kInvalid;
    const Touched touched = ui.touchable(
        {Role::spinbutton, std::string(spec.name), std::string(spec.value), states, kPress, box},
        spec.key);
    Canvas& canvas = ui.canvas();
    const bool strong = spec.focused || spec.invalid;
    // The part that is being picked stands out by its ground, also among others that are wrong.
    const bool lit = touched.pressed || spec.focused;
    canvas.rounded(box, ui.px(28), lit ? Colour::mint : Colour::card);
    canvas.ring(box, ui.px(28), ui.px(strong ? 5 : 2),
                spec.invalid   ? Colour::coral
                : spec.focused ? Colour::teal
                               : Colour::soft_ink);
    const float room = box.w - ui.px(24);
    const auto& words = fitted_value(ui, spec, room);
    canvas.paragraph(words, box.x + ui.px(12), box.y + (box.h - words.height()) / 2, room);
    return touched.tapped;
}

}  // namespace

StepperTouched stepper(Flow& flow, const StepperSpec& spec) {
    StepperTouched out;
    Ui& ui = flow.ui();
    Type label = type::kLabel;
    label.size = 30;
    flow.words(ui.shape(spec.label, label, flow.width(), text::Align::start, 1));
    flow.gap(10);
    const float value_h = std::max(ui.px(116), ui.theme().type(38) * 1.35F + ui.px(52));
    out.tapped = draw_stepper_box(ui, flow.take(value_h), spec);
    flow.gap(14);
    const base::Rect row = flow.take(ui.px(104));
    const float half = std::floor((row.w - ui.px(14)) / 2);
    out.less = icon_button(ui, {row.x, row.y, half, row.h}, "minus", spec.less_name,
                           std::string(spec.key) + " less", spec.can_less);
    out.more = icon_button(ui, {row.right() - half, row.y, half, row.h}, "plus", spec.more_name,
                           std::string(spec.key) + " more", spec.can_more);
    return out;
}

}  // namespace candor::ui
