#include <algorithm>
#include <cmath>
#include <functional>

#include "paint/image_store.h"
#include "screening/model/limits.h"
#include "screening/model/value.h"
#include "screens/frame/gone.h"
#include "screens/frame/screens.h"
#include "screens/self_check/answer_inputs.h"
#include "screens/self_check/form_text.h"
#include "screens/self_check/self_check.h"
#include "screens/self_check/wording.h"
#include "ui/widgets.h"

namespace candor::screens {
namespace {

using screening::AnswerState;
using screening::Item;
using screening::ItemType;

/// "Private, not saved" and where one is.
void draw_progress(const Drawing& at, ui::Flow& flow, const std::vector<FormStep>& all,
                   std::size_t here) {
    const ui::Strings& strings = at.ui.strings();
    std::size_t number = all[here].questions().empty() ? 0 : 1, total = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t count = all[i].questions().size();
        if (i < here) number += count;
        total += count;
    }
    const std::string words =
        at.tr("check.position", {{"n", strings.number(std::to_string(number))},
                                 {"of", strings.number(std::to_string(total))}});
    const float share =
        static_cast<float>(number) / static_cast<float>(std::max<std::size_t>(1, total));
    ui::progress_bar(at.ui, flow.take(at.ui.px(16)), share, words);
    flow.gap(20);
    ui::Type type = ui::type::kLabel;
    type.size = 30;
    type.colour = ui::Colour::soft_ink;
    flow.text(words, type);
    flow.gap(28);
}

/// Of a group around the question: the innermost as a label, those around it smaller, so that many
/// of them leave room for the question.
void draw_title_around(const Drawing& at, ui::Flow& flow, const Title& title, bool innermost) {
    ui::Type type = innermost ? ui::type::kLabel : ui::type::kSmall;
    type.line_height = ui::type::kLabel.line_height;
    if (innermost) type.colour = ui::Colour::teal;
    flow.heading(title_text(title, at.ui.strings()), type);
    flow.gap(innermost ? 12 : 6);
}

/// Of a group on a page or without questions; a repetition's with a way to take it away.
void draw_inner_title(const Drawing& at, ui::Flow& flow, const Piece& piece) {
    ui::Ui& ui = at.ui;
    ui::Type type = ui::type::kSubhead;
    type.colour = ui::Colour::teal;
    const std::string title = title_text(piece.title, ui.strings());
    if (title.empty()) return;
    const bool removable = piece.kind == Piece::Kind::repetition && piece.title.of > 0;
    const std::string remove = at.tr("check.remove");
    const std::string name = at.tr("check.remove-answer", {{"answer", title}});
    const std::string key = piece.key + " " + std::to_string(piece.repetition);
    const ui::Pill pill{remove, "close", key, false, name};
    const float pill_w = removable ? ui::pill_width(ui, pill) : 0;
    const float room = flow.width() - (removable ? pill_w + ui.px(28) : 0);
    const float height = ui.shape(title, type, room).height();
    const base::Rect row = flow.take(removable ? std::max(height, ui.px(96)) : height);
    ui.text(row.x, row.y + (row.h - height) / 2, room, title, type, ui::Role::heading);
    if (removable && ui::pill(ui, row.right() - pill_w, row.y + (row.h - ui.px(96)) / 2, pill))
        at.emit(RemoveRepetition{piece.key, piece.repetition});
    flow.gap(24);
}

}  // namespace

void draw_title_in_step(const Drawing& at, ui::Flow& flow, const FormStep& step,
                        const Piece& piece) {
    const auto& around = step.around;
    if (std::find(around.begin(), around.end(), piece.title) != around.end())
        return draw_title_around(
            at, flow, piece.title,
            piece.title == around.back() && piece.item().type == ItemType::group);
    if (!step.is_page() || !(piece.title == step.page)) return draw_inner_title(at, flow, piece);
    flow.heading(title_text(piece.title, at.ui.strings()), kHeading);
    flow.gap(28);
}

void draw_note(const Drawing& at, ui::Flow& flow, const Item& text) {
    draw_display_words(at, flow, text);
    if (text.bring) {
        flow.gap(8);
        flow.text(at.tr("check.bring"), ui::type::kLead);
    }
    flow.gap(24);
}

void draw_worked_out(const Drawing& at, ui::Flow& flow, const Piece& piece) {
    const std::string& language = at.language();
    flow.tinted(ui::Colour::mint, 36, {36, 28, 28}, [&](ui::Flow& inner) {
        inner.text(item_text(piece.item(), language), ui::type::kSmall);
        inner.gap(6);
        at.ui.said_aloud(at.tr("spoken.not-aloud"), [&] {
            inner.text(answer_text(piece.item(), piece.values, at.ui.strings()), ui::type::kLabel);
        });
    });
    flow.gap(24);
}

