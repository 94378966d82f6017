#include "ui/keyboard.h"

#include <algorithm>
#include <cmath>

#include "base/letter_case.h"
#include "ui/key_face.h"

namespace candor::ui {
namespace {

using Kind = KeyboardResult::Kind;

constexpr float kMargin = 28, kGap = kKeyGap;
constexpr float kCrowdedMargin = 20, kCrowdedGap = 6;  // Turkish and Arabic rows have twelve keys
constexpr std::size_t kCrowded = 11;

std::string key_of_form(const std::string& form) { return "accent " + form; }

/// Upper case for the shift key: as the language has it, else as Unicode does.
std::string shifted(const std::string& cap, const Strings& strings) {
    const auto& own = strings.rules().capitals;
    if (const auto found = own.find(cap); found != own.end()) return found->second;
    return base::upper_case(cap);
}

KeyFace look_of(Ui& ui, const KeySpec& key, const KeyboardState& state) {
    if (!key.special) {
        const std::string cap =
            state.shift == Shift::off ? key.cap : shifted(key.cap, ui.strings());
        return {cap, cap, {}, false};
    }
    if (key.cap == "space") return {ui.tr("keyboard.space"), ui.tr("keyboard.space"), {}, false};
    if (key.cap == "shift")
        return {
            ui.tr("keyboard.shift"), {}, state.shift == Shift::off ? "shift" : "shift-on", true};
    if (key.cap == "backspace") return {ui.tr("keyboard.backspace"), {}, "backspace", true};
    if (key.cap == "next") {
        const std::string words = ui.tr(state.last_field ? "keyboard.done" : "keyboard.next");
        return {words, words, {}, true};
    }
    return {ui.tr("keyboard." + key.cap), ui.tr("keyboard." + key.cap), {}, true};
}

KeyboardResult result_of(const KeySpec& key, const KeyFace& look) {
    if (!key.special) return {Kind::typed, look.label};
    if (key.cap == "space") return {Kind::typed, " "};
    if (key.cap == "shift") return {Kind::shift, {}};
    if (key.cap == "backspace") return {Kind::backspace, {}};
    if (key.cap == "next") return {Kind::next, {}};
    return {Kind::layout, key.cap};
}

/// The accents above the key that was held, in as many rows as they need.
void draw_accents(Ui& ui, const KeyRoom& room, const std::vector<std::string>& accents,
                  const KeyboardState& state, const base::Rect& key, KeyboardResult& result) {
    const float size = std::max(key.w, ui.px(96)), gap = ui.px(kGap), margin = ui.px(12);
    const auto most = static_cast<std::size_t>((room.width - 2 * margin - gap) / (size + gap));
    const std::size_t rows = (accents.size() + most - 1) / most;
    const std::size_t columns = (accents.size() + rows - 1) / rows;
    const float width = static_cast<float>(columns) * (size + gap) + gap;
    const float height = static_cast<float>(rows) * (key.h + gap) + gap;
    const float first = room.x + margin;
    const float x = std::clamp(key.x + key.w / 2 - width / 2, first,
                               std::max(first, room.right() - width - margin));
    const base::Rect panel{x, key.y - height - gap, width, height};
    card(ui, panel);
    for (std::size_t i = 0; i < accents.size(); ++i) {
        const std::string cap =
            state.shift == Shift::off ? accents[i] : shifted(accents[i], ui.strings());
        const std::size_t above = i / columns;
        const base::Rect rect{panel.x + gap + static_cast<float>(i % columns) * (size + gap),
                              panel.y + gap + static_cast<float>(above) * (key.h + gap), size,
                              key.h};
        const Touched touched =
            ui.touchable({Role::button, cap, {}, kNoState, kPress, rect}, key_of_form(accents[i]));
        draw_key(ui, rect, {cap, cap, {}, false}, touched.pressed);
        if (touched.tapped) result = {Kind::typed, cap};
    }
}

/// That a key offers more when it is held.
void draw_more(Ui& ui, const base::Rect& key) {
    const float dot = ui.px(5), gap = ui.px(4);
    for (int i = 0; i < 3; ++i) {
        const float x = key.right() - ui.px(14) - static_cast<float>(i) * (dot + gap) - dot;
        ui.canvas().circle({x, key.y + ui.px(13), dot, dot}, Colour::soft_ink);
    }
}

struct Open {
    base::Rect key;
    const std::vector<std::string>* accents = nullptr;
};

/// How wide a key of one unit is, and the room between keys.
struct KeyGrid {
    float unit = 0, gap = 0;
};

KeyGrid key_grid(Ui& ui, const KeyRoom& place, const std::vector<KeyRow>& rows) {
    const bool crowded = std::any_of(rows.begin(), rows.end(),
                                     [](const KeyRow& row) { return row.size() > kCrowded; });
    KeyGrid grid;
    grid.gap = ui.px(crowded ? kCrowdedGap : kGap);
    const float margin = ui.px(crowded ? kCrowdedMargin : kMargin);
    const float room = std::min(place.width - 2 * margin, ui.px(1500));
    grid.unit = room;
    for (const KeyRow& row : rows) {
        float keys = 0;
        for (const KeySpec& key : row) keys += key.width;
        const float gaps = grid.gap * static_cast<float>(row.size() - 1);
        grid.unit = std::min(grid.unit, (room - gaps) / keys);
    }
    return grid;
}

void draw_row(Ui& ui, const KeyRoom& room, const KeyRow& row, float y, KeyGrid grid,
              const KeyboardLayouts& layouts, const KeyboardState& state, KeyboardResult& result,
              Open& open) {
    const float gap = grid.gap, unit = grid.unit, height = key_height(ui);
    float keys = 0;
    for (const KeySpec& key : row) keys += key.width;
    const float width = keys * unit + gap * static_cast<float>(row.size() - 1);
    float x = room.middle() - width / 2;
    for (const KeySpec& key : row) {
        const base::Rect rect =
            unmirrored(ui, room, {std::round(x), y, std::round(unit * key.width), height});
        const KeyFace look = look_of(ui, key, state);
        const auto accents = layouts.accents.find(key.cap);
        const bool has_accents = accents != layouts.accents.end();
        const unsigned actions = has_accents ? kPress | kLongPress : kPress;
        const Touched touched =
            ui.touchable({Role::button, look.name, {}, kNoState, actions, rect}, "key " + key.cap);
        draw_key(ui, rect, look, touched.pressed);
        if (has_accents) draw_more(ui, rect);
        if (touched.tapped) result = result_of(key, look);
        if (touched.long_pressed) result = {Kind::accents, key.cap};
        if (has_accents && state.accents_of == key.cap) open = {rect, &accents->second};
        x += unit * key.width + gap;
    }
}

}  // namespace

std::string first_form_of(const KeyboardLayouts& layouts, const std::string& key) {
    const auto forms = layouts.accents.find(key);
    if (forms == layouts.accents.end() || forms->second.empty()) return {};
    return key_of_form(forms->second.front());
}

float keyboard_height(Ui& ui) { return panel_height(ui, 5); }

KeyboardResult keyboard(Ui& ui, const KeyRoom& room, const KeyboardLayouts& layouts,
                        const KeyboardState& state, std::string_view field_name) {
    KeyboardResult result;
    const KeyPanel panel = key_panel(ui, room, keyboard_height(ui), field_name);
    if (panel.done) result = {Kind::done, {}};

    const auto found = layouts.layouts.find(state.layout);
    const auto& rows =
        (found != layouts.layouts.end() ? found : layouts.layouts.find("letters"))->second;
    const KeyGrid grid = key_grid(ui, room, rows);
    Open open;
    float y = panel.keys_y;
    for (const KeyRow& row : rows) {
        draw_row(ui, room, row, y, grid, layouts, state, result, open);
        y += key_height(ui) + ui.px(kGap);
    }
    if (open.accents != nullptr) draw_accents(ui, room, *open.accents, state, open.key, result);
    return result;
}

}  // namespace candor::ui
