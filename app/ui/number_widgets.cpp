#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace candor::ui {
namespace {

constexpr float kButton = 112, kThumb = 84, kTrack = 20;
constexpr int kMostDots = 11;

bool icon_button(Ui& ui, const base::Rect& rect, std::string_view icon, std::string_view name,
                 std::string_view key, bool enabled) {
    const unsigned states = enabled ? kNoState : kDisabled;
    const Touched touched =
        ui.touchable({Role::button, std::string(name), {}, states, kPress, rect}, key);
    Canvas& canvas = ui.canvas();
    const float radius = std::min(rect.h / 2, ui.px(28));
    canvas.rounded(rect, radius, touched.pressed ? colour::kMint : colour::kCard);
    canvas.ring(rect, radius, ui.px(3), enabled ? colour::kTeal : colour::kLine);
    const float size = ui.px(48);
    ui.icon(icon, {rect.x + (rect.w - size) / 2, rect.y + (rect.h - size) / 2, size, size},
            enabled ? colour::kDeepTeal : colour::kField);
    return touched.tapped;
}

void draw_track(Ui& ui, const base::Rect& line, const SliderSpec& spec) {
    Canvas& canvas = ui.canvas();
    canvas.rounded(line, line.h / 2, colour::kField);
    if (spec.share)
        canvas.rounded({line.x, line.y, std::max(line.h, line.w * *spec.share), line.h}, line.h / 2,
                       colour::kTeal);
    if (spec.steps < 1 || spec.steps >= kMostDots) return;
    const float dot = ui.px(8);
    for (int i = 0; i <= spec.steps; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(spec.steps);
        const float x = line.x + ui.px(10) + share * (line.w - ui.px(20));
        canvas.circle({x - dot / 2, line.y + (line.h - dot) / 2, dot, dot}, colour::kCard);
    }
}

void draw_thumb(Ui& ui, const base::Rect& line, float share, bool pressed) {
    Canvas& canvas = ui.canvas();
    const float size = ui.px(kThumb);
    const base::Rect thumb{line.x + share * line.w - size / 2, line.y + (line.h - size) / 2, size,
                           size};
    canvas.shadow(thumb, size / 2, ui.px(14), ui.px(4), {29, 43, 46, 50});
    canvas.circle(thumb, colour::kTeal);
    canvas.circle(thumb.inset(ui.px(pressed ? 24 : 8)), colour::kCard);
    canvas.circle(thumb.inset(ui.px(28)), colour::kTeal);
}

/// The words at both ends; returns their height.
float end_words(Ui& ui, float x, float y, float width, const SliderSpec& spec) {
    const float half = (width - ui.px(32)) / 2;
    float height = 0;
    if (!spec.lower.empty()) height = ui.text(x, y, half, spec.lower, type::kSmall);
    if (!spec.upper.empty())
        height = std::max(height, ui.text(x + width - half, y, half, spec.upper, type::kSmall,
                                          Role::paragraph, text::Align::end));
    return height;
}

}  // namespace

SliderTouched slider(Ui& ui, float x, float y, float width, const SliderSpec& spec) {
    SliderTouched out;
    const float start = y, button = ui.px(kButton), gap = ui.px(20);
    Type number = type::kHeadline;
    number.colour = spec.share ? colour::kDeepTeal : colour::kSoftInk;
    if (!spec.share) number = type::kLead;
    const auto& words =
        ui.shape(spec.share ? spec.value : spec.hint, number, width, text::Align::centre);
    const float words_h = std::max(ui.theme().type(72) * 1.2F, words.height());
    ui.canvas().paragraph(words, x, y + (words_h - words.height()) / 2, width);
    y += words_h + ui.px(20);
    out.less =
        icon_button(ui, {x, y, button, button}, "minus", spec.less_name, spec.key, spec.can_less);
    const base::Rect zone{x + button + gap, y, width - 2 * (button + gap), button};
    const float inset = ui.px(kThumb / 2);
    const base::Rect line{zone.x + inset, y + (button - ui.px(kTrack)) / 2, zone.w - 2 * inset,
                          ui.px(kTrack)};
    const unsigned states = spec.required ? kRequired : kNoState;
    const Touched touched = ui.touchable({Role::slider, std::string(spec.name),
                                          std::string(spec.value), states, kPress | kSlide, zone},
                                         spec.key);
    draw_track(ui, line, spec);
    if (spec.share) draw_thumb(ui, line, *spec.share, touched.pressed);
    out.more = icon_button(ui, {zone.right() + gap, y, button, button}, "plus", spec.more_name,
                           spec.key, spec.can_more);
    if (touched.tapped || touched.slid)
        out.share = std::clamp((touched.at.x - line.x) / line.w, 0.0F, 1.0F);
    y += button + ui.px(16);
    y += end_words(ui, x, y, width, spec);
    out.height = y - start;
    return out;
}

StepperTouched stepper(Ui& ui, float x, float y, float width, const StepperSpec& spec) {
    StepperTouched out;
    const float start = y, gap = ui.px(14);
    Type label = type::kLabel;
    label.size = 30;
    const auto& name = ui.shape(spec.label, label, width, text::Align::start, 1);
    ui.canvas().paragraph(name, x, y, width);
    y += name.height() + ui.px(10);
    const base::Rect box{x, y, width,
                         std::max(ui.px(116), ui.theme().type(38) * 1.35F + ui.px(52))};
    unsigned states = spec.focused ? kFocused | kExpanded : kNoState;
    if (spec.invalid) states |= kInvalid;
    const Touched touched = ui.touchable(
        {Role::spinbutton, std::string(spec.name), std::string(spec.value), states, kPress, box},
        spec.key);
    Canvas& canvas = ui.canvas();
    const bool strong = spec.focused || spec.invalid;
    // The part that is being picked stands out by its ground, also among others that are wrong.
    const bool lit = touched.pressed || spec.focused;
    canvas.rounded(box, ui.px(28), lit ? colour::kMint : colour::kCard);
    canvas.ring(box, ui.px(28), ui.px(strong ? 5 : 2),
                spec.invalid   ? colour::kCoral
                : spec.focused ? colour::kTeal
                               : colour::kSoftInk);
    Type type = type::kTitle;
    if (spec.value.empty()) type.colour = colour::kSoftInk;
    const std::string_view shown = spec.value.empty() ? "\u2013" : spec.value;
    const float room = width - ui.px(24);
    for (const float size : {36.0F, 32.0F, 28.0F, 24.0F, 20.0F}) {
        if (ui.shape(shown, type).width() <= room) break;
        type.size = size;
    }
    const auto& words = ui.shape(shown, type, room, text::Align::centre, 1);
    canvas.paragraph(words, box.x + ui.px(12), box.y + (box.h - words.height()) / 2, room);
    out.tapped = touched.tapped;
    y += box.h + gap;
    const float half = std::floor((width - gap) / 2), height = ui.px(104);
    out.less =
        icon_button(ui, {x, y, half, height}, "minus", spec.less_name, spec.key, spec.can_less);
    out.more = icon_button(ui, {x + width - half, y, half, height}, "plus", spec.more_name,
                           spec.key, spec.can_more);
    out.height = y + height - start;
    return out;
}

}  // namespace candor::ui
