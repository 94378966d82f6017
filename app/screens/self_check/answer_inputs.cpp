#include "screens/self_check/answer_inputs.h"

#include <algorithm>
#include <array>
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

std::string Question::name(const Drawing& at, std::string_view what) const {
    if (alone) return std::string(what);
    const auto of = [&](std::string_view whole, std::string_view part) {
        return at.tr("check.of-question", {{"what", part}, {"question", whole}});
    };
    const std::string name = of(item_text(item, at.language()), what);
    return which.empty() ? name : of(which, name);
}

void bring_into_sight(const Drawing& at, const Question& question, float top, float bottom) {
    at.ui.bring_into_sight("look " + std::to_string(at.visit().check.reveal_count),
                           question.words_y, top, bottom);
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

const std::vector<std::string>& problems_of(const Drawing& at, const Question& question) {
    static const std::vector<std::string> none;
    const auto found = at.visit().check.problems.find(question.key);
    return found == at.visit().check.problems.end() ? none : found->second;
}

bool enters(const Drawing& at, const Question& question, Part part) {
    const Visit& visit = at.visit();
    return visit.typing.field == Field::answer && visit.check.answering == question.key &&
           visit.check.part == part;
}

/// Why the answer does not fit, beside it; Next scrolls to it.
void draw_answer_problem(const Drawing& at, ui::Flow& flow, const Question& question) {
    const auto& codes = problems_of(at, question);
    if (codes.empty()) return;
    std::string words;
    for (const std::string& code : codes)
        words += (words.empty() ? "" : " ") + problem_text(question.item, code, at.ui.strings());
    const float top = flow.y();
    draw_notice(flow, {words, "caution", ui::Colour::peach, ui::Colour::coral, ui::Role::alert});
    if (at.visit().check.reveal_problem)
        bring_into_sight(at, question, top - at.ui.px(240), flow.y());
    flow.gap(24);
}

/// A number that only lacks its unit is not wrong itself.
bool number_is_wrong(const std::vector<std::string>& codes) {
    return std::any_of(codes.begin(), codes.end(),
                       [](const std::string& code) { return code != "wrong-unit"; });
}

/// Draws a field that edits a part of the answer, keeps it in sight, and takes its touches. `caret`
/// stands where a touch that says nothing else puts it.
void draw_entry_field(const Drawing& at, ui::Flow& flow, const Question& question, Part part,
                      ui::FieldSpec& spec, std::optional<std::size_t> caret) {
    const std::string name = question.name(at, spec.label);
    spec.key = question.key;
    spec.focused = enters(at, question, part);
    spec.required = question.item.required;
    spec.accessible_name = name;
    const float top = flow.y();
    const ui::FieldTouched field = ui::text_field(flow, spec);
    if (field.tapped) at.emit(EnterAnswer{question.key, part, caret.value_or(field.caret)});
    if (spec.focused) bring_into_sight(at, question, top, flow.y());
}

/// The unit of a number, in the middle of the box beside it.
void draw_unit(ui::Flow& flow, const std::string& unit, float field_height) {
    ui::Ui& ui = flow.ui();
    const auto& words = ui.shape(unit, ui::type::kBody, flow.width());
    const float box = ui.theme().type(38) * 1.35F + ui.px(52);
    flow.take(field_height - box + (box - words.height()) / 2);
    flow.text(unit, ui::type::kBody);
}

/// Number and unit beside each other; the number stands in the language's digits.
void draw_number_field(const Drawing& at, ui::Flow& flow, const Question& question) {
    ui::Ui& ui = at.ui;
    const auto& units = question.item.units;
    const std::string unit = units.size() == 1 ? units.front().label.in(at.language()) : "";
    const float room =
        unit.empty()
            ? 0
            : std::min(flow.width() / 2, ui.shape(unit, ui::type::kBody).width()) + ui.px(28);
    base::SecretString shown{128};
    std::string number = ui.strings().number(at.state.visit.check.draft(question.key).text.view());
    shown.assign(number);
    base::wipe(number);
    const std::string label = at.tr("check.your-answer");
    const std::string hint = question.item.entry_format.in(at.language());
    ui::FieldSpec spec{label, {}, hint, &shown, shown.size()};
    spec.invalid = number_is_wrong(problems_of(at, question));
    float height = 0;
    const float width = std::min(flow.width() - room, ui.px(620));
    flow.row(std::array{width, room - ui.px(28)}, 28, [&](ui::Flow& cell, std::size_t i) {
        if (i == 0) {
            draw_entry_field(at, cell, question, Part::number, spec, shown.size());
            height = cell.height();
        } else if (!unit.empty()) {
            draw_unit(cell, unit, height);
        }
    });
    flow.gap(24);
}

/// Units to choose from, each a choice of its own.
void draw_units(const Drawing& at, ui::Flow& flow, const Question& question) {
    const auto& units = question.item.units;
    if (units.size() < 2) return;
    flow.text(at.tr("check.unit"), ui::type::kLabel);
    flow.gap(12);
    const int chosen = at.state.visit.check.draft(question.key).unit;
    std::vector<std::string> keys;
    for (const auto& unit : units)
        keys.push_back(question.key + " unit " + std::to_string(&unit - units.data()));
    const auto choice_of = [&](std::size_t i, const std::string& name) {
        ui::Choice unit{
            units[i].label.in(at.language()), keys[i], {}, {}, chosen == static_cast<int>(i)};
        unit.accessible_name = name;
        return unit;
    };
    flow.grid(
        {units.size(), 2, 20},
        [&](std::size_t i, float width) {
            return ui::choice_height(at.ui, width, choice_of(i, {}));
        },
        [&](std::size_t i, const base::Rect& rect) {
            const std::string name = question.name(at, units[i].label.in(at.language()));
            if (ui::choice(at.ui, rect, choice_of(i, name)))
                at.emit(ChooseUnit{question.key, static_cast<int>(i)});
        });
    flow.gap(20);
}

void draw_words_field(const Drawing& at, ui::Flow& flow, const Question& question) {
    const bool other =
        question.item.type == ItemType::open_choice && !question.item.options.empty();
    const auto& own = question.item.open_label;
    const std::string label = other && !own.empty()
                                  ? own.in(at.language())
                                  : at.tr(other ? "check.other" : "check.your-answer");
    const std::string hint = question.item.entry_format.in(at.language());
    ui::FieldSpec spec{
        label, {}, hint, &at.state.visit.check.draft(question.key).text, at.visit().typing.caret};
    spec.invalid = !problems_of(at, question).empty();
    spec.lines = question.item.type == ItemType::text ? 4 : 1;
    draw_entry_field(at, flow, question, Part::words, spec, {});
    flow.gap(24);
}

void draw_typed_input(const Drawing& at, ui::Flow& flow, const Question& question) {
    if (entry_of(question.item) == Entry::words) return draw_words_field(at, flow, question);
    draw_number_field(at, flow, question);
    draw_units(at, flow, question);
}

void draw_slider_input(const Drawing& at, ui::Flow& flow, const Question& question) {
    const Item& item = question.item;
    const Scale scale = *scale_of(item);
    const ui::Strings& strings = at.ui.strings();
    const auto& values = at.visit().check.response.values(question.key);
    const auto value = values.empty() ? std::nullopt : size_of(values.front());
    const std::string words = values.empty() ? "" : value_text(item, values.front(), strings);
    const std::string name = item_text(item, at.language());
    const std::string less = at.tr("check.less", {{"what", name}});
    const std::string more = at.tr("check.more", {{"what", name}});
    const std::string hint = at.tr("check.no-value");
    ui::SliderSpec spec{name, question.key, words, hint};
    const std::string low = value_text(item, *item.min_value, strings);
    const std::string high = value_text(item, *item.max_value, strings);
    spec.lower = item.lower.empty() ? low : item.lower.in(at.language());
    spec.upper = item.upper.empty() ? high : item.upper.in(at.language());
    spec.less_name = less;
    spec.more_name = more;
    spec.steps = scale.steps();
    spec.required = item.required;
    if (value) {
        spec.share = scale.share(*value);
        spec.can_less = scale.moved(value, -1) < *value;
        spec.can_more = scale.moved(value, 1) > *value;
    }
    const ui::SliderTouched touched = ui::slider(flow, spec);
    flow.gap(28);
    const auto set = [&](double to) { at.emit(SetNumber{question.key, scale.text(to)}); };
    if (touched.less) set(scale.moved(value, -1));
    if (touched.more) set(scale.moved(value, 1));
    if (touched.share) set(scale.at(*touched.share));
}

std::string part_words(const ui::Strings& strings, const Draft& draft, Part part) {
    const int value = draft.part(part);
    if (part == Part::year) return strings.number(draft.text.view());
    if (part == Part::day) return value > 0 ? strings.number(std::to_string(value)) : "";
    if (part == Part::month) return value > 0 ? month_name(value, strings) : "";
    if (value < 0) return {};
    return strings.number((value < 10 ? "0" : "") + std::to_string(value));
}

void draw_part(const Drawing& at, ui::Flow& flow, const Question& question, Part part) {
    const Draft& draft = at.state.visit.check.draft(question.key);
    const std::string label = at.tr(part_key(part)), name = question.name(at, label);
    const std::string less = at.tr("check.less", {{"what", name}});
    const std::string more = at.tr("check.more", {{"what", name}});
    const std::string value = part_words(at.ui.strings(), draft, part);
    const std::string key = question.key + " " + std::string(part_key(part));
    ui::StepperSpec spec{label, name, key, value, less, more};
    spec.focused = enters(at, question, part);
    spec.invalid = is_at_fault(draft, part, problems_of(at, question));
    spec.can_less = spec.can_more = part != Part::year || !draft.text.empty();
    const float top = flow.y();
    ui::StepperTouched touched;
    at.ui.said_aloud(part == Part::year && !value.empty() ? at.tr("spoken.not-aloud") : "",
                     [&] { touched = ui::stepper(flow, spec); });
    if (touched.tapped) at.emit(EnterAnswer{question.key, part, 0});
    if (touched.less) at.emit(StepPart{question.key, part, -1});
    if (touched.more) at.emit(StepPart{question.key, part, 1});
    if (spec.focused) bring_into_sight(at, question, top, flow.y());
}

void draw_parts_input(const Drawing& at, ui::Flow& flow, const Question& question) {
    const auto parts = parts_of(question.item.type);
    const float room = flow.width() - 2 * at.ui.px(24);
    const auto row = [&](std::size_t first, std::size_t count) {
        std::vector<float> widths;
        // A month is a word and the widest of the three.
        for (std::size_t i = first; i < first + count; ++i)
            widths.push_back(std::floor(room * (parts[i] == Part::month ? 0.42F : 0.29F)));
        flow.row(widths, 24, [&](ui::Flow& cell, std::size_t i) {
            draw_part(at, cell, question, parts[first + i]);
        });
        flow.gap(28);
    };
    if (parts.front() == Part::day) row(0, 3);
    if (parts.back() == Part::minute) row(parts.size() - 2, 2);
}

void draw_given_answers(const Drawing& at, ui::Flow& flow, const Question& question) {
    ui::Ui& ui = at.ui;
    const auto& values = at.visit().check.response.values(question.key);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string words = value_text(question.item, values[i], ui.strings());
        const std::string remove = at.tr("check.remove");
        const std::string name = at.tr("check.remove-answer", {{"answer", words}});
        const std::string key = question.key + " " + std::to_string(i);
        const ui::Pill pill{remove, "close", key, false, name};
        const float pad = ui.px(36), pill_w = ui::pill_width(ui, pill);
        const float room = flow.width() - 3 * pad - pill_w;
        const float words_h = ui.shape(words, ui::type::kLabel, room).height();
        const base::Rect box = flow.take(std::max(ui.px(128), words_h + ui.px(40)));
        ui::card(ui, box);
        const std::string aloud = at.tr("spoken.not-aloud");
        ui.said_aloud(aloud, [&] {
            ui.text(box.x + pad, box.y + (box.h - words_h) / 2, room, words, ui::type::kLabel,
                    ui::Role::listitem);
        });
        ui.said_aloud(at.tr("check.remove-answer", {{"answer", aloud}}), [&] {
            if (ui::pill(ui, box.right() - pad - pill_w, box.y + (box.h - ui.px(96)) / 2, pill))
                at.emit(RemoveAnswer{question.key, i});
        });
        flow.gap(20);
    }
}