namespace {

void draw_item_picture(const Drawing& at, ui::Flow& flow, const Item& item) {
    if (item.media.empty()) return;
    const base::Rect place = flow.take(std::min(flow.width() * 0.5F, at.ui.px(420)));
    at.ui.picture(at.catalog().self_check->picture(item.media), place, at.ui.px(36),
                  paint::Fit::contain, item.media.alt.in(at.language()));
    flow.gap(28);
}

/// Hard words of the question, each of which opens its meaning.
void draw_words_explained(const Drawing& at, ui::Flow& flow, const Item& item) {
    const pack::Pack& pack = *at.catalog().self_check->pack;
    ui::PillRow row(flow, 16, 12);
    bool any = false;
    for (const pack::Term& term : pack.terms) {
        if (std::count(term.questions.begin(), term.questions.end(), item.link_id) == 0) continue;
        const std::string& word = term.term.in(at.language());
        const std::string name = at.tr("check.meaning-of", {{"word", word}});
        if (row.add({word, "info", item.link_id + " " + term.id, false, name}))
            at.emit(OpenSheet{{SheetKind::term, pack.id, term.id}});
        any = true;
    }
    if (any) flow.gap(28);
}

/// What lies below the part of a step that can be seen.
struct Sight {
    float bottom = 0;
    std::string hidden = {};  ///< the first question without an answer there
};

void note_sight(const Drawing& at, const Question& question, float y, Sight& sight) {
    const auto& check = at.visit().check;
    // Whoever comes back from the summary read there what has no answer.
    const bool known = check.from_summary && check.asked.contains(question.key);
    const bool open = !known && check.response.state(question.key) == AnswerState::none &&
                      check.draft(question.key).empty();
    if (open && y > sight.bottom && sight.hidden.empty()) sight.hidden = question.key;
}

/// Its picture, its words and what to do; returns the y below its words.
float draw_asked(const Drawing& at, ui::Flow& flow, Question& question, const ui::Type& headline) {
    draw_item_picture(at, flow, question.item);
    question.words_y = flow.y();
    draw_question_words(at, flow, question.item, question.key, headline);
    const float below_words = flow.y();
    flow.gap(12);
    if (!question.item.instruction.empty()) {
        flow.text(question.item.instruction.in(at.language()), ui::type::kBody);
        flow.gap(12);
    }
    const std::string hint = hint_of(at, question);
    if (!hint.empty()) flow.text(hint, ui::type::kLead);
    const bool goes_on = at.catalog().around.goes_on && question.alone && !question.item.repeats &&
                         entry_of(question.item) == Entry::none && !at.visit().check.from_summary;
    if (goes_on) {
        flow.gap(8);
        flow.text(at.tr("check.goes-on"), ui::type::kLead);
    }
    flow.gap(hint.empty() ? 12 : 28);
    draw_words_explained(at, flow, question.item);
    return below_words;
}

/// What whoever was led to a question came for lies from `start` to here.
void show_turned_to(const Drawing& at, ui::Flow& flow, const Question& question, float start) {
    const Visit& visit = at.visit();
    const bool turned_to =
        visit.check.answering == question.key && visit.typing.field == Field::none;
    if (turned_to && !visit.check.reveal_problem) bring_into_sight(at, question, start, flow.y());
}

void draw_whole(const Drawing& at, ui::Flow& flow, Question question, const ui::Type& headline,
                Sight& sight) {
    const float start = flow.y();
    note_sight(at, question, draw_asked(at, flow, question, headline), sight);
    draw_answer_input(at, flow, question);
    flow.gap(12);
    draw_why_we_ask(at, flow, question.item);
    show_turned_to(at, flow, question, start);
}

/// Runs `draw` with the limits that other answers set, as they are now.
void with_limits_now(const Drawing& at, const Question& question,
                     const std::function<void(Question)>& draw) {
    if (!screening::has_limits_by_answers(question.item)) return draw(question);
    const Item now = screening::with_limits(at.state.self_check()->outline,
                                            at.visit().check.response, question.item, question.key);
    draw({now, question.key, question.alone, question.which, question.words_y, question.in_table});
}

void draw_question(const Drawing& at, ui::Flow& flow, const Question& question,
                   const ui::Type& headline, Sight& sight) {
    with_limits_now(at, question,
                    [&](const Question& now) { draw_whole(at, flow, now, headline, sight); });
}

bool needs_answer(const State& state, const Asked& question) {
    return question.item->required &&
           state.visit.check.response.state(question.key) == AnswerState::none &&
           state.visit.check.draft(question.key).empty();
}

/// One question as large as the screen, with the titles and texts around it.
void draw_alone(const Drawing& at, ui::Flow& flow, const FormStep& step, Sight& sight) {
    for (const Piece& piece : step.pieces) {
        if (piece.kind == Piece::Kind::text)
            draw_note(at, flow, piece.item());
        else if (piece.kind == Piece::Kind::title)
            draw_title_in_step(at, flow, step, piece);
        else if (piece.kind == Piece::Kind::worked_out)
            draw_worked_out(at, flow, piece);
        else
            draw_question(at, flow, {piece.item(), piece.key}, kHeading, sight);
    }
}

/// The repetition that a question on a page stands in; empty: it is asked once.
std::string which_of(const Drawing& at, const Piece& question) {
    const auto& around = question.around;
    const auto one_of_several = std::find_if(around.rbegin(), around.rend(),
                                             [](const Title& title) { return title.of > 0; });
    return one_of_several == around.rend() ? "" : title_text(*one_of_several, at.ui.strings());
}

void draw_page_piece(const Drawing& at, ui::Flow& flow, const FormStep& step, const Piece& piece,
                     Sight& sight) {
    switch (piece.kind) {
        case Piece::Kind::worked_out:
            return draw_worked_out(at, flow, piece);
        case Piece::Kind::text:
            return draw_note(at, flow, piece.item());
        case Piece::Kind::more:
            return draw_more_button(at, flow, piece);
        case Piece::Kind::title:
            if (!at.ui.theme().landscape() || !(piece.title == step.page))
                draw_title_in_step(at, flow, step, piece);
            return;
        case Piece::Kind::repetition:
            return draw_inner_title(at, flow, piece);
        case Piece::Kind::question:
            return draw_question(at, flow,
                                 {piece.item(), piece.key, false, which_of(at, piece), 0,
                                  step.page.item->control == screening::ItemControl::table},
                                 ui::type::kSubhead, sight);
    }
}

/// A page: its title, and all its questions below each other. A line ends each but the last.
void draw_question_page(const Drawing& at, ui::Flow& flow, const FormStep& step, Sight& sight) {
    bool after_question = false;
    for (const Piece& piece : step.pieces) {
        if (after_question && piece.kind != Piece::Kind::text) {
            ui::divider(flow);
            flow.gap(36);
        }
        if (piece.kind != Piece::Kind::text) after_question = piece.kind == Piece::Kind::question;
        draw_page_piece(at, flow, step, piece, sight);
    }
}

void draw_pieces(const Drawing& at, ui::Flow& flow, const FormStep& step, Sight& sight) {
    if (step.is_page()) return draw_question_page(at, flow, step, sight);
    if (step.questions().empty()) return draw_repetitions(at, flow, step);
    draw_alone(at, flow, step, sight);
}

/// What is asked on the dark side of a wide screen: all but the answers of a question that stands
/// alone, of a page its title.
void draw_asking(const Drawing& at, ui::Flow& flow, const FormStep& step) {
    const bool alone = !step.is_page() && !step.questions().empty();
    for (const Piece& piece : step.pieces) {
        if (piece.kind == Piece::Kind::title && (alone || piece.title == step.page))
            draw_title_in_step(at, flow, step, piece);
        if (!alone) continue;
        if (piece.kind == Piece::Kind::text) draw_note(at, flow, piece.item());
        if (piece.kind == Piece::Kind::worked_out) draw_worked_out(at, flow, piece);
        if (piece.kind != Piece::Kind::question) continue;
        with_limits_now(at, {piece.item(), piece.key}, [&](Question question) {
            draw_asked(at, flow, question, kHeading);
            draw_why_we_ask(at, flow, question.item);
        });
    }
}

/// What is touched, on the other side.
void draw_answering(const Drawing& at, ui::Flow& flow, const FormStep& step, Sight& sight) {
    if (step.is_page() || step.questions().empty()) return draw_pieces(at, flow, step, sight);
    for (const Piece& piece : step.pieces) {
        if (piece.kind != Piece::Kind::question) continue;
        const float start = flow.y();
        with_limits_now(at, {piece.item(), piece.key, true, {}, start},
                        [&](const Question& question) {
                            draw_answer_input(at, flow, question);
                            show_turned_to(at, flow, question, start);
                        });
    }
}

/// Whether keys may come up over what is asked.
bool takes_keys(const FormStep& step) {
    const auto questions = step.questions();
    return std::any_of(questions.begin(), questions.end(), [](const Asked& asked) {
        const Entry entry = entry_of(*asked.item);
        return (entry != Entry::none && entry != Entry::slider) || is_long_list(*asked.item);
    });
}

/// A moment after the one answer to the one question of a step was touched, where the kiosk is set
/// to go on by itself. A change is saved by who made it.
bool goes_on(const Drawing& at, const FormStep& step) {
    constexpr std::int64_t kMomentMs = 700;
    const Answering& check = at.visit().check;
    const bool stood = at.ui.transitions().has_stood(
        "chosen", step.id + " " + check.just_chosen + " " + std::to_string(check.choices),
        kMomentMs);
    if (!at.catalog().around.goes_on || !stood || check.just_chosen.empty() || check.from_summary)
        return false;
    const auto questions = step.questions();
    return questions.size() == 1 && questions.front().key == check.just_chosen &&
           entry_of(*questions.front().item) == Entry::none;
}

/// Where a step stands: its buttons in `column`, and its pane above them.
struct StepPlace {
    base::Rect view;
    Column column;
};

StepPlace place_of_step(ui::Ui& ui, const FormStep& step, float top) {
    const auto height = static_cast<float>(ui.theme().height());
    if (!ui.theme().landscape())
        return {{0, top, static_cast<float>(ui.theme().width()), height - top}, content_column(ui)};
    const base::Rect end = sides(ui, takes_keys(step) ? kShareOfKeys : kShareOfAsking).end;
    return {{end.x, top, end.w, height - top}, column_of(ui, end)};
}

/// The height of the keys that are up; 0: none are.
float height_of_keys(const Drawing& at) {
    if (at.visit().typing.field == Field::none) return 0;
    return at.state.on_pad() ? answer_pad_height(at.state, at.ui) : ui::keyboard_height(at.ui);
}

/// The height at the bottom that is not the step's: buttons, or keys over a screen that is not
/// wide.
float below_step(const Drawing& at, const Footer& buttons, const Column& column) {
    const float keys = height_of_keys(at);
    return keys > 0 && !at.ui.theme().landscape() ? keys : footer_height(at.ui, buttons, column);
}

/// Whether the summary follows, and nothing that still has to be asked.
bool saves_a_change(const Drawing& at, const std::vector<FormStep>& all, const FormStep& step) {
    const Answering& check = at.visit().check;
    return check.from_summary && check.changed_group.empty() &&
           open_question(all, check.response, check.asked, step.id).item == nullptr;
}

void draw_step(const Drawing& at, const std::vector<FormStep>& all, std::size_t here) {
    const State& state = at.state;
    ui::Ui& ui = at.ui;
    const FormStep& step = all[here];
    const bool wide = ui.theme().landscape();
    StepPlace place = place_of_step(ui, step, 0);
    if (wide)
        draw_asking_side(ui, "asking " + step.id,
                         {{0, 0, place.view.x, place.view.h}, height_of_keys(at)},
                         [&](ui::Flow& flow) {
                             draw_progress(at, flow, all, here);
                             draw_asking(at, flow, step);
                         });
    const float top = draw_top_bar(at, {at.tr("check.stop"), true, false});
    const auto questions = step.questions();
    const bool open = std::any_of(questions.begin(), questions.end(),
                                  [&](const Asked& asked) { return needs_answer(state, asked); });
    const bool change = saves_a_change(at, all, step);
    Footer buttons{at.tr("reader.back"), at.tr(change ? "check.save" : "check.next")};
    if (change) buttons.next_icon = "check";
    buttons.next_disabled = open;
    place.view.y = top;
    place.view.h -= top + below_step(at, buttons, place.column);
    const auto turn = ui.transitions().turn("page", "check " + step.id, static_cast<int>(here));
    Sight sight{place.view.bottom()};
    draw_pane(ui, {"main", place.view, place.column, turn}, [&](ui::Flow& flow) {
        flow.gap(20);
        if (!wide) draw_progress(at, flow, all, here);
        if (wide)
            draw_answering(at, flow, step, sight);
        else
            draw_pieces(at, flow, step, sight);
        if (open && questions.size() > 1) {
            flow.text(at.tr("check.some-missing"), ui::type::kLead, ui::Role::status);
            flow.gap(24);
        }
        flow.gap(12);
    });
    if (goes_on(at, step)) return at.emit(NextQuestion{});
    if (at.visit().typing.field != Field::none && !wide) return;
    const FooterTap tap = draw_footer(ui, buttons, place.column);
    const bool unseen = !sight.hidden.empty() && sight.hidden != at.visit().check.answering;
    if (tap == FooterTap::next && unseen)
        at.emit(LookAtQuestion{sight.hidden});
    else if (tap == FooterTap::next)
        at.emit(NextQuestion{});
    if (tap == FooterTap::back) at.emit(PreviousQuestion{});
}

}  // namespace

void draw_self_check(const Drawing& at) {
    const SelfCheck* check = at.state.self_check();
    if (check == nullptr) return draw_gone_questions(at);
    const auto all = steps(check->outline, at.visit().check.response);
    const int here =
        at.visit().check.question.empty() ? -1 : find_step(all, at.visit().check.question);
    if (here < 0)
        draw_review(at, all);
    else
        draw_step(at, all, static_cast<std::size_t>(here));
}

}  // namespace candor::screens
