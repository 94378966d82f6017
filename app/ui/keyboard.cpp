#include "ui/keyboard.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace candor::ui {
namespace {

using Kind = KeyboardResult::Kind;

constexpr float kMargin = 28, kGap = 12, kHead = 132, kFoot = 36;
constexpr float kCrowdedMargin = 20, kCrowdedGap = 6;  // Turkish and Arabic rows have twelve keys
constexpr std::size_t kCrowded = 11;

float key_height(Ui& ui) {
    const auto screen = static_cast<float>(ui.theme().height());
    return std::round(std::min(ui.px(108), screen * 0.08F));
}

/// Upper case of one letter for the shift key: Latin-1, Turkish and plain ASCII.
std::string shifted(const std::string& cap, std::string_view language) {
    if (cap == "i" && language == "tr") return "İ";
    if (cap == "ı") return "I";
    if (cap == "ß") return "ẞ";
    if (cap.size() == 1 && cap[0] >= 'a' && cap[0] <= 'z')
        return std::string(1, static_cast<char>(cap[0] - 'a' + 'A'));
    const auto* bytes = reinterpret_cast<const unsigned char*>(cap.data());
    if (cap.size() != 2) return cap;
    if (bytes[0] == 0xC3 && bytes[1] >= 0xA0 && bytes[1] != 0xB7 && bytes[1] != 0xBF)
        return {static_cast<char>(0xC3), static_cast<char>(bytes[1] - 0x20)};
    const bool pairs = bytes[0] == 0xC4 || bytes[0] == 0xC5;
    const bool odd_is_lower =
        pairs && (bytes[1] & 1U) == 1 && !(bytes[0] == 0xC4 && bytes[1] >= 0xB8);
    if (odd_is_lower) return {cap[0], static_cast<char>(bytes[1] - 1)};
    return cap;
}

struct KeyLook {
    std::string name, label;
    std::string_view icon;
    bool dim = false;
};

KeyLook look_of(Ui& ui, const KeySpec& key, const KeyboardState& state) {
    if (!key.special) {
        const std::string cap =
            state.shift == Shift::off ? key.cap : shifted(key.cap, ui.strings().language());
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

KeyboardResult result_of(const KeySpec& key, const KeyLook& look) {
    if (!key.special) return {Kind::typed, look.label};
    if (key.cap == "space") return {Kind::typed, " "};
    if (key.cap == "shift") return {Kind::shift, {}};
    if (key.cap == "backspace") return {Kind::backspace, {}};
    if (key.cap == "next") return {Kind::next, {}};
    return {Kind::layout, key.cap};
}

void draw_key(Ui& ui, const base::Rect& rect, const KeyLook& look, bool pressed) {
    Canvas& canvas = ui.canvas();
    const base::Rgba ground = pressed ? colour::kMint : look.dim ? colour::kKeyDim : colour::kCard;
    canvas.rounded(rect.moved(0, ui.px(3)), ui.px(18),
                   mix(colour::kKeyDim, colour::kSoftInk, 0.25F));
    canvas.rounded(rect, ui.px(18), ground);
    if (!look.icon.empty()) {
        const float icon = ui.px(44);
        ui.icon(look.icon, {rect.x + (rect.w - icon) / 2, rect.y + (rect.h - icon) / 2, icon, icon},
                colour::kInk);
        return;
    }
    Type type = type::kButton;
    type.weight = text::Weight::medium;
    const bool word = look.label.size() > 4;
    type.size = (word ? 32.0F : 42.0F) / ui.theme().text_factor();
    const auto& label = ui.shape(look.label, type, rect.w - ui.px(8), text::Align::centre, 1);
    canvas.paragraph(label, rect.x + ui.px(4), rect.y + (rect.h - label.height()) / 2,
                     rect.w - ui.px(8));
}

/// The row of accents above the key that was held.
void draw_accents(Ui& ui, const std::vector<std::string>& accents, const KeyboardState& state,
                  const base::Rect& key, KeyboardResult& result) {
    const float size = std::max(key.w, ui.px(96)), gap = ui.px(kGap);
    const auto count = static_cast<float>(accents.size());
    const float width = count * size + (count + 1) * gap;
    const auto screen = static_cast<float>(ui.theme().width());
    const float x =
        std::clamp(key.x + key.w / 2 - width / 2, ui.px(12), screen - width - ui.px(12));
    const base::Rect panel{x, key.y - key.h - 3 * gap, width, key.h + 2 * gap};
    card(ui, panel);
    float at = x + gap;
    for (const std::string& accent : accents) {
        const std::string cap =
            state.shift == Shift::off ? accent : shifted(accent, ui.strings().language());
        const base::Rect rect{at, panel.y + gap, size, key.h};
        const Touched touched =
            ui.touchable({Role::button, cap, {}, kNoState, kPress, rect}, "accent");
        draw_key(ui, rect, {cap, cap, {}, false}, touched.pressed);
        if (touched.tapped) result = {Kind::typed, cap};
        at += size + gap;
    }
}

/// Keys stand as on a real keyboard in every language: drawing mirrors, so this mirrors back.
base::Rect unmirrored(Ui& ui, const base::Rect& rect) {
    if (!ui.right_to_left()) return rect;
    return {static_cast<float>(ui.theme().width()) - rect.x - rect.w, rect.y, rect.w, rect.h};
}

struct Open {
    base::Rect key;
    const std::vector<std::string>* accents = nullptr;
};

/// How wide a key of one unit is, and the room between keys.
struct KeyGrid {
    float unit = 0, gap = 0;
};

KeyGrid key_grid(Ui& ui, const std::vector<KeyRow>& rows) {
    const bool crowded = std::any_of(rows.begin(), rows.end(),
                                     [](const KeyRow& row) { return row.size() > kCrowded; });
    KeyGrid grid;
    grid.gap = ui.px(crowded ? kCrowdedGap : kGap);
    const float margin = ui.px(crowded ? kCrowdedMargin : kMargin);
    const auto screen = static_cast<float>(ui.theme().width());
    const float room = std::min(screen - 2 * margin, ui.px(1500));
    grid.unit = room;
    for (const KeyRow& row : rows) {
        float keys = 0;
        for (const KeySpec& key : row) keys += key.width;
        const float gaps = grid.gap * static_cast<float>(row.size() - 1);
        grid.unit = std::min(grid.unit, (room - gaps) / keys);
    }
    return grid;
}

void draw_row(Ui& ui, const KeyRow& row, float y, KeyGrid grid, const KeyboardLayouts& layouts,
              const KeyboardState& state, KeyboardResult& result, Open& open) {
    const float gap = grid.gap, unit = grid.unit, height = key_height(ui);
    float keys = 0;
    for (const KeySpec& key : row) keys += key.width;
    const float width = keys * unit + gap * static_cast<float>(row.size() - 1);
    float x = (static_cast<float>(ui.theme().width()) - width) / 2;
    for (const KeySpec& key : row) {
        const base::Rect rect =
            unmirrored(ui, {std::round(x), y, std::round(unit * key.width), height});
        const KeyLook look = look_of(ui, key, state);
        const auto accents = layouts.accents.find(key.cap);
        const bool has_accents = accents != layouts.accents.end();
        const unsigned actions = has_accents ? kPress | kLongPress : kPress;
        const Touched touched =
            ui.touchable({Role::button, look.name, {}, kNoState, actions, rect}, "key " + key.cap);
        draw_key(ui, rect, look, touched.pressed);
        if (touched.tapped) result = result_of(key, look);
        if (touched.long_pressed) result = {Kind::accents, key.cap};
        if (has_accents && state.accents_of == key.cap) open = {rect, &accents->second};
        x += unit * key.width + gap;
    }
}

}  // namespace

float keyboard_height(Ui& ui) {
    return ui.px(kHead) + 5 * (key_height(ui) + ui.px(kGap)) + ui.px(kFoot);
}

KeyboardResult keyboard(Ui& ui, const KeyboardLayouts& layouts, const KeyboardState& state,
                        std::string_view field_name) {
    KeyboardResult result;
    const auto screen_w = static_cast<float>(ui.theme().width());
    const auto screen_h = static_cast<float>(ui.theme().height());
    const float height = keyboard_height(ui);
    const base::Rect panel{0, screen_h - height, screen_w, height};
    ui.canvas().rounded({0, panel.y, screen_w, height + ui.px(60)}, ui.px(44), colour::kKeyboard);
    // The ground takes touches between keys, so that they do not reach the form below.
    ui.touchable({Role::status, std::string(field_name), {}, kNoState, kNoAction, panel}, "ground");
    Type type = type::kLabel;
    type.colour = colour::kSoftInk;
    const auto& name = ui.shape(field_name, type);
    ui.canvas().paragraph(name, ui.px(40), panel.y + (ui.px(kHead) - name.height()) / 2,
                          name.width());
    const std::string label = ui.tr("keyboard.done");
    const float done_w = std::max(ui.px(220), ui.widest_word(label, type::kButton) + ui.px(84));
    const base::Rect done_rect{screen_w - ui.px(40) - done_w, panel.y + ui.px(18), done_w,
                               ui.px(96)};
    if (button(ui, done_rect, {label, ButtonKind::primary, {}, {}, "keyboard", false}))
        result = {Kind::done, {}};

    const auto found = layouts.layouts.find(state.layout);
    const auto& rows =
        (found != layouts.layouts.end() ? found : layouts.layouts.find("letters"))->second;
    const KeyGrid grid = key_grid(ui, rows);
    Open open;
    float y = panel.y + ui.px(kHead);
    for (const KeyRow& row : rows) {
        draw_row(ui, row, y, grid, layouts, state, result, open);
        y += key_height(ui) + ui.px(kGap);
    }
    if (open.accents != nullptr) draw_accents(ui, *open.accents, state, open.key, result);
    return result;
}

}  // namespace candor::ui
