#include <algorithm>
#include <cmath>

#include "screening/value.h"
#include "screens/page_frame.h"
#include "screens/screens.h"
#include "screens/wording.h"

namespace candor::screens {
namespace {

using screening::Item;
using screening::ItemType;
using screening::Value;

struct Asking {
    const State& state;
    ui::Ui& ui;
    Intents& intents;
    const Item& item;
    Column column;
};

bool is_chosen(const Asking& at, const Value& value) {
    const auto& values = at.state.visit.response.values(at.item.link_id);
    return std::any_of(values.begin(), values.end(),
                       [&](const Value& v) { return screening::equal(v, value); });
}

/// "Private, not saved" and where one is.
float progress(const Asking& at, int index, int total, float y) {
    ui::Ui& ui = at.ui;
    const std::string words =
        ui.tr("check.position", {{"n", std::to_string(index + 1)}, {"of", std::to_string(total)}});
    const float share = static_cast<float>(index + 1) / static_cast<float>(std::max(1, total));
    ui::progress_bar(ui, {at.column.x, y, at.column.width, ui.px(16)}, share, words);
    ui::Type type = ui::type::kLabel;
    type.size = 30;
    type.colour = ui::colour::kSoftInk;
    return ui.px(36) + ui.text(at.column.x, y + ui.px(36), at.column.width, words, type);
}

struct Offered {
    std::string label;
    std::filesystem::path picture;
    std::string alt;
    bool selected = false;
    Intent intent;
};

std::vector<Offered> offered(const Asking& at) {
    std::vector<Offered> out;
    const std::string& language = at.state.visit.language;
    const auto& folder = at.state.catalog->self_check->pack->folder;
    if (at.item.type == ItemType::boolean) {
        for (const bool yes : {true, false})
            out.push_back({at.ui.tr(yes ? "check.yes" : "check.no"),
                           {},
                           {},
                           is_chosen(at, yes),
                           ChooseAnswer{at.item.link_id, yes}});
    }
    for (const screening::AnswerOption& option : at.item.options) {
        const std::filesystem::path picture =
            option.media.empty() ? std::filesystem::path{} : folder / option.media;
        out.push_back({option.label.empty() ? value_text(option.value) : option.label.in(language),
                       picture, option.media_alt.in(language), is_chosen(at, option.value),
                       ChooseAnswer{at.item.link_id, option.value}});
    }
    out.push_back(
        {at.ui.tr("check.rather-not-say"),
         {},
         {},
         at.state.visit.response.state(at.item.link_id) == screening::AnswerState::declined,
         RatherNotSay{at.item.link_id}});
    return out;
}

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
    const auto choice_of = [&](const Offered& o) {
        return ui::Choice{o.label, at.item.link_id, o.picture, o.alt, o.selected, at.item.repeats};
    };
    for (std::size_t i = 0; i < all.size(); i += columns) {
        const std::size_t end = std::min(all.size(), i + columns);
        float height = 0;
        for (std::size_t j = i; j < end; ++j)
            height = std::max(height, ui::choice_height(ui, width, choice_of(all[j])));
        float x = at.column.x;
        for (std::size_t j = i; j < end; ++j) {
            if (ui::choice(ui, {x, y, width, height}, choice_of(all[j])))
                at.intents.push_back(all[j].intent);
            x += width + gap;
        }
        y += height + gap;
    }
    return y - start;
}

float typed(const Asking& at, float y) {
    ui::Ui& ui = at.ui;
    const bool focused = at.state.visit.field == Field::answer;
    const std::string label =
        ui.tr(at.item.type == ItemType::open_choice ? "check.other" : "check.your-answer");
    const ui::FieldTouched field = ui::text_field(ui, at.column.x, y, at.column.width,
                                                  {label,
                                                   at.item.link_id,
                                                   {},
                                                   &at.state.visit.answer_text,
                                                   at.state.visit.caret,
                                                   focused,
                                                   at.state.visit.answer_invalid,
                                                   at.item.required,
                                                   at.item.type == ItemType::text ? 4 : 1});
    if (field.tapped) at.intents.push_back(FocusField{Field::answer, field.caret});
    float height = field.height + ui.px(16);
    if (at.state.visit.answer_invalid) {
        ui::Type type = ui::type::kSmall;
        type.colour = ui::colour::kBrown;
        height += ui.text(at.column.x, y + height, at.column.width, ui.tr("check.does-not-fit"),
                          type, ui::Role::alert);
    }
    return height + ui.px(24);
}

float why_we_ask(const Asking& at, float y) {
    if (at.item.help.empty()) return 0;
    ui::Ui& ui = at.ui;
    const float pad = ui.px(32), icon = ui.px(40), inner = at.column.x + pad + icon + ui.px(24);
    const float width = at.column.width - (inner - at.column.x) - pad;
    const std::string words = at.item.help.in(at.state.visit.language);
    const float height = ui.shape(words, ui::type::kSmall, width).height() + 2 * ui.px(26);
    ui.canvas().rounded({at.column.x, y, at.column.width, height}, ui.px(32), ui::colour::kSky);
    ui.icon("info", {at.column.x + pad, y + ui.px(28), icon, icon}, ui::colour::kBlue);
    ui::Type type = ui::type::kSmall;
    type.colour = ui::colour::kInk;
    ui.text(inner, y + ui.px(26), width, words, type);
    return height;
}

float question(const Asking& at, int index, int total, float y) {
    ui::Ui& ui = at.ui;
    y += ui.px(20);
    y += progress(at, index, total, y) + ui.px(28);
    ui::Type headline = ui::type::kHeadline;
    headline.size = 60;
    y += ui.text(at.column.x, y, at.column.width, at.item.text.in(at.state.visit.language),
                 headline, ui::Role::heading) +
         ui.px(12);
    const bool open_choice = at.item.type == ItemType::open_choice;
    const bool only_typed = takes_typing(at.item.type) && !open_choice;
    const std::string_view hint = at.item.repeats ? "check.pick-all"
                                  : only_typed    ? "check.type"
                                                  : "check.pick-one";
    y += ui.text(at.column.x, y, at.column.width, ui.tr(hint), ui::type::kLead) + ui.px(28);
    if (only_typed) y += typed(at, y);
    y += choices(at, y) + ui.px(12);
    if (open_choice) y += typed(at, y);
    return y + why_we_ask(at, y) + ui.px(24);
}

void draw_question(const State& state, ui::Ui& ui, Intents& intents, const Item& item,
                   const std::vector<const Item*>& all) {
    const Asking at{state, ui, intents, item, content_column(ui)};
    const auto found = std::find(all.begin(), all.end(), &item);
    const int index = static_cast<int>(found - all.begin());
    const float top = top_bar(state, ui, intents, {ui.tr("check.stop"), true, false});
    const bool open = item.required &&
                      state.visit.response.state(item.link_id) == screening::AnswerState::none &&
                      state.visit.answer_text.empty();
    Footer buttons{ui.tr("reader.back"), ui.tr("check.next")};
    buttons.next_disabled = open;
    float bottom = static_cast<float>(ui.theme().height()) - footer_height(ui, buttons);
    if (state.visit.field != Field::none)
        bottom = static_cast<float>(ui.theme().height()) - ui::keyboard_height(ui);
    const float shown = ui.transition("page", "check " + item.link_id);
    scrolling_body(ui, top, bottom,
                   [&](float y) { return question(at, index, static_cast<int>(all.size()), y); });
    page_turn(ui, top, bottom, shown);
    if (state.visit.field != Field::none) return;
    switch (footer(ui, buttons)) {
        case FooterTap::next:
            intents.push_back(NextQuestion{});
            break;
        case FooterTap::back:
            intents.push_back(PreviousQuestion{});
            break;
        case FooterTap::none:
            break;
    }
}

/// One answered question with a button to change it.
float summary_row(const State& state, ui::Ui& ui, Intents& intents, const Item& item,
                  const Column& column, float y) {
    const std::string& language = state.visit.language;
    const std::string change = ui.tr("check.change");
    const std::string name = ui.tr("check.change-question", {{"question", item.text.in(language)}});
    const ui::Pill pill{change, "pencil", item.link_id, false, name};
    const float pad = ui.px(36), pill_w = ui::pill_width(ui, pill);
    const float inner = column.width - 3 * pad - pill_w;
    std::string answer = answer_text(item, state.visit.response, state.strings());
    const auto status = state.visit.response.state(item.link_id);
    if (status == screening::AnswerState::declined) answer = ui.tr("check.rather-not-say");
    if (status == screening::AnswerState::none) answer = ui.tr("check.not-answered");
    const float question_h = ui.shape(item.text.in(language), ui::type::kSmall, inner).height();
    const float answer_h = ui.shape(answer, ui::type::kLabel, inner).height();
    const float height = std::max(ui.px(96 + 40), question_h + answer_h + ui.px(56));
    float at = y + (height - question_h - answer_h - ui.px(6)) / 2;
    at += ui.text(column.x + pad, at, inner, item.text.in(language), ui::type::kSmall) + ui.px(6);
    ui.text(column.x + pad, at, inner, answer, ui::type::kLabel);
    if (ui::pill(ui, column.x + column.width - pad - pill_w, y + (height - ui.px(96)) / 2, pill))
        intents.push_back(ChangeAnswer{item.link_id});
    return height;
}

void draw_summary(const State& state, ui::Ui& ui, Intents& intents,
                  const std::vector<const Item*>& all) {
    const Column column = content_column(ui);
    const float top = top_bar(state, ui, intents, {ui.tr("check.stop"), true, false});
    const Footer buttons{ui.tr("reader.back"), ui.tr("check.show-guidance")};
    const float bottom = static_cast<float>(ui.theme().height()) - footer_height(ui, buttons);
    scrolling_body(ui, top, bottom, [&](float y) {
        y += ui.px(28);
        y += ui.text(column.x, y, column.width, ui.tr("check.summary"), ui::type::kHeadline,
                     ui::Role::heading) +
             ui.px(12);
        y += ui.text(column.x, y, column.width, ui.tr("check.summary-lead"), ui::type::kLead) +
             ui.px(28);
        const auto rows = [&](float at) {
            const float start = at;
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (i > 0) ui::divider(ui, column.x + ui.px(36), at, column.width - ui.px(72));
                at += summary_row(state, ui, intents, *all[i], column, at);
            }
            return at - start;
        };
        float height = 0;
        ui.measure([&] { height = rows(y); });
        ui::card(ui, {column.x, y, column.width, height});
        return y + rows(y);
    });
    switch (footer(ui, buttons)) {
        case FooterTap::next:
            intents.push_back(ShowGuidance{});
            break;
        case FooterTap::back:
            intents.push_back(PreviousQuestion{});
            break;
        case FooterTap::none:
            break;
    }
}

}  // namespace

void draw_self_check(const State& state, ui::Ui& ui, Intents& intents) {
    const SelfCheck& check = *state.catalog->self_check;
    const auto all = screening::questions(check.questionnaire, state.visit.response);
    const Item* item = check.questionnaire.find(state.visit.question);
    if (item == nullptr || std::find(all.begin(), all.end(), item) == all.end())
        draw_summary(state, ui, intents, all);
    else
        draw_question(state, ui, intents, *item, all);
}

}  // namespace candor::screens
