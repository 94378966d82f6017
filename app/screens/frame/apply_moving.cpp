#include <utility>

#include "screens/frame/apply.h"

namespace candor::screens {

void apply(State& state, Services& services, const Intent& intent) {
    std::visit(Apply{state, services}, intent);
}

void Apply::show(Screen screen) const {
    state.visit.screen = screen;
    state.visit.sheet = {};
    state.visit.field = Field::none;
    state.visit.keyboard = {};
    services.reset_scroll("main");
}

void Apply::operator()(const Start&) const {
    show(state.catalog->has_content() ? Screen::home : Screen::out_of_order);
}

void Apply::operator()(const PauseAttract&) const { state.attract.paused = !state.attract.paused; }

void Apply::operator()(const ShowSlide& intent) const { state.attract.slide = intent.slide; }

void Apply::operator()(const GoHome&) const {
    state.visit.came_from.clear();
    show(Screen::home);
}

void Apply::operator()(const GoBack&) const {
    Visit& visit = state.visit;
    if (visit.sheet.kind != SheetKind::none) return (*this)(CloseSheet{});
    switch (visit.screen) {
        case Screen::reader:
            if (visit.came_from.empty()) return show(Screen::home);
            {
                const Place place = visit.came_from.back();
                visit.came_from.pop_back();
                return show_place(place);
            }
        case Screen::search:
            return show(Screen::home);
        case Screen::self_check:
            return (*this)(PreviousQuestion{});
        case Screen::guidance:
            visit.question.clear();
            return show(Screen::self_check);
        case Screen::request:
            return show(visit.before);
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

void Apply::operator()(const OpenSheet& intent) const {
    const bool warning = intent.sheet.kind == SheetKind::still_here;
    if (warning && state.visit.sheet.kind == SheetKind::still_here) return;
    state.visit.sheet_below = warning ? state.visit.sheet : Sheet{};
    state.visit.sheet = intent.sheet;
    services.reset_scroll("sheet");
}

void Apply::operator()(const CloseSheet&) const { state.visit.sheet = {}; }

void Apply::operator()(const SetLanguage& intent) const {
    if (state.catalog->strings.count(intent.language) == 0) return;
    state.visit.language = intent.language;
    state.visit.sheet = {};
    state.visit.field = Field::none;  // what was entered stays; its keyboard is the old language's
    state.visit.keyboard = {};
    if (state.visit.screen == Screen::search) edited_changed();
}

void Apply::operator()(const SetTextSize& intent) const { state.visit.text_size = intent.size; }

void Apply::operator()(const SetContrast& intent) const { state.visit.contrast = intent.contrast; }

void Apply::operator()(const StillHere&) const {
    if (state.visit.sheet.kind == SheetKind::still_here)
        state.visit.sheet = std::exchange(state.visit.sheet_below, {});
}

void Apply::operator()(const FinishVisit&) const {
    state.visit.erase();
    state.visit.contrast = state.first_contrast;
    state.attract = {};
    state.seconds_left = 0;
    services.visit_erased();
}

}  // namespace candor::screens
