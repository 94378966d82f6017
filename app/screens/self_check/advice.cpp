#include "screens/self_check/advice.h"

#include <algorithm>

namespace candor::screens {
namespace {

bool takes_no_request(const screening::Outcome& outcome) {
    return std::any_of(
        outcome.findings.begin(), outcome.findings.end(),
        [](const screening::Matched& matched) { return matched.finding->no_request; });
}

}  // namespace

bool offers_a_call(const State& state) {
    if (!state.kiosk.takes_requests) return false;
    const SelfCheck* check = state.self_check();
    if (check == nullptr || state.visit.check.response.empty()) return true;
    return !takes_no_request(
        screening::evaluate(check->outline, check->guidance, state.visit.check.response));
}

bool doctor_first(const screening::Outcome& outcome) {
    return outcome.level == screening::Level::urgent || takes_no_request(outcome);
}

bool needs_care(const screening::Outcome& outcome) {
    return std::any_of(outcome.findings.begin(), outcome.findings.end(),
                       [](const screening::Matched& matched) {
                           return matched.finding->level == screening::Level::urgent ||
                                  matched.finding->level == screening::Level::tell_the_doctor;
                       });
}

}  // namespace candor::screens
