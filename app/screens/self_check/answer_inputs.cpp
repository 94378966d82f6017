#include "screens/self_check/answer_inputs.h"

#include <algorithm>
#include <cmath>

#include "screening/model/value.h"
#include "screens/frame/notice.h"
#include "screens/self_check/scale.h"
#include "screens/self_check/wording.h"

namespace candor::screens {

using screening::AnswerState;
using screening::Item;
using screening::ItemControl;
using screening::ItemType;
using screening::Value;

std::string Asking::name(std::string_view what) const {
    if (alone) return std::string(what);
    const auto of = [&](std::string_view whole, std::string_view part) {
        return ui.tr("check.of-question", {{"what", part}, {"question", whole}});
    };
    const std::string name = of(item_text(item, language()), what);
    return which.empty() ? name : of(which, name);
}

namespace {

const std::vector<std::string>& problems(const Asking& at) {
    static const std::vector<std::string> none;
    const auto found = at.state.visit.problems.find(at.key);
    return found == at.state.visit.problems.end() ? none : found->second;
}

std::string look(const Asking& at) { return "look " + std::to_string(at.state.visit.looks); }

bool enters(const Asking& at, Part part) {
    return at.state.visit.field == Field::answer && at.state.visit.answering == at.key &&
           at.state.visit.part == part;
}

/// Why the answer does not fit, beside it; Next scrolls to it.
float problem(const Asking& at, float y) {
    if (problems(at).empty()) return 0;
    ui::Ui& ui = at.ui;
    std::string words;
    for (const std::string& code : problems(at))
        words += (words.empty() ? "" : " ") + problem_text(at.item, code, ui.strings());
    const float height =
        notice(ui, at.column, y,
               {words, "caution", ui::colour::kPeach, ui::colour::kCoral, ui::Role::alert});
    if (at.state.visit.complains) bring_into_sight(at, y - ui.px(240), y + height);
    return height + ui.px(24);
}

/// A number that only lacks its unit is not wrong itself.
bool number_is_wrong(const Asking& at) {
    return std::any_of(problems(at).begin(), problems(at).end(),
                       [](const std::string& code) { return code != "wrong-unit"; });
}

/// Number and unit beside each other; the number stands in the language's digits.
float number_field(const Asking& at, float y) {
    ui::Ui& ui = at.ui;
    const Draft& draft = at.state.draft(at.key);
    const std::string unit =
        at.item.units.size() == 1 ? at.item.units.front().label.in(at.language()) : "";
    const float unit_w =
        unit.empty()
            ? 0
            : std::min(at.column.width / 2, ui.shape(unit, ui::type::kBody).width()) + ui.px(28);
    base::SecretString shown{128};
    std::string number = ui.strings().number(draft.text.view());
    shown.assign(number);
    base::wipe(number);
    const std::string label = ui.tr("check.your-answer"), name = at.name(label);
    const std::string hint = at.item.entry_format.in(at.language());
    ui::FieldSpec spec{label, at.key, hint, &shown, shown.size()};
    spec.focused = enters(at, Part::number);
    spec.invalid = number_is_wrong(at);
    spec.required = at.item.required;
    spec.accessible_name = name;
    const float width = std::min(at.column.width - unit_w, ui.px(620));
    const ui::FieldTouched field = ui::text_field(ui, at.column.x, y, width, spec);
    if (field.tapped) at.intents.push_back(EnterAnswer{at.key, Part::number, shown.size()});
    if (spec.focused) bring_into_sight(at, y, y + field.height);
    if (!unit.empty()) {
        const float room = unit_w - ui.px(28);
        const auto& words = ui.shape(unit, ui::type::kBody, room);
        const float box = ui.theme().type(38) * 1.35F + ui.px(52);
        ui.text(at.column.x + width + ui.px(28),
                y + field.height - box + (box - words.height()) / 2, room, unit, ui::type::kBody);
    }
    return field.height + ui.px(24);
}

/// Units to choose from, each a choice of its own.
float units(const Asking& at, float y) {
    if (at.item.units.size() < 2) return 0;
    ui::Ui& ui = at.ui;
    const float start = y, gap = ui.px(20);
    y +=
        ui.text(at.column.x, y, at.column.width, ui.tr("check.unit"), ui::type::kLabel) + ui.px(12);
    const Draft& draft = at.state.draft(at.key);
    const float width = std::floor((at.column.width - gap) / 2);
    for (std::size_t i = 0; i < at.item.units.size(); i += 2) {
        float height = 0;
        for (std::size_t j = i; j < std::min(i + 2, at.item.units.size()); ++j) {
            const ui::Choice unit{at.item.units[j].label.in(at.language()), at.key, {}, {},
                                  draft.unit == static_cast<int>(j),        false};
            height = std::max(height, ui::choice_height(ui, width, unit));
        }
        for (std::size_t j = i; j < std::min(i + 2, at.item.units.size()); ++j) {
            const std::string& label = at.item.units[j].label.in(at.language());
            const std::string name = at.name(label);
            ui::Choice unit{label, at.key, {}, {}, draft.unit == static_cast<int>(j)};
            unit.accessible_name = name;
            const float x = at.column.x + static_cast<float>(j - i) * (width + gap);
            if (ui::choice(ui, {x, y, width, height}, unit))
                at.intents.push_back(ChooseUnit{at.key, static_cast<int>(j)});
        }
        y += height + gap;
    }
    return y - start;
}

float words_field(const Asking& at, float y) {
    ui::Ui& ui = at.ui;
    const bool other = at.item.type == ItemType::open_choice;
    const std::string label = ui.tr(other ? "check.other" : "check.your-answer");
    const std::string name = at.name(label), hint = at.item.entry_format.in(at.language());
    const Draft& draft = at.state.draft(at.key);
    ui::FieldSpec spec{label, at.key, hint, &draft.text, at.state.visit.caret};
    spec.focused = enters(at, Part::words);
    spec.invalid = !problems(at).empty();
    spec.required = at.item.required;
    spec.lines = at.item.type == ItemType::text ? 4 : 1;
    spec.accessible_name = name;
    const ui::FieldTouched field = ui::text_field(ui, at.column.x, y, at.column.width, spec);
    if (field.tapped) at.intents.push_back(EnterAnswer{at.key, Part::words, field.caret});
    if (spec.focused) bring_into_sight(at, y, y + field.height);
    return field.height + ui.px(24);
}

}  // namespace

void bring_into_sight(const Asking& at, float top, float bottom) {
    const Sight& sight = at.sight;
    const float margin = at.ui.px(40);  // reveal() leaves it above
    const bool both = bottom - at.heading + 2 * margin <= sight.bottom - sight.top;
    const float start = both ? at.heading : top;
    const bool seen = start >= sight.top && bottom + margin <= sight.bottom;
    at.ui.reveal("main", look(at), (seen ? sight.top + margin : start) - sight.content);
}

float typed_input(const Asking& at, float y) {
    if (entry_of(at.item) == Entry::words) return words_field(at, y);
    const float number = number_field(at, y);
    return number + units(at, y + number);
}

float slider_input(const Asking& at, float y) {
    const Scale scale = *scale_of(at.item);
    ui::Ui& ui = at.ui;
    const auto& values = at.state.visit.response.values(at.key);
    const auto value = values.empty() ? std::nullopt : size_of(values.front());
    const std::string words =
        values.empty() ? "" : value_text(at.item, values.front(), ui.strings());
    const std::string question = item_text(at.item, at.language());
    const std::string less = ui.tr("check.less", {{"what", question}});
    const std::string more = ui.tr("check.more", {{"what", question}});
    const std::string hint = ui.tr("check.no-value");
    ui::SliderSpec spec{question, at.key, words, hint};
    const std::string low = value_text(at.item, *at.item.min_value, ui.strings());
    const std::string high = value_text(at.item, *at.item.max_value, ui.strings());
    spec.lower = at.item.lower.empty() ? low : at.item.lower.in(at.language());
    spec.upper = at.item.upper.empty() ? high : at.item.upper.in(at.language());
    spec.less_name = less;
    spec.more_name = more;
    spec.steps = scale.steps();
    spec.required = at.item.required;
    if (value) {
        spec.share = scale.share(*value);
        spec.can_less = scale.moved(value, -1) < *value;
        spec.can_more = scale.moved(value, 1) > *value;
    }
    const ui::SliderTouched touched = ui::slider(ui, at.column.x, y, at.column.width, spec);
    const auto set = [&](double to) { at.intents.push_back(SetNumber{at.key, scale.text(to)}); };
    if (touched.less) set(scale.moved(value, -1));
    if (touched.more) set(scale.moved(value, 1));
    if (touched.share) set(scale.at(*touched.share));
    return touched.height + ui.px(28);
}

std::string_view part_key(Part part) {
    switch (part) {
        case Part::day:
            return "check.day";
        case Part::month:
            return "check.month";
        case Part::year:
            return "check.year";
        case Part::hour:
            return "check.hour";
        case Part::minute:
            return "check.minute";
        default:
            return {};
    }
}

namespace {

std::string part_words(const Asking& at, const Draft& draft, Part part) {
    const int value = draft.part(part);
    const ui::Strings& strings = at.ui.strings();
    if (part == Part::year) return strings.number(draft.text.view());
    if (part == Part::day) return value > 0 ? strings.number(std::to_string(value)) : "";
    if (part == Part::month) return value > 0 ? month_name(value, strings) : "";
    if (value < 0) return {};
    return strings.number((value < 10 ? "0" : "") + std::to_string(value));
}

float one_part(const Asking& at, const base::Rect& place, Part part) {
    ui::Ui& ui = at.ui;
    const Draft& draft = at.state.draft(at.key);
    const std::string label = ui.tr(part_key(part)), name = at.name(label);
    const std::string less = ui.tr("check.less", {{"what", name}});
    const std::string more = ui.tr("check.more", {{"what", name}});
    const std::string value = part_words(at, draft, part);
    ui::StepperSpec spec{label, name, at.key, value, less, more};
    spec.focused = enters(at, part);
    spec.invalid = is_at_fault(draft, part, problems(at));
    spec.can_less = spec.can_more = part != Part::year || !draft.text.empty();
    const ui::StepperTouched touched = ui::stepper(ui, place.x, place.y, place.w, spec);
    if (touched.tapped) at.intents.push_back(EnterAnswer{at.key, part, 0});
    if (touched.less) at.intents.push_back(StepPart{at.key, part, -1});
    if (touched.more) at.intents.push_back(StepPart{at.key, part, 1});
    if (spec.focused) bring_into_sight(at, place.y, place.y + touched.height);
    return touched.height;
}

}  // namespace

float parts_input(const Asking& at, float y) {
    ui::Ui& ui = at.ui;
    const float gap = ui.px(24), start = y;
    const auto parts = parts_of(at.item.type);
    const auto row = [&](std::size_t first, std::size_t count, float share) {
        float height = 0, x = at.column.x;
        const float room = at.column.width - 2 * gap;
        for (std::size_t i = first; i < first + count; ++i) {
            // A month is a word and the widest of the three.
            const float part = parts[i] == Part::month ? 0.42F : share;
            const float width = std::floor(room * part);
            height = std::max(height, one_part(at, {x, y, width, 0}, parts[i]));
            x += width + gap;
        }
        y += height + ui.px(28);
    };
    if (parts.front() == Part::day) row(0, 3, 0.29F);
    if (parts.back() == Part::minute) row(parts.size() - 2, 2, 0.29F);
    return y - start;
}

float given_answers(const Asking& at, float y) {
    ui::Ui& ui = at.ui;
    const auto& values = at.state.visit.response.values(at.key);
    const float start = y, pad = ui.px(36);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string words = value_text(at.item, values[i], ui.strings());
        const std::string remove = ui.tr("check.remove");
        const std::string name = ui.tr("check.remove-answer", {{"answer", words}});
        const std::string key = at.key + " " + std::to_string(i);
        const ui::Pill pill{remove, "close", key, false, name};
        const float pill_w = ui::pill_width(ui, pill), room = at.column.width - 3 * pad - pill_w;
        const auto& text = ui.shape(words, ui::type::kLabel, room);
        const float height = std::max(ui.px(128), text.height() + ui.px(40));
        ui::card(ui, {at.column.x, y, at.column.width, height});
        ui.text(at.column.x + pad, y + (height - text.height()) / 2, room, words, ui::type::kLabel,
                ui::Role::listitem);
        if (ui::pill(ui, at.column.x + at.column.width - pad - pill_w, y + (height - ui.px(96)) / 2,
                     pill))
            at.intents.push_back(RemoveAnswer{at.key, i});
        y += height + ui.px(20);
    }
    return y - start;
}