/// One of several answers: those given, the next one, and a button that adds it.
void draw_added_input(const Drawing& at, ui::Flow& flow, const Question& question) {
    draw_given_answers(at, flow, question);
    if (is_full(at.state, question)) return;
    if (entry_of(question.item) == Entry::parts)
        draw_parts_input(at, flow, question);
    else
        draw_typed_input(at, flow, question);
    const std::string label = at.tr("check.add");
    ui::ButtonSpec add{label, ui::ButtonKind::outline, "plus", {}, question.key};
    add.disabled = at.state.visit.check.draft(question.key).empty();
    if (ui::button(flow, add)) at.emit(AddAnswer{question.key});
    flow.gap(28);
}

}  // namespace

void draw_answer_input(const Drawing& at, ui::Flow& flow, const Question& question) {
    const Item& item = question.item;
    const Entry entry = entry_of(item);
    if (entry == Entry::none || item.type == ItemType::open_choice) {
        const bool list = item.control == ItemControl::drop_down && !item.options.empty();
        if (list || is_long_list(item))
            draw_option_rows(at, flow, question);
        else
            draw_choices(at, flow, question);
    }
    if (adds_answers(item))
        draw_added_input(at, flow, question);
    else if (entry == Entry::slider)
        draw_slider_input(at, flow, question);
    else if (entry == Entry::parts)
        draw_parts_input(at, flow, question);
    else if (entry != Entry::none)
        draw_typed_input(at, flow, question);
    draw_answer_problem(at, flow, question);
    if (!declines_itself(item) && !declines_in_table(question))
        draw_rather_not_say(at, flow, question);
}

}  // namespace candor::screens
