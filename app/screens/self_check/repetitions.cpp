#include <algorithm>
#include <utility>

#include "screens/frame/notice.h"
#include "screens/self_check/answer_inputs.h"
#include "screens/self_check/self_check.h"
#include "screens/self_check/wording.h"

namespace candor::screens {
namespace {

using screening::AnswerState;

/// What tells a repetition from the others: its first answer; and what is said of it aloud.
struct ShortName {
    std::string shown, aloud;
};

ShortName short_name(const Drawing& at, const Piece& repetition) {
    for (const Asked& asked : repetition.inside) {
        if (at.visit().check.response.state(asked.key) == AnswerState::none) continue;
        const std::string shown = answer_of(at.state, asked);
        return {shown, is_entered(*asked.item) ? at.tr("spoken.not-aloud") : shown};
    }
    return {at.tr("check.not-answered"), at.tr("check.not-answered")};
}

/// "2 of 3", where there are several.
std::string place_of(const Drawing& at, const Piece& repetition) {
    if (repetition.title.of == 0) return {};
    return title_text({nullptr, repetition.title.number, repetition.title.of}, at.ui.strings());
}

/// Change and, where it is not the only one, remove.
void draw_repetition_buttons(const Drawing& at, ui::Flow& flow, const Piece& repetition) {
    const std::string key = repetition.key + " " + std::to_string(repetition.repetition);
    const std::string place = place_of(at, repetition);
    const ShortName name = short_name(at, repetition);
    ui::PillRow row(flow, 20, 12);
    const auto add = [&](const char* label, const char* icon, const char* sentence,
                         const char* what) {
        const auto named = [&](const std::string& words) {
            const std::string which =
                place.empty() ? words : place + at.tr("check.between-answers") + words;
            return at.tr(sentence, {{what, which}});
        };
        const std::string words = at.tr(label), full = named(name.shown);
        const std::string key_of_pill = key + " " + label;
        bool touched = false;
        at.ui.said_aloud(name.aloud == name.shown ? "" : named(name.aloud), [&] {
            touched = row.add({words, icon, key_of_pill, false, full});
        });
        return touched;
    };
    if (add("check.change", "pencil", "check.change-question", "question"))
        at.emit(ChangeRepetition{repetition.key, repetition.repetition});
    if (!place.empty() && add("check.remove", "close", "check.remove-answer", "answer"))
        at.emit(RemoveRepetition{repetition.key, repetition.repetition});
}

/// What was answered in one repetition.
void draw_answers(const Drawing& at, ui::Flow& flow, const Piece& repetition) {
    bool any = false;
    for (const Asked& asked : repetition.inside) {
        if (at.visit().check.response.state(asked.key) == AnswerState::none) continue;
        any = true;
        flow.text(item_text(*asked.item, at.language()), ui::type::kSmall);
        flow.gap(6);
        with_answer(at, *asked.item, [&] {
            flow.text(answer_of(at.state, asked), ui::type::kLabel, ui::Role::listitem);
        });
        flow.between(16);
    }
    if (!any) flow.text(at.tr("check.not-answered"), ui::type::kBody, ui::Role::listitem);
}

void draw_repetition(const Drawing& at, ui::Flow& flow, const Piece& repetition) {
    flow.card({36, 32, 32}, [&](ui::Flow& inner) {
        if (const std::string place = place_of(at, repetition); !place.empty()) {
            ui::Type type = ui::type::kLabel;
            type.colour = ui::Colour::teal;
            inner.text(place, type);
            inner.gap(12);
        }
        inner.group([&](ui::Flow& answers) { draw_answers(at, answers, repetition); });
        inner.gap(24);
        if (!repetition.inside.empty()) draw_repetition_buttons(at, inner, repetition);
    });
    flow.gap(24);
}

void draw_too_few(const Drawing& at, ui::Flow& flow, const Piece& more) {
    const auto found = at.visit().check.problems.find(more.key);
    if (found == at.visit().check.problems.end()) return;
    const std::string words = problem_text(more.item(), found->second.front(), at.ui.strings());
    const float top = flow.y();
    draw_notice(flow, {words, "caution", ui::Colour::peach, ui::Colour::coral, ui::Role::alert});
    if (at.visit().check.reveal_problem)
        bring_into_sight(at, {more.item(), more.key, true, {}, top}, top, flow.y());
    flow.gap(24);
}

}  // namespace

void with_answer(const Drawing& at, const screening::Item& item,
                 const std::function<void()>& draw) {
    if (!is_entered(item)) return draw();
    at.ui.said_aloud(at.tr("spoken.not-aloud"), draw);
}

std::string answer_of(const State& state, const Asked& asked) {
    const AnswerState status = state.visit.check.response.state(asked.key);
    if (status == AnswerState::declined) return state.strings()("check.rather-not-say");
    if (status == AnswerState::none) return state.strings()("check.not-answered");
    return answer_text(*asked.item, state.visit.check.response.values(asked.key), state.strings());
}

void draw_more_button(const Drawing& at, ui::Flow& flow, const Piece& more) {
    const std::string label = at.tr("check.add-another");
    ui::ButtonSpec add{label, ui::ButtonKind::outline, "plus", {}, more.key};
    add.disabled = !screening::may_repeat(more.item(), at.visit().check.response, more.key);
    if (ui::button(flow, add)) at.emit(AddRepetition{more.key});
    flow.gap(24);
    if (add.disabled) {
        flow.text(at.tr("check.no-more"), ui::type::kLead, ui::Role::status);
        flow.gap(24);
    }
    draw_too_few(at, flow, more);
}

void draw_repetitions(const Drawing& at, ui::Flow& flow, const FormStep& step) {
    bool begun = false;
    const auto begin = [&](const Piece& first) {
        if (std::exchange(begun, true)) return;
        const std::string title = title_text({first.title.item}, at.ui.strings());
        flow.heading(title.empty() ? at.tr("check.summary") : title, kHeading);
        flow.gap(12);
        flow.text(at.tr("check.more-to-add"), ui::type::kLead);
        flow.gap(28);
    };
    for (const Piece& piece : step.pieces) {
        switch (piece.kind) {
            case Piece::Kind::title:
                draw_title_in_step(at, flow, step, piece);
                break;
            case Piece::Kind::text:
                draw_note(at, flow, piece.item());
                break;
            case Piece::Kind::worked_out:
                draw_worked_out(at, flow, piece);
                break;
            case Piece::Kind::repetition:
                begin(piece);
                draw_repetition(at, flow, piece);
                break;
            case Piece::Kind::more:
                begin(piece);
                draw_more_button(at, flow, piece);
                break;
            case Piece::Kind::question:
                break;  // each has a step of its own
        }
    }
}

}  // namespace candor::screens