namespace {

/// One of several answers: those given, the next one, and a button that adds it.
float added_input(const Asking& at, float y) {
    ui::Ui& ui = at.ui;
    const float start = y;
    y += given_answers(at, y);
    if (is_full(at)) return y - start;
    y += entry_of(at.item) == Entry::parts ? parts_input(at, y) : typed_input(at, y);
    const Draft& draft = at.state.draft(at.key);
    const std::string label = ui.tr("check.add");
    ui::ButtonSpec add{label, ui::ButtonKind::outline, "plus", {}, at.key};
    add.disabled = draft.empty();
    const float height = ui::button_height(ui, at.column.width, add);
    if (ui::button(ui, {at.column.x, y, at.column.width, height}, add))
        at.intents.push_back(AddAnswer{at.key});
    return y + height + ui.px(28) - start;
}

}  // namespace

float answer_input(const Asking& at, float y) {
    const float start = y;
    const Entry entry = entry_of(at.item);
    const bool open_choice = at.item.type == ItemType::open_choice;
    if (entry == Entry::none || open_choice) {
        const bool list = at.item.control == ItemControl::drop_down && !at.item.options.empty();
        y += list ? option_rows(at, y) : choices(at, y);
    }
    if (adds_answers(at.item))
        y += added_input(at, y);
    else if (entry == Entry::slider)
        y += slider_input(at, y);
    else if (entry == Entry::parts)
        y += parts_input(at, y);
    else if (entry != Entry::none)
        y += typed_input(at, y);
    y += problem(at, y);
    y += rather_not_say(at, y);
    return y - start;
}

}  // namespace candor::screens
