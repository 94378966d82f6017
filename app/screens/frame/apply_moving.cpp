#include "screens/frame/apply_moving.h"

#include <utility>

#include "screens/frame/apply_typing.h"
#include "screens/reader/apply_reading.h"

namespace candor::screens {

void ApplyMoving::operator()(const Start&) const {
    show(state.catalog->has_content() ? Screen::home : Screen::out_of_order);
}

void ApplyMoving::operator()(const PauseAttract&) const {
    state.attract.paused = !state.attract.paused;
}

void ApplyMoving::operator()(const ShowSlide& intent) const {
    state.attract.slide = intent.slide;
    state.attract.after_visit = false;
}

void ApplyMoving::operator()(const GoHome&) const {
    state.visit.reading.came_from.clear();
    show(Screen::home);
}

void ApplyMoving::operator()(const GoBack&) const {
    Visit& visit = state.visit;
    if (visit.sheet.kind != SheetKind::none) return (*this)(CloseSheet{});
    std::string& forms_of = visit.typing.keyboard.accents_of;
    if (visit.hearing.keypad && !forms_of.empty()) return forms_of.clear();
    switch (visit.screen) {
        case Screen::reader:
            if (visit.reading.came_from.empty()) return show(Screen::home);
            {
                const ReadingPlace place = visit.reading.came_from.back();
                visit.reading.came_from.pop_back();
                return ApplyReading{*this}.show_place(place);
            }
        case Screen::search:
            return show(Screen::home);
        case Screen::self_check:
            return ask(PreviousQuestion{});
        case Screen::guidance:
            visit.check.question.clear();
            return show(Screen::self_check);
        case Screen::request:
            return show(visit.request.before);
        case Screen::staff:
            return (*this)(FinishVisit{});
        case Screen::home:
            return show(Screen::home);
        case Screen::attract:
        case Screen::confirmation:
        case Screen::out_of_order:
            return;
    }
}

void ApplyMoving::operator()(const OpenSheet& intent) const {
    const bool warning = intent.sheet.kind == SheetKind::still_here;
    if (warning && state.visit.sheet.kind == SheetKind::still_here) return;
    state.visit.sheet_below = warning ? state.visit.sheet : Sheet{};
    state.visit.sheet = intent.sheet;
    services.reset_scroll("sheet");
}

void ApplyMoving::operator()(const CloseSheet&) const { state.visit.sheet = {}; }

void ApplyMoving::operator()(const SetLanguage& intent) const {
    if (state.catalog->strings.count(intent.language) == 0) return;
    state.visit.language = intent.language;
    ask(SpeakScreen{state.visit.hearing.speaks_screen || state.visit.hearing.keypad});
    state.visit.sheet = {};
    state.visit.typing.put_away();  // what was entered stays; its keyboard is the old language's
    if (state.visit.screen == Screen::search) ApplyTyping{*this}.edited_changed();
}

void ApplyMoving::operator()(const SetTextSize& intent) const {
    state.visit.text_size = intent.size;
}

void ApplyMoving::operator()(const SetContrast& intent) const {
    state.visit.contrast = intent.contrast;
}

void ApplyMoving::operator()(const BringDown& intent) const { state.visit.lowered = intent.down; }

void ApplyMoving::operator()(const SetSteadyTouch& intent) const {
    state.visit.steady_touch = intent.steady;
    state.visit.steady_offer = Offer::over;
}

void ApplyMoving::operator()(const OfferSteadyTouch&) const {
    Visit& visit = state.visit;
    if (visit.steady_offer == Offer::none && !visit.steady_touch)
        visit.steady_offer = Offer::stands;
}

void ApplyMoving::operator()(const StillHere&) const {
    if (state.visit.sheet.kind == SheetKind::still_here)
        state.visit.sheet = std::exchange(state.visit.sheet_below, {});
}

void ApplyMoving::operator()(const TakeMoreTime& intent) const {
    state.visit.more_time = intent.more;
    (*this)(StillHere{});
}

void ApplyMoving::operator()(const CallForHelp&) const {
    Help& help = state.visit.help;
    if (help == Help::none || help == Help::not_asked) help = services.call_for_help(state);
}

void ApplyMoving::operator()(const FinishVisit&) const {
    const bool was_visited = state.visit.screen != Screen::attract;
    state.visit.erase();
    state.visit.contrast = state.first_contrast;
    state.attract = {};
    state.attract.after_visit = was_visited;
    state.seconds_left = 0;
    services.visit_erased();
}

}  // namespace candor::screens
