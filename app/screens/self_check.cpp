#include <algorithm>
#include <cmath>

#include "screening/value.h"
#include "screens/answer_inputs.h"
#include "screens/notice.h"
#include "screens/screens.h"
#include "screens/self_check.h"
#include "screens/wording.h"

namespace candor::screens {
namespace {

using screening::AnswerState;
using screening::Item;
using screening::ItemType;

struct Walkthrough {
    const State& state;
    ui::Ui& ui;
    Intents& intents;
    const std::vector<Step>& all;
    std::size_t here = 0;

    const Step& step() const { return all[here]; }
    const std::string& language() const { return state.visit.language; }
};

/// "Private, not saved" and where one is.
float progress(const Walkthrough& at, const Column& column, float y) {
    ui::Ui& ui = at.ui;
    std::size_t before = 0, total = 0;
    for (std::size_t i = 0; i < at.all.size(); ++i) {
        const std::size_t count = at.all[i].questions().size();
        if (i < at.here) before += count;
        total += count;
    }
    const std::string words =
        ui.tr("check.position", {{"n", ui.strings().number(std::to_string(before + 1))},
                                 {"of", ui.strings().number(std::to_string(total))}});
    const float share =
        static_cast<float>(before + 1) / static_cast<float>(std::max<std::size_t>(1, total));
    ui::progress_bar(ui, {column.x, y, column.width, ui.px(16)}, share, words);
    ui::Type type = ui::type::kLabel;
    type.size = 30;
    type.colour = ui::colour::kSoftInk;
    return ui.px(36) + ui.text(column.x, y + ui.px(36), column.width, words, type);
}

/// The title of the group that the question stands in.
float group_title(const Walkthrough& at, const Column& column, float y) {
    if (at.step().around.empty()) return 0;
    ui::Type type = ui::type::kLabel;
    type.colour = ui::colour::kTeal;
    return at.ui.text(column.x, y, column.width, item_text(*at.step().around.back(), at.language()),
                      type, ui::Role::heading) +
           at.ui.px(12);
}

float note(const Walkthrough& at, const Item& item, const Column& column, float y) {
    return at.ui.text(column.x, y, column.width, item_text(item, at.language()), ui::type::kBody) +
           at.ui.px(24);
}

float item_picture(const Asking& at, float y) {
    if (at.item.media.empty()) return 0;
    const float height = std::min(at.column.width * 0.5F, at.ui.px(420));
    const auto file = at.state.catalog->self_check->pack->folder / at.item.media;
    at.ui.picture(file, {at.column.x, y, at.column.width, height}, at.ui.px(36),
                  paint::Fit::contain, at.item.media_alt.in(at.language()));
    return height + at.ui.px(28);
}

float why_we_ask(const Asking& at, float y) {
    if (at.item.help.empty()) return 0;
    const std::string words = at.item.help.in(at.language());
    return notice(at.ui, at.column, y, {words, "info", ui::colour::kSky, ui::colour::kBlue}) +
           at.ui.px(24);
}

float question(Asking at, const ui::Type& headline, float y) {
    ui::Ui& ui = at.ui;
    const float start = y;
    y += item_picture(at, y);
    at.heading = y;
    y += ui.text(at.column.x, y, at.column.width, item_text(at.item, at.language()), headline,
                 ui::Role::heading) +
         ui.px(12);
    y += ui.text(at.column.x, y, at.column.width, hint_of(at), ui::type::kLead) + ui.px(28);
    y += answer_input(at, y) + ui.px(12);
    y += why_we_ask(at, y);
    const Visit& visit = at.state.visit;
    const bool turned_to =
        !at.alone && visit.answering == at.item.link_id && visit.field == Field::none;
    if (turned_to && !visit.complains) bring_into_sight(at, start, y);
    return y - start;
}

bool needs_answer(const State& state, const Item& item) {
    return item.required && state.visit.response.state(item.link_id) == AnswerState::none &&
           state.draft(item.link_id).empty();
}

bool is_inside(const Item& item, const Item& group) {
    return std::any_of(group.items.begin(), group.items.end(), [&](const Item& child) {
        return &child == &item || is_inside(item, child);
    });
}

/// One question as large as the screen, with the texts around it. What stands before its group
/// stands above the group's title.
float alone(const Walkthrough& at, const Column& column, const Sight& sight, float y) {
    const Item* untitled = at.step().around.empty() ? nullptr : at.step().around.back();
    ui::Type headline = ui::type::kHeadline;
    headline.size = 60;
    for (const Item* item : at.step().items) {
        if (untitled != nullptr && is_inside(*item, *untitled)) {
            y += group_title(at, column, y);
            untitled = nullptr;
        }
        if (item->type == ItemType::display)
            y += note(at, *item, column, y);
        else
            y += question({at.state, at.ui, at.intents, *item, column, true, sight}, headline, y);
    }
    return y;
}

/// A page: its title, and all its questions below each other. A line ends each but the last.
float page(const Walkthrough& at, const Column& column, const Sight& sight, float y) {
    ui::Ui& ui = at.ui;
    y += group_title(at, column, y);
    ui::Type headline = ui::type::kHeadline;
    headline.size = 60;
    if (!at.step().page->text.empty())
        y += ui.text(column.x, y, column.width, item_text(*at.step().page, at.language()), headline,
                     ui::Role::heading) +
             ui.px(28);
    bool after_question = false;
    for (const Item* item : at.step().items) {
        if (item->type == ItemType::display) {
            y += note(at, *item, column, y);
            continue;
        }
        if (after_question) {
            ui::divider(ui, column.x, y, column.width);
            y += ui.px(36);
        }
        after_question = item->type != ItemType::group;
        ui::Type type = ui::type::kSubhead;
        if (item->type == ItemType::group) {
            type.colour = ui::colour::kTeal;
            y += ui.text(column.x, y, column.width, item_text(*item, at.language()), type,
                         ui::Role::heading) +
                 ui.px(24);
            continue;
        }
        y += question({at.state, ui, at.intents, *item, column, false, sight}, type, y);
    }
    return y;
}

void draw_step(const Walkthrough& at) {
    const State& state = at.state;
    ui::Ui& ui = at.ui;
    const Column column = content_column(ui);
    const float top = top_bar(state, ui, at.intents, {ui.tr("check.stop"), true, false});
    const auto questions = at.step().questions();
    const bool open = std::any_of(questions.begin(), questions.end(),
                                  [&](const Item* item) { return needs_answer(state, *item); });
    Footer buttons{ui.tr("reader.back"), ui.tr("check.next")};
    buttons.next_disabled = open;
    const auto screen_h = static_cast<float>(ui.theme().height());
    const bool typing = state.visit.field != Field::none;
    const float panel = !typing          ? footer_height(ui, buttons)
                        : state.on_pad() ? answer_pad_height(state, ui)
                                         : ui::keyboard_height(ui);
    const float bottom = screen_h - panel;
    const float shown = ui.transition("page", "check " + at.step().id);
    scrolling_body(ui, top, bottom, [&](float y) {
        const Sight sight{y, top, bottom};
        y += ui.px(20);
        y += progress(at, column, y) + ui.px(28);
        y = at.step().page == nullptr ? alone(at, column, sight, y) : page(at, column, sight, y);
        if (open && questions.size() > 1)
            y += ui.text(column.x, y, column.width, ui.tr("check.some-missing"), ui::type::kLead,
                         ui::Role::status) +
                 ui.px(24);
        return y + ui.px(12);
    });
    page_turn(ui, top, bottom, shown);
    if (typing) return;
    const FooterTap tap = footer(ui, buttons);
    if (tap == FooterTap::next) at.intents.push_back(NextQuestion{});
    if (tap == FooterTap::back) at.intents.push_back(PreviousQuestion{});
}

}  // namespace

void draw_self_check(const State& state, ui::Ui& ui, Intents& intents) {
    const auto all = steps(state.catalog->self_check->outline, state.visit.response);
    const int here = state.visit.question.empty() ? -1 : find_step(all, state.visit.question);
    if (here < 0)
        draw_review(state, ui, intents, all);
    else
        draw_step({state, ui, intents, all, static_cast<std::size_t>(here)});
}

}  // namespace candor::screens
