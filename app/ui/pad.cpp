#include "ui/pad.h"

#include <algorithm>
#include <cmath>

namespace candor::ui {
namespace {

constexpr float kPadMargin = 28, kWidestKey = 300;

std::size_t rows_of(const PadSpec& spec) {
    return (spec.keys.size() + spec.columns - 1) / spec.columns;
}

/// One size for all of these labels: larger for who reads larger text, as far as the keys hold it.
float common_size(Ui& ui, const std::vector<const KeyFace*>& faces, float key_width) {
    float plain = 1000;
    for (const KeyFace* face : faces) plain = std::min(plain, label_size(*face));
    const auto fits = [&](float size) {
        const Type type = label_type(ui, size);
        return std::all_of(faces.begin(), faces.end(), [&](const KeyFace* face) {
            return ui.shape(face->label, type).width() <= key_width - ui.px(24);
        });
    };
    float size = plain * ui.theme().text_factor();
    while (size > plain && !fits(size)) size = std::max(plain, size - 2);
    return size;
}

struct Grid {
    float left, top, key_width, key_height, gap;

    base::Rect place(std::size_t column, std::size_t row, std::size_t columns) const {
        const auto x = static_cast<float>(column), y = static_cast<float>(row);
        const auto wide = static_cast<float>(columns);
        return {left + x * (key_width + gap), top + y * (key_height + gap),
                wide * (key_width + gap) - gap, key_height};
    }
};

Grid grid_of(Ui& ui, const KeyRoom& room, const PadSpec& spec, float top) {
    const auto columns = static_cast<float>(spec.columns);
    const float gap = ui.px(kKeyGap);
    const float most = std::min(room.width - 2 * ui.px(kPadMargin), columns * ui.px(kWidestKey));
    const float width = std::floor((most - gap * (columns - 1)) / columns);
    const float all = columns * width + gap * (columns - 1);
    return {room.middle() - all / 2, top, width, key_height(ui), gap};
}

/// Keys of one width are written alike: "May" is as large as "September".
void size_labels(Ui& ui, std::vector<KeyFace>& keys, const Grid& grid, std::size_t columns) {
    std::vector<const KeyFace*> narrow;
    for (const KeyFace& face : keys)
        if (!face.fills_row && face.icon.empty()) narrow.push_back(&face);
    const float size = common_size(ui, narrow, grid.key_width);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const float width = grid.place(0, 0, columns - i % columns).w;
        const float wide = keys[i].fills_row ? common_size(ui, {&keys[i]}, width) : size;
        keys[i].label_size = wide;
    }
}

}  // namespace

float pad_height(Ui& ui, const PadSpec& spec) {
    return panel_height(ui, static_cast<int>(rows_of(spec)));
}

PadTouched pad(Ui& ui, const KeyRoom& room, const PadSpec& spec) {
    PadTouched out;
    const KeyPanel panel = key_panel(ui, room, pad_height(ui, spec), spec.field_name);
    out.done = panel.done;
    const Grid grid = grid_of(ui, room, spec, panel.keys_y);
    std::vector<KeyFace> keys = spec.keys;
    size_labels(ui, keys, grid, spec.columns);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const KeyFace& face = keys[i];
        if (face.name.empty()) continue;
        const std::size_t column = i % spec.columns;
        base::Rect rect =
            grid.place(column, i / spec.columns, face.fills_row ? spec.columns - column : 1);
        if (spec.as_on_a_keyboard) rect = unmirrored(ui, room, rect);
        const unsigned states = face.lit ? kSelected : kNoState;
        const Touched touched = ui.touchable({Role::button, face.name, {}, states, kPress, rect},
                                             "pad " + std::to_string(i));
        draw_key(ui, rect, face, touched.pressed);
        if (touched.tapped) out.key = i;
    }
    return out;
}

}  // namespace candor::ui
