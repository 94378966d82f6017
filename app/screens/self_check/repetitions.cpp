#include <algorithm>
#include <utility>

#include "screens/frame/notice.h"
#include "screens/self_check/self_check.h"
#include "screens/self_check/wording.h"

namespace candor::screens {
namespace {

using screening::AnswerState;

/// The first answer of a repetition tells it from the others.
std::string short_name(const Walkthrough& at, const Piece& repetition) {
    for (const Asked& asked : repetition.inside)
        if (at.state.visit.response.state(asked.key) != AnswerState::none)
            return answer_of(at.state, asked);
    return at.ui.tr("check.not-answered");
}

/// "2 of 3", where there are several.
std::string place_of(const Walkthrough& at, const Piece& repetition) {
    if (repetition.title.of == 0) return {};
    return title_text({nullptr, repetition.title.number, repetition.title.of}, at.ui.strings());
}

/// Change and, where it is not the only one, remove.
float buttons(const Walkthrough& at, const Piece& repetition, float y) {
    ui::Ui& ui = at.ui;
    const float pad = ui.px(36), end = at.column.x + at.column.width - pad;
    const std::string key = repetition.key + " " + std::to_string(repetition.repetition);
    const std::string place = place_of(at, repetition);
    const std::string name = short_name(at, repetition);
    const std::string which = place.empty() ? name : place + ui.tr("check.between-answers") + name;
    const std::string change = ui.tr("check.change"), remove = ui.tr("check.remove");
    const std::string change_name = ui.tr("check.change-question", {{"question", which}});
    const std::string remove_name = ui.tr("check.remove-answer", {{"answer", which}});
    const ui::Pill changes{change, "pencil", key, false, change_name};
    const ui::Pill removes{remove, "close", key, false, remove_name};
    float x = at.column.x + pad;
    if (ui::pill(ui, x, y, changes))
        at.intents.push_back(ChangeRepetition{repetition.key, repetition.repetition});
    x += ui::pill_width(ui, changes) + ui.px(20);
    if (place.empty()) return ui.px(96);
    const float start = y;
    if (x + ui::pill_width(ui, removes) > end) {
        x = at.column.x + pad;
        y += ui.px(96 + 12);
    }
    if (ui::pill(ui, x, y, removes))
        at.intents.push_back(RemoveRepetition{repetition.key, repetition.repetition});
    return y + ui.px(96) - start;
}

/// What was answered in one repetition.
float answers(const Walkthrough& at, const Piece& repetition, float x, float y, float room) {
    ui::Ui& ui = at.ui;
    const float start = y;
    for (const Asked& asked : repetition.inside) {
        if (at.state.visit.response.state(asked.key) == AnswerState::none) continue;
        if (y > start) y += ui.px(16);
        y +=
            ui.text(x, y, room, item_text(*asked.item, at.language()), ui::type::kSmall) + ui.px(6);
        y += ui.text(x, y, room, answer_of(at.state, asked), ui::type::kLabel, ui::Role::listitem);
    }
    if (y > start) return y - start;
    return ui.text(x, y, room, ui.tr("check.not-answered"), ui::type::kBody, ui::Role::listitem);
}

float card_content(const Walkthrough& at, const Piece& repetition, float y) {
    ui::Ui& ui = at.ui;
    const float pad = ui.px(36), start = y, room = at.column.width - 2 * pad;
    y += ui.px(32);
    if (const std::string place = place_of(at, repetition); !place.empty()) {
        ui::Type type = ui::type::kLabel;
        type.colour = ui::colour::kTeal;
        y += ui.text(at.column.x + pad, y, room, place, type) + ui.px(12);
    }
    y += answers(at, repetition, at.column.x + pad, y, room) + ui.px(24);
    if (!repetition.inside.empty()) y += buttons(at, repetition, y);
    return y + ui.px(32) - start;
}

float card(const Walkthrough& at, const Piece& repetition, float y) {
    return card_around(at.ui, at.column, y,
                       [&](float top) { return card_content(at, repetition, top); });
}

float too_few(const Walkthrough& at, const Piece& more, const Sight& sight, float y) {
    const auto found = at.state.visit.problems.find(more.key);
    if (found == at.state.visit.problems.end()) return 0;
    const std::string words = problem_text(more.item(), found->second.front(), at.ui.strings());
    const float height =
        notice(at.ui, at.column, y,
               {words, "caution", ui::colour::kPeach, ui::colour::kCoral, ui::Role::alert});
    if (at.state.visit.complains)
        bring_into_sight(
            {at.state, at.ui, at.intents, more.item(), more.key, at.column, true, {}, sight, y}, y,
            y + height);
    return height + at.ui.px(24);
}

}  // namespace

std::string answer_of(const State& state, const Asked& asked) {
    const AnswerState status = state.visit.response.state(asked.key);
    if (status == AnswerState::declined) return state.strings()("check.rather-not-say");
    if (status == AnswerState::none) return state.strings()("check.not-answered");
    return answer_text(*asked.item, state.visit.response.values(asked.key), state.strings());
}

float more_button(const Walkthrough& at, const Piece& more, const Sight& sight, float y) {
    ui::Ui& ui = at.ui;
    const float start = y;
    const std::string label = ui.tr("check.add-another");
    ui::ButtonSpec add{label, ui::ButtonKind::outline, "plus", {}, more.key};
    add.disabled = !screening::may_repeat(more.item(), at.state.visit.response, more.key);
    const float height = ui::button_height(ui, at.column.width, add);
    if (ui::button(ui, {at.column.x, y, at.column.width, height}, add))
        at.intents.push_back(AddRepetition{more.key});
    y += height + ui.px(24);
    if (add.disabled)
        y += ui.text(at.column.x, y, at.column.width, ui.tr("check.no-more"), ui::type::kLead,
                     ui::Role::status) +
             ui.px(24);
    return y + too_few(at, more, sight, y) - start;
}

float repetitions(const Walkthrough& at, const Sight& sight, float y) {
    ui::Ui& ui = at.ui;
    const float x = at.column.x, width = at.column.width;
    bool begun = false;
    const auto begin = [&](const Piece& first) {
        if (std::exchange(begun, true)) return;
        const std::string title = title_text({first.title.item}, ui.strings());
        const std::string heading = title.empty() ? ui.tr("check.summary") : title;
        y += ui.text(x, y, width, heading, kHeading, ui::Role::heading) + ui.px(12);
        y += ui.text(x, y, width, ui.tr("check.more-to-add"), ui::type::kLead) + ui.px(28);
    };
    for (const Piece& piece : at.step().pieces) {
        switch (piece.kind) {
            case Piece::Kind::title:
                y += title_in_step(at, piece, y);
                break;
            case Piece::Kind::text:
                y += note(at, piece.item(), y);
                break;
            case Piece::Kind::repetition:
                begin(piece);
                y += card(at, piece, y) + ui.px(24);
                break;
            case Piece::Kind::more:
                begin(piece);
                y += more_button(at, piece, sight, y);
                break;
            case Piece::Kind::question:
                break;  // each has a step of its own
        }
    }
    return y;
}

}  // namespace candor::screens
