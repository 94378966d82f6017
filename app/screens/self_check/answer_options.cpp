#include <algorithm>
#include <cmath>

#include "screening/model/value.h"
#include "screens/self_check/answer_inputs.h"
#include "screens/self_check/wording.h"

namespace candor::screens {

using screening::AnswerState;
using screening::Item;
using screening::ItemControl;
using screening::ItemType;
using screening::Value;

namespace {

struct Offered {
    std::string label, key;
    std::filesystem::path picture;
    std::string alt;
    bool selected = false;
    Intent intent;
};

bool is_chosen(const Asking& at, const Value& value) {
    const auto& values = at.state.visit.response.values(at.key);
    return std::any_of(values.begin(), values.end(),
                       [&](const Value& v) { return screening::equal(v, value); });
}

/// Two may have the same words; a touch means the one that it hit.
std::vector<Offered> offered(const Asking& at) {
    std::vector<Offered> out;
    const auto key = [&] { return at.key + " " + std::to_string(out.size()); };
    const auto& folder = at.state.catalog->self_check->pack->folder;
    if (at.item.type == ItemType::boolean && at.item.options.empty()) {
        for (const bool yes : {true, false})
            out.push_back({at.ui.tr(yes ? "check.yes" : "check.no"),
                           key(),
                           {},
                           {},
                           is_chosen(at, yes),
                           ChooseAnswer{at.key, yes}});
    }
    for (const screening::AnswerOption& option : at.item.options) {
        const std::filesystem::path picture =
            option.media.empty() ? std::filesystem::path{} : folder / option.media;
        out.push_back({value_text(at.item, option.value, at.ui.strings()), key(), picture,
                       option.media_alt.in(at.language()), is_chosen(at, option.value),
                       ChooseAnswer{at.key, option.value}});
    }
    return out;
}

ui::Mark mark_of(const Item& item) {
    if (item.control == ItemControl::check_box) return ui::Mark::square;
    if (item.control == ItemControl::radio) return ui::Mark::round;
    return ui::Mark::as_role;
}

ui::Choice choice_of(const Asking& at, const Offered& offer) {
    return {offer.label,    offer.key,       offer.picture,   offer.alt,
            offer.selected, at.item.repeats, mark_of(at.item)};
}

}  // namespace

/// Pictures stand two or three beside each other, words below each other.
float choices(const Asking& at, float y) {
    ui::Ui& ui = at.ui;
    const auto all = offered(at);
    const float gap = ui.px(24), start = y;
    const bool pictures =
        std::any_of(all.begin(), all.end(), [](const Offered& o) { return !o.picture.empty(); });
    const std::size_t columns = !pictures ? 1 : ui.theme().landscape() ? 3 : 2;
    const float width = std::floor((at.column.width - gap * static_cast<float>(columns - 1)) /
                                   static_cast<float>(columns));
    for (std::size_t i = 0; i < all.size(); i += columns) {
        const std::size_t end = std::min(all.size(), i + columns);
        float height = 0;
        for (std::size_t j = i; j < end; ++j)
            height = std::max(height, ui::choice_height(ui, width, choice_of(at, all[j])));
        float x = at.column.x;
        for (std::size_t j = i; j < end; ++j) {
            if (ui::choice(ui, {x, y, width, height}, choice_of(at, all[j])))
                at.intents.push_back(all[j].intent);
            x += width + gap;
        }
        y += height + gap;
    }
    return y - start;
}

namespace {

float rows(const Asking& at, const std::vector<Offered>& all, float y) {
    ui::Ui& ui = at.ui;
    const float start = y;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0)
            ui::divider(ui, at.column.x + ui.px(kRowInset), y,
                        at.column.width - 2 * ui.px(kRowInset));
        const ui::Choice choice = choice_of(at, all[i]);
        const float height = ui::choice_row_height(ui, at.column.width, choice);
        if (ui::choice_row(ui, {at.column.x, y, at.column.width, height}, choice))
            at.intents.push_back(all[i].intent);
        y += height;
    }
    return y - start;
}

/// On a page of several questions a long list waits behind a box that opens it.
float closed_list(const Asking& at, float y) {
    ui::Ui& ui = at.ui;
    const auto all = offered(at);
    std::string chosen;
    for (const Offered& offer : all)
        if (offer.selected)
            chosen += (chosen.empty() ? "" : ui.tr("check.between-answers")) + offer.label;
    const std::string shown = chosen.empty() ? ui.tr("check.choose") : chosen;
    const std::string name = item_text(at.item, at.language());
    ui::Choice box{shown, at.key, {}, {}, !chosen.empty()};
    box.accessible_name = name;
    bool tapped = false;
    const float height = ui::combobox(ui, at.column.x, y, at.column.width, box, tapped);
    if (tapped) at.intents.push_back(OpenSheet{{SheetKind::options, {}, at.key}});
    return height + ui.px(24);
}

}  // namespace

float option_rows(const Asking& at, float y) {
    if (!at.alone) return closed_list(at, y);
    const auto all = offered(at);
    return card_around(at.ui, at.column, y, [&](float top) { return rows(at, all, top); }) +
           at.ui.px(28);
}

float rather_not_say(const Asking& at, float y) {
    ui::Ui& ui = at.ui;
    const std::string label = ui.tr("check.rather-not-say"), name = at.name(label);
    const bool declined = at.state.visit.response.state(at.key) == AnswerState::declined;
    ui::Choice choice{label, at.key, {}, {}, declined, at.item.repeats, mark_of(at.item)};
    choice.accessible_name = name;
    const float height = ui::choice_height(ui, at.column.width, choice);
    if (ui::choice(ui, {at.column.x, y, at.column.width, height}, choice))
        at.intents.push_back(RatherNotSay{at.key});
    return height + ui.px(24);
}

float option_list(const Asking& at, float y) { return rows(at, offered(at), y); }

}  // namespace candor::screens
