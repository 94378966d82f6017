#include "ui/pad.h"

#include <algorithm>
#include <cmath>

namespace candor::ui {
namespace {

constexpr float kMargin = 28, kWidestKey = 300;

std::size_t rows_of(const PadSpec& spec) {
    return (spec.keys.size() + spec.columns - 1) / spec.columns;
}

}  // namespace

float pad_height(Ui& ui, const PadSpec& spec) {
    return panel_height(ui, static_cast<int>(rows_of(spec)));
}

PadTouched pad(Ui& ui, const PadSpec& spec) {
    PadTouched out;
    const KeyPanel panel = key_panel(ui, pad_height(ui, spec), spec.field_name);
    out.done = panel.done;
    const auto columns = static_cast<float>(spec.columns);
    const auto screen = static_cast<float>(ui.theme().width());
    const float gap = ui.px(kKeyGap), height = key_height(ui);
    const float room = std::min(screen - 2 * ui.px(kMargin), columns * ui.px(kWidestKey));
    const float width = std::floor((room - gap * (columns - 1)) / columns);
    const float left = (screen - columns * width - gap * (columns - 1)) / 2;
    // "May" is as large as "September".
    const bool words = std::any_of(spec.keys.begin(), spec.keys.end(), is_word);
    for (std::size_t i = 0; i < spec.keys.size(); ++i) {
        KeyFace face = spec.keys[i];
        if (face.name.empty()) continue;
        face.among_words = words;
        const auto column = static_cast<float>(i % spec.columns);
        const auto row = static_cast<float>(i / spec.columns);
        base::Rect rect{left + column * (width + gap), panel.keys_y + row * (height + gap), width,
                        height};
        if (spec.as_on_a_keyboard) rect = unmirrored(ui, rect);
        const unsigned states = face.lit ? kSelected : kNoState;
        const Touched touched =
            ui.touchable({Role::button, face.name, {}, states, kPress, rect}, "pad");
        draw_key(ui, rect, face, touched.pressed);
        if (touched.tapped) out.key = i;
    }
    return out;
}

}  // namespace candor::ui
