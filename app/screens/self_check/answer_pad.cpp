#include <algorithm>

#include "screens/self_check/answer_inputs.h"
#include "screens/self_check/wording.h"
#include "ui/pad.h"

namespace candor::screens {
namespace {

using screening::Item;

/// What each key of the pad does, beside how it looks.
struct PadKey {
    ui::KeyFace face;
    Intent intent;
};
struct Pad {
    std::vector<PadKey> keys;
    std::size_t columns = 3;
    bool as_on_a_keyboard = false;
};

PadKey typing(ui::Ui& ui, const std::string& sign) {
    const std::string label = ui.strings().number(sign);
    return {{label, label, {}, false}, TypeText{sign}};
}

PadKey named(ui::Ui& ui, const std::string& sign, std::string_view key) {
    PadKey out{typing(ui, sign)};
    out.face.label = ui.tr(sign == "-" ? "number.minus" : "number.decimal");
    out.face.name = ui.tr(key);
    out.face.dim = true;
    return out;
}

/// 1 to 9 as on a telephone, with a sign to the left of 0. Two signs need a fourth column.
Pad digits(ui::Ui& ui, bool minus, bool decimals) {
    Pad pad;
    const bool wide = minus && decimals;
    pad.columns = wide ? 4 : 3;
    pad.as_on_a_keyboard = true;
    const PadKey erase{{ui.tr("keyboard.backspace"), {}, "backspace", true}, EraseBack{}};
    const PadKey empty{};
    const auto row = [&](std::initializer_list<const char*> keys, const PadKey& last) {
        for (const char* key : keys) pad.keys.push_back(*key == ' ' ? empty : typing(ui, key));
        if (wide) pad.keys.push_back(last);
    };
    row({"1", "2", "3"}, erase);
    const PadKey minus_key = named(ui, "-", "check.key-minus");
    const PadKey point_key = named(ui, ".", "check.key-decimal");
    row({"4", "5", "6"}, minus_key);
    row({"7", "8", "9"}, point_key);
    row({" ", "0", " "}, empty);
    if (wide) return pad;
    pad.keys.back() = erase;
    if (minus || decimals) pad.keys[9] = minus ? minus_key : point_key;
    return pad;
}

struct Picking {
    ui::Ui& ui;
    const std::string& key;
    const Draft& draft;
    Part part;
};

PadKey picking(const Picking& at, int value, const std::string& label) {
    return {{label, label, {}, false, at.draft.part(at.part) == value},
            PickPart{at.key, at.part, value}};
}

/// Days, hours or minutes.
void count_up(const Picking& at, Pad& pad, int first, int last, int by) {
    const bool padded = at.part == Part::hour || at.part == Part::minute;
    for (int value = first; value <= last; value += by) {
        const std::string digits = (padded && value < 10 ? "0" : "") + std::to_string(value);
        pad.keys.push_back(picking(at, value, at.ui.strings().number(digits)));
    }
}

Pad picked(const Picking& at) {
    constexpr int kMonths = 12, kDays = 31, kHours = 24, kMinutes = 60, kApart = 5;
    Pad pad;
    switch (at.part) {
        case Part::month:
            pad.columns = 3;
            for (int month = 1; month <= kMonths; ++month)
                pad.keys.push_back(picking(at, month, month_name(month, at.ui.strings())));
            break;
        case Part::day:
            pad.columns = 7;
            count_up(at, pad, 1, kDays, 1);
            break;
        case Part::hour:
            pad.columns = 6;
            count_up(at, pad, 0, kHours - 1, 1);
            break;
        default:
            pad.columns = 4;
            count_up(at, pad, 0, kMinutes - 1, kApart);
            break;
    }
    const int unknown = at.part == Part::day || at.part == Part::month ? 0 : -1;
    PadKey none = picking(at, unknown, at.ui.tr("check.not-known"));
    none.face.dim = none.face.fills_row = true;
    none.face.lit = false;
    pad.keys.push_back(none);
    return pad;
}

Pad pad_of(const State& state, ui::Ui& ui, const Item& item) {
    const Part part = state.visit.check.part;
    if (part == Part::number) return digits(ui, takes_minus(item), takes_decimals(item));
    if (part == Part::year) return digits(ui, false, false);
    return picked({ui, state.visit.check.answering,
                   state.visit.check.draft(state.visit.check.answering), part});
}

const Item* edited_item(const State& state) {
    if (!state.catalog->self_check) return nullptr;
    return state.catalog->self_check->questionnaire.find(
        screening::link_id_of(state.visit.check.answering));
}

ui::PadSpec spec_of(const Pad& pad, std::string_view name) {
    ui::PadSpec spec{name, {}, pad.columns, pad.as_on_a_keyboard};
    for (const PadKey& key : pad.keys) spec.keys.push_back(key.face);
    return spec;
}

}  // namespace

std::string answering_name(const State& state, ui::Ui& ui) {
    const std::string_view part = part_key(state.visit.check.part);
    if (!part.empty()) return ui.tr(part);
    const Item* item = edited_item(state);
    return item == nullptr ? std::string{} : item_text(*item, state.visit.language);
}

float answer_pad_height(const State& state, ui::Ui& ui) {
    const Item* item = edited_item(state);
    return item == nullptr ? 0 : ui::pad_height(ui, spec_of(pad_of(state, ui, *item), {}));
}

void draw_answer_pad(const Drawing& at) {
    const Item* item = edited_item(at.state);
    if (item == nullptr) return;
    const Pad pad = pad_of(at.state, at.ui, *item);
    const std::string name = answering_name(at.state, at.ui);
    const ui::PadTouched touched = ui::pad(at.ui, key_room(at.ui), spec_of(pad, name));
    if (touched.done) at.emit(FocusField{Field::none, 0});
    if (touched.key) at.emit(pad.keys[*touched.key].intent);
}

}  // namespace candor::screens
