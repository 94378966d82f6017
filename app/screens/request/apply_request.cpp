#include "screens/request/apply_request.h"

#include "screens/self_check/advice.h"

namespace candor::screens {

void ApplyRequest::operator()(const OpenRequest&) const {
    if (!offers_a_call(state) && state.kiosk.takes_requests) return;  // a child's visit
    Visit& visit = state.visit;
    visit.request.before = visit.screen == Screen::request ? visit.request.before : visit.screen;
    if (visit.request.id.empty()) visit.request.id = consult::new_request_id();
    if (visit.request.form.language.empty()) visit.request.form.language = visit.language;
    show(Screen::request);
}

void ApplyRequest::operator()(const SetBestTime& intent) const {
    auto& time = state.visit.request.form.best_time;
    time = time == intent.time ? consult::BestTime::unsaid : intent.time;
}

void ApplyRequest::operator()(const ToggleSendAnswers&) const {
    state.visit.request.form.send_answers = !state.visit.request.form.send_answers;
}

void ApplyRequest::operator()(const ToggleSendQuestions&) const {
    state.visit.request.form.send_questions = !state.visit.request.form.send_questions;
}

void ApplyRequest::operator()(const ToggleSendTopics&) const {
    state.visit.request.form.send_topics = !state.visit.request.form.send_topics;
}

void ApplyRequest::operator()(const ToggleSendMatters&) const {
    state.visit.request.form.send_values = !state.visit.request.form.send_values;
}

void ApplyRequest::operator()(const ToggleAgreed&) const {
    state.visit.request.form.agreed = !state.visit.request.form.agreed;
    state.visit.request.keep_unmended();
}

/// To the first field that needs something; the consent stands beside Send.
void ApplyRequest::lead_to_problem() const {
    constexpr std::size_t kEnd = 10'000;
    const Field field = told_at(state.visit.request.sending.problems.front());
    if (field != Field::none) ask(FocusField{field, kEnd});
}

void ApplyRequest::operator()(const SendRequest&) const {
    Visit& visit = state.visit;
    if (visit.screen != Screen::request) return;  // a second tap of a double tap
    visit.typing.field = Field::none;
    visit.request.form.language = visit.language;
    visit.request.sending.fault.reset();
    visit.request.sending.problems = consult::check(visit.request.form);
    if (!visit.request.sending.problems.empty()) return lead_to_problem();
    auto sent = services.send_request(state);
    if (!sent) {
        visit.request.sending.fault = sent.error();
        return;
    }
    // What was typed is sealed now; nothing of it needs to stay on this machine.
    visit.request.form.clear();
    visit.request.id.clear();
    visit.request.sending.reference = *sent;
    show(Screen::confirmation);
}

}  // namespace candor::screens
