#include <algorithm>
#include <array>
#include <cmath>

#include "base/letter_case.h"
#include "pack/folder/fold.h"
#include "screening/model/value.h"
#include "screens/self_check/answer_inputs.h"
#include "screens/self_check/entry.h"
#include "screens/self_check/wording.h"

namespace candor::screens {

using screening::AnswerState;
using screening::Item;
using screening::ItemControl;
using screening::ItemType;
using screening::Value;

namespace {

constexpr float kRowInset = 36;  // of an option's mark, in its row

struct Offered {
    std::string label, key;
    std::filesystem::path picture;
    std::string alt;
    bool selected = false;
    Intent intent;
    std::string name = {};  ///< what is said of it; empty: its label
};

bool is_chosen(const Drawing& at, const Question& question, const Value& value) {
    const auto& values = at.visit().check.response.values(question.key);
    return std::any_of(values.begin(), values.end(),
                       [&](const Value& v) { return screening::equal(v, value); });
}

/// Two may have the same words; a touch means the one that it hit.
std::vector<Offered> offered(const Drawing& at, const Question& question) {
    std::vector<Offered> out;
    const Item& item = question.item;
    std::size_t number = 0;
    const auto key = [&] { return question.key + " " + std::to_string(number++); };
    if (item.type == ItemType::boolean && item.options.empty()) {
        for (const bool yes : {true, false})
            out.push_back({at.tr(yes ? "check.yes" : "check.no"),
                           key(),
                           {},
                           {},
                           is_chosen(at, question, yes),
                           ChooseAnswer{question.key, yes}});
    }
    for (const screening::AnswerOption& option : item.options) {
        const std::filesystem::path picture = at.catalog().self_check->picture(option.media);
        const std::string words = value_text(item, option.value, at.ui.strings());
        out.push_back({words, key(), picture, option.media.alt.in(at.language()),
                       is_chosen(at, question, option.value),
                       ChooseAnswer{question.key, option.value}});
    }
    return out;
}

/// A part of a list, and how long the whole is.
struct Found {
    std::vector<Offered> shown;
    std::size_t all = 0;
};

/// Those that hold what a long list is searched for, the first of them, and whatever is chosen.
Found found(const Drawing& at, const Question& question) {
    constexpr std::size_t kFew = 16, kFirst = 12;
    Found found{offered(at, question)};
    if (!is_long_list(question.item)) return found;
    const Answering& check = at.visit().check;
    const std::string wanted = pack::folded_line(check.filter.view());
    std::erase_if(found.shown, [&](const Offered& offer) {
        return !offer.selected && pack::folded_line(offer.label).find(wanted) == std::string::npos;
    });
    found.all = found.shown.size();
    if (check.whole_list || found.all <= kFew) return found;
    std::size_t number = 0;
    std::erase_if(found.shown,
                  [&](const Offered& offer) { return number++ >= kFirst && !offer.selected; });
    return found;
}

void draw_filter(const Drawing& at, ui::Flow& flow, const Question& question) {
    constexpr float kRowsBelow = 300;
    const std::string label = at.tr("check.find-answer");
    ui::FieldSpec spec{label, "find answer", {}, &at.visit().check.filter, at.visit().typing.caret};
    spec.focused = at.visit().typing.field == Field::answer_filter;
    const std::string name = question.name(at, label);
    spec.accessible_name = name;
    const float top = flow.y();
    const ui::FieldTouched field = ui::text_field(flow, spec);
    if (field.tapped) at.emit(FocusField{Field::answer_filter, field.caret});
    if (spec.focused) bring_into_sight(at, question, top, flow.y() + at.ui.px(kRowsBelow));
    flow.gap(24);
}

ui::Choice choice_of(const Item& item, const Offered& offer) {
    ui::Choice choice{offer.label, offer.key,      offer.picture,
                      offer.alt,   offer.selected, item.repeats};
    if (!offer.name.empty()) choice.accessible_name = offer.name;
    return choice;
}

Offered rather_not_say(const Drawing& at, const Question& question) {
    const std::string label = at.tr("check.rather-not-say");
    const bool declined = at.visit().check.response.state(question.key) == AnswerState::declined;
    return {label,
            question.key,
            {},
            {},
            declined,
            RatherNotSay{question.key},
            question.name(at, label)};
}

}  // namespace

bool declines_itself(const Item& item) {
    static constexpr std::array<std::string_view, 5> kWords{
        "prefer not to say", "i prefer not to say", "i'd prefer not to say", "prefer not to answer",
        "i prefer not to answer"};
    return std::any_of(item.options.begin(), item.options.end(), [](const auto& option) {
        const auto* coding = std::get_if<screening::Coding>(&option.value);
        if (coding != nullptr && coding->code == "asked-declined") return true;
        const std::string words = base::lower_case(option.label.in("en"));
        return std::find(kWords.begin(), kWords.end(), words) != kWords.end();
    });
}

bool declines_in_table(const Question& question) {
    return question.in_table && entry_of(question.item) == Entry::none && !question.item.repeats &&
           question.item.control != ItemControl::drop_down && !is_long_list(question.item) &&
           !declines_itself(question.item);
}

bool is_long_list(const Item& item) {
    constexpr std::size_t kMostToLookThrough = 12;
    return item.options.size() > kMostToLookThrough &&
           std::none_of(item.options.begin(), item.options.end(),
                        [](const auto& option) { return !option.media.empty(); });
}

/// How many stand beside each other: pictures two or three, words one, but two where many of them
/// are a few words each.
std::size_t columns_of(const Drawing& at, const Question& question, const std::vector<Offered>& all,
                       float width) {
    constexpr std::size_t kMany = 5, kFewInTable = 3;
    constexpr float kPicture = 380, kWords = 560, kTable = 400, kTableOfFew = 300;
    const auto beside = [&](float units) {
        return static_cast<std::size_t>(
            std::max(1.0F, width / (at.ui.px(units) * at.ui.theme().text_factor())));
    };
    const bool pictures =
        std::any_of(all.begin(), all.end(), [](const Offered& o) { return !o.picture.empty(); });
    if (pictures) return std::clamp<std::size_t>(beside(kPicture), 2, 3);
    if (question.in_table && all.size() <= kFewInTable)
        return std::clamp<std::size_t>(beside(kTableOfFew), 2, kFewInTable);
    if (question.in_table) return std::clamp<std::size_t>(beside(kTable), 2, 4);
    return all.size() >= kMany ? std::min<std::size_t>(2, beside(kWords)) : 1;
}

/// Pictures stand two or three beside each other, words below each other.
void draw_choices(const Drawing& at, ui::Flow& flow, const Question& question) {
    auto all = offered(at, question);
    if (all.empty()) return;
    if (declines_in_table(question)) all.push_back(rather_not_say(at, question));
    const std::size_t columns = columns_of(at, question, all, flow.width());
    flow.grid(
        {all.size(), columns, 24},
        [&](std::size_t i, float width) {
            return ui::choice_height(at.ui, width, choice_of(question.item, all[i]));
        },
        [&](std::size_t i, const base::Rect& rect) {
            if (ui::choice(at.ui, rect, choice_of(question.item, all[i]))) at.emit(all[i].intent);
        });
    flow.gap(24);
}

namespace {

/// Nothing among the answers has what was typed: neither the chosen ones count.
bool none_found(const Drawing& at, const Found& found) {
    if (at.visit().check.filter.empty()) return false;
    const std::string wanted = pack::folded_line(at.visit().check.filter.view());
    return std::none_of(found.shown.begin(), found.shown.end(), [&](const Offered& offer) {
        return pack::folded_line(offer.label).find(wanted) != std::string::npos;
    });
}

void draw_row_text(const Drawing& at, ui::Flow& flow, const std::string& words) {
    flow.gap(28);
    flow.inset(at.ui.px(kRowInset), at.ui.px(kRowInset),
               [&](ui::Flow& row) { row.text(words, ui::type::kBody, ui::Role::status); });
    flow.gap(28);
}

void draw_option_list(const Drawing& at, ui::Flow& flow, const Question& question,
                      const Found& found) {
    const bool nothing = none_found(at, found);
    if (nothing) draw_row_text(at, flow, at.tr("check.none-found"));
    for (const Offered& offer : found.shown) {
        const float inset = at.ui.px(kRowInset);
        if (nothing || &offer != &found.shown.front()) flow.inset(inset, inset, ui::divider);
        if (ui::choice_row(flow, choice_of(question.item, offer))) at.emit(offer.intent);
    }
}

void draw_open_list(const Drawing& at, ui::Flow& flow, const Question& question) {
    if (is_long_list(question.item)) draw_filter(at, flow, question);
    const Found part = found(at, question);
    flow.card({0, 0, 0}, [&](ui::Flow& rows) { draw_option_list(at, rows, question, part); });
    flow.gap(24);
    if (part.shown.size() == part.all || part.all == 0) return;
    const std::string number = at.ui.strings().number(std::to_string(part.all));
    const std::string label = at.tr("check.all-answers", {{"n", number}});
    if (ui::button(flow, {label, ui::ButtonKind::outline, "down", {}, question.key}))
        at.emit(ShowWholeList{});
    flow.gap(24);
}

/// On a page of several questions a list waits behind a box that opens it in its place.
void draw_box(const Drawing& at, ui::Flow& flow, const Question& question) {
    std::string chosen;
    for (const Offered& offer : offered(at, question))
        if (offer.selected)
            chosen += (chosen.empty() ? "" : at.tr("check.between-answers")) + offer.label;
    const std::string shown = chosen.empty() ? at.tr("check.choose") : chosen;
    const std::string name = item_text(question.item, at.language());
    ui::Choice box{shown, question.key, {}, {}, !chosen.empty()};
    box.accessible_name = name;
    if (ui::combobox(flow, box)) at.emit(OpenList{question.key});
    flow.gap(24);
}

}  // namespace

void draw_option_rows(const Drawing& at, ui::Flow& flow, const Question& question) {
    if (!question.alone) draw_box(at, flow, question);
    if (question.alone || at.visit().check.listed == question.key)
        draw_open_list(at, flow, question);
}

void draw_rather_not_say(const Drawing& at, ui::Flow& flow, const Question& question) {
    const Offered offer = rather_not_say(at, question);
    if (ui::choice(flow, choice_of(question.item, offer))) at.emit(offer.intent);
    flow.gap(24);
}

}  // namespace candor::screens
