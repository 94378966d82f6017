#include "screens/frame/apply.h"
#include "screens/self_check/advice.h"

namespace candor::screens {

void Apply::operator()(const OpenRequest&) const {
    if (!offers_a_call(state) && state.kiosk.takes_requests) return;  // a child's visit
    Visit& visit = state.visit;
    visit.before = visit.screen == Screen::request ? visit.before : visit.screen;
    if (visit.request_id.empty()) visit.request_id = consult::new_request_id();
    if (visit.form.language.empty()) visit.form.language = visit.language;
    show(Screen::request);
}

void Apply::operator()(const SetBestTime& intent) const {
    auto& time = state.visit.form.best_time;
    time = time == intent.time ? consult::BestTime::unsaid : intent.time;
}

void Apply::operator()(const ToggleSendAnswers&) const {
    state.visit.form.send_answers = !state.visit.form.send_answers;
}

void Apply::operator()(const ToggleSendQuestions&) const {
    state.visit.form.send_questions = !state.visit.form.send_questions;
}

void Apply::operator()(const ToggleSendTopics&) const {
    state.visit.form.send_topics = !state.visit.form.send_topics;
}

void Apply::operator()(const ToggleSendMatters&) const {
    state.visit.form.send_values = !state.visit.form.send_values;
}

void Apply::operator()(const ToggleAgreed&) const {
    state.visit.form.agreed = !state.visit.form.agreed;
    std::erase(state.visit.sending.problems, consult::FormProblem::agreement_missing);
}

void Apply::operator()(const SendRequest&) const {
    Visit& visit = state.visit;
    if (visit.screen != Screen::request) return;  // a second tap of a double tap
    visit.field = Field::none;
    visit.form.language = visit.language;
    visit.sending.fault.reset();
    visit.sending.problems = consult::check(visit.form);
    if (!visit.sending.problems.empty()) return services.reset_scroll("main");
    auto sent = services.send_request(state);
    if (!sent) {
        visit.sending.fault = sent.error();
        return;
    }
    // What was typed is sealed now; nothing of it needs to stay on this machine.
    visit.form.clear();
    visit.request_id.clear();
    visit.sending.reference = *sent;
    show(Screen::confirmation);
}

}  // namespace candor::screens
