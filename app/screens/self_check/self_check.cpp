#include <algorithm>
#include <cmath>

#include "paint/image_store.h"
#include "screening/model/value.h"
#include "screens/frame/gone.h"
#include "screens/frame/notice.h"
#include "screens/frame/screens.h"
#include "screens/self_check/answer_inputs.h"
#include "screens/self_check/self_check.h"
#include "screens/self_check/wording.h"

namespace candor::screens {
namespace {

using screening::AnswerState;
using screening::Item;
using screening::ItemType;

/// "Private, not saved" and where one is.
float progress(const Walkthrough& at, const Column& column, float y) {
    ui::Ui& ui = at.ui;
    std::size_t number = at.step().questions().empty() ? 0 : 1, total = 0;
    for (std::size_t i = 0; i < at.all.size(); ++i) {
        const std::size_t count = at.all[i].questions().size();
        if (i < at.here) number += count;
        total += count;
    }
    const std::string words =
        ui.tr("check.position", {{"n", ui.strings().number(std::to_string(number))},
                                 {"of", ui.strings().number(std::to_string(total))}});
    const float share =
        static_cast<float>(number) / static_cast<float>(std::max<std::size_t>(1, total));
    ui::progress_bar(ui, {column.x, y, column.width, ui.px(16)}, share, words);
    ui::Type type = ui::type::kLabel;
    type.size = 30;
    type.colour = ui::colour::kSoftInk;
    return ui.px(36) + ui.text(column.x, y + ui.px(36), column.width, words, type);
}

/// Of a group around the question: the innermost as a label, those around it smaller, so that many
/// of them leave room for the question.
float title_around(const Walkthrough& at, const Title& title, float y) {
    const bool innermost = title == at.step().around.back();
    ui::Type type = innermost ? ui::type::kLabel : ui::type::kSmall;
    type.line_height = ui::type::kLabel.line_height;
    if (innermost) type.colour = ui::colour::kTeal;
    return at.ui.text(at.column.x, y, at.column.width, title_text(title, at.ui.strings()), type,
                      ui::Role::heading) +
           at.ui.px(innermost ? 12 : 6);
}

/// Of a group on a page or without questions; a repetition's with a way to take it away.
float inner_title(const Walkthrough& at, const Piece& piece, float y) {
    ui::Ui& ui = at.ui;
    ui::Type type = ui::type::kSubhead;
    type.colour = ui::colour::kTeal;
    const std::string title = title_text(piece.title, ui.strings());
    if (title.empty()) return 0;
    const bool removable = piece.kind == Piece::Kind::repetition && piece.title.of > 0;
    const std::string remove = ui.tr("check.remove");
    const std::string name = ui.tr("check.remove-answer", {{"answer", title}});
    const std::string key = piece.key + " " + std::to_string(piece.repetition);
    const ui::Pill pill{remove, "close", key, false, name};
    const float pill_w = removable ? ui::pill_width(ui, pill) : 0;
    const float room = at.column.width - (removable ? pill_w + ui.px(28) : 0);
    const float height = ui.shape(title, type, room).height();
    const float row = removable ? std::max(height, ui.px(96)) : height;
    ui.text(at.column.x, y + (row - height) / 2, room, title, type, ui::Role::heading);
    if (removable &&
        ui::pill(ui, at.column.x + at.column.width - pill_w, y + (row - ui.px(96)) / 2, pill))
        at.intents.push_back(RemoveRepetition{piece.key, piece.repetition});
    return row + ui.px(24);
}

}  // namespace

float title_in_step(const Walkthrough& at, const Piece& piece, float y) {
    const auto& around = at.step().around;
    if (std::find(around.begin(), around.end(), piece.title) != around.end())
        return title_around(at, piece.title, y);
    if (!at.step().is_page() || !(piece.title == at.step().page)) return inner_title(at, piece, y);
    return at.ui.text(at.column.x, y, at.column.width, title_text(piece.title, at.ui.strings()),
                      kHeading, ui::Role::heading) +
           at.ui.px(28);
}

float note(const Walkthrough& at, const Item& text, float y) {
    return at.ui.text(at.column.x, y, at.column.width, item_text(text, at.language()),
                      ui::type::kBody) +
           at.ui.px(24);
}

namespace {

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
    const bool turned_to = !at.alone && visit.answering == at.key && visit.field == Field::none;
    if (turned_to && !visit.complains) bring_into_sight(at, start, y);
    return y - start;
}

bool needs_answer(const State& state, const Asked& question) {
    return question.item->required &&
           state.visit.response.state(question.key) == AnswerState::none &&
           state.draft(question.key).empty();
}

/// One question as large as the screen, with the titles and texts around it.
float alone(const Walkthrough& at, const Sight& sight, float y) {
    for (const Piece& piece : at.step().pieces) {
        if (piece.kind == Piece::Kind::text)
            y += note(at, piece.item(), y);
        else if (piece.kind == Piece::Kind::title)
            y += title_in_step(at, piece, y);
        else
            y += question(
                {at.state, at.ui, at.intents, piece.item(), piece.key, at.column, true, {}, sight},
                kHeading, y);
    }
    return y;
}

/// The repetition that a question on a page stands in; empty: it is asked once.
std::string which_of(const Walkthrough& at, const Piece& question) {
    const auto& around = question.around;
    const auto one_of_several = std::find_if(around.rbegin(), around.rend(),
                                             [](const Title& title) { return title.of > 0; });
    return one_of_several == around.rend() ? "" : title_text(*one_of_several, at.ui.strings());
}

/// A page: its title, and all its questions below each other. A line ends each but the last.
float page(const Walkthrough& at, const Sight& sight, float y) {
    ui::Ui& ui = at.ui;
    const Column& column = at.column;
    bool after_question = false;
    for (const Piece& piece : at.step().pieces) {
        if (piece.kind == Piece::Kind::text) {
            y += note(at, piece.item(), y);
            continue;
        }
        if (after_question) {
            ui::divider(ui, column.x, y, column.width);
            y += ui.px(36);
        }
        after_question = piece.kind == Piece::Kind::question;
        if (piece.kind == Piece::Kind::more) {
            y += more_button(at, piece, sight, y);
        } else if (piece.kind == Piece::Kind::title) {
            y += title_in_step(at, piece, y);
        } else if (piece.kind == Piece::Kind::repetition) {
            y += inner_title(at, piece, y);
        } else {
            y += question({at.state, ui, at.intents, piece.item(), piece.key, column, false,
                           which_of(at, piece), sight},
                          ui::type::kSubhead, y);
        }
    }
    return y;
}

float pieces(const Walkthrough& at, const Sight& sight, float y) {
    if (at.step().is_page()) return page(at, sight, y);
    const bool asked = at.step().questions().empty();
    return asked ? repetitions(at, sight, y) : alone(at, sight, y);
}

void draw_step(const Walkthrough& at) {
    const State& state = at.state;
    ui::Ui& ui = at.ui;
    const Column& column = at.column;
    const float top = top_bar(state, ui, at.intents, {ui.tr("check.stop"), true, false});
    const auto questions = at.step().questions();
    const bool open = std::any_of(questions.begin(), questions.end(),
                                  [&](const Asked& asked) { return needs_answer(state, asked); });
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
        y = pieces(at, sight, y);
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
    const SelfCheck* check = state.self_check();
    if (check == nullptr) return draw_gone_questions(state, ui, intents);
    const auto all = steps(check->outline, state.visit.response);
    const int here = state.visit.question.empty() ? -1 : find_step(all, state.visit.question);
    if (here < 0)
        draw_review(state, ui, intents, all);
    else
        draw_step({state, ui, intents, all, static_cast<std::size_t>(here), content_column(ui)});
}

}  // namespace candor::screens
