#include "screens/take_home/apply_take_home.h"

namespace candor::screens {

void ApplyTakeHome::operator()(const ToggleTakeReference&) const {
    state.visit.take_home.reference = !state.visit.take_home.reference;
}

void ApplyTakeHome::operator()(const ToggleTwoLanguages&) const {
    state.visit.take_home.two_languages = !state.visit.take_home.two_languages;
}

void ApplyTakeHome::operator()(const ToggleLargePrint&) const {
    state.visit.take_home.large_print = !state.visit.take_home.large_print;
}

void ApplyTakeHome::operator()(const PrintLeaflet&) const {
    auto& printing = state.visit.take_home.printing;
    if (printing == printing::Printing::under_way) return;  // a second tap
    printing = printing::Printing::under_way;
    services.print_leaflet(state);
}

}  // namespace candor::screens
