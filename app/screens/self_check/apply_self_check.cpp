#include "screens/self_check/apply_self_check.h"

#include <algorithm>

#include "screening/model/limits.h"
#include "screening/model/value.h"
#include "screens/self_check/drafts.h"
#include "screens/self_check/steps.h"

namespace candor::screens {
namespace {

using screening::AnswerState;
using screening::Item;
using screening::ItemType;
using screening::Value;

/// Repetitions without an answer do not count.
void complain_of_too_few(const Item& group, const std::string& key, Answering& check) {
    const auto numbers = check.response.repetitions(key);
    const auto filled = std::count_if(numbers.begin(), numbers.end(), [&](int number) {
        return screening::says_anything(group, check.response, number);
    });
    check.problems.erase(key);
    auto codes = screening::count_problems(group, static_cast<std::size_t>(filled));
    if (!codes.empty()) check.problems[key] = std::move(codes);
}

/// A required group wants something answered or declined in it, by its last question at the latest.
/// Of one that is repeated this is not asked.
void complain_of_blank_groups(const SelfCheck& form, const std::vector<FormStep>& all,
                              const FormStep& here, Answering& check) {
    for (const Item* group : screening::missing(form.outline, check.response)) {
        if (screening::is_question(*group)) continue;
        const Asked last = last_question(form.outline, all, *group);
        const bool alone = check.response.repetitions(group->link_id).size() == 1;
        if (last.item != nullptr && alone && last.key == last.item->link_id && here.asks(last.key))
            check.problems.try_emplace(last.key, std::vector<std::string>{"blank-group"});
    }
}

const Item* group_of(const State& state, const std::string& key) {
    const SelfCheck* form = state.self_check();
    if (form == nullptr) return nullptr;
    const Item* item = form->questionnaire.find(screening::link_id_of(key));
    return item != nullptr && item->type == ItemType::group ? item : nullptr;
}

/// Are there as many answers as the step's questions want? Else each says so. A complaint about an
/// answer that was not taken (one too many) is over then; one about what is being entered is not.
bool answers_suffice(State& state) {
    Answering& check = state.visit.check;
    const auto all = all_steps(state);
    const int here = find_step(all, check.question);
    if (here < 0) return true;
    const FormStep& step = all[static_cast<std::size_t>(here)];
    for (const auto& [item, key] : step.questions()) {
        if (check.draft(key).changed) continue;
        check.problems.erase(key);
        if (check.response.state(key) != AnswerState::answered) continue;
        auto codes = answer_problems(state, *item, key, check.response.values(key));
        if (!codes.empty()) check.problems[key] = std::move(codes);
    }
    for (const Piece& piece : step.pieces)
        if (piece.kind == Piece::Kind::more) complain_of_too_few(piece.item(), piece.key, check);
    complain_of_blank_groups(*state.self_check(), all, step, check);
    return check.problems.empty();
}

}  // namespace

void ApplySelfCheck::show_step(const std::string& id) const {
    Answering& check = state.visit.check;
    const auto all = all_steps(state);
    const int found = find_step(all, id);
    show(Screen::self_check);
    state.visit.check.forget_entries();
    check.question = found < 0 ? id : all[static_cast<std::size_t>(found)].id;
    prepare_drafts(state);
    if (check.question == id) return;
    // One of a page's questions: it comes into sight.
    check.turn_to(id);
}

void ApplySelfCheck::show_summary() const {
    show(Screen::self_check);
    state.visit.check.forget_entries();
    state.visit.check.from_summary = false;
    state.visit.check.changed_group.clear();
    state.visit.check.question.clear();
}

/// Through the questions of the repetition that is changed; past its ends, back to the list.
void ApplySelfCheck::move_in_repetition(const std::vector<FormStep>& all, int by) const {
    Answering& check = state.visit.check;
    const auto inside = steps_of_repetition(all, check.changed_group, check.changed_repetition);
    const auto here = std::find_if(inside.begin(), inside.end(),
                                   [&](const FormStep& step) { return step.id == check.question; });
    const auto next = here - inside.begin() + by;
    if (here != inside.end() && next >= 0 && next < static_cast<std::ptrdiff_t>(inside.size()))
        return show_step(inside[static_cast<std::size_t>(next)].id);
    const std::string list = more_id(check.changed_group);
    check.changed_group.clear();
    show_step(list);
}

void ApplySelfCheck::operator()(const BeginSelfCheck&) const {
    const SelfCheck* form = state.self_check();
    if (form == nullptr) return;
    const bool begun = !state.visit.check.response.empty();
    if (!begun) state.visit.check.response = screening::start(form->questionnaire);
    const auto all = all_steps(state);
    if (all.empty()) return;
    if (begun) return show_summary();
    show_step(all.front().id);
}

/// An answer that another one has left outside its limits since, on another step.
bool ApplySelfCheck::show_outside_limits(const std::vector<FormStep>& all) const {
    Answering& check = state.visit.check;
    const auto outside = screening::outside_limits(state.self_check()->outline, check.response);
    if (outside.empty() || find_step(all, outside.front()) < 0) return false;
    show_step(outside.front());
    check.from_summary = true;
    check.problems[outside.front()] = {"out-of-range"};
    ++check.reveal_count;
    check.reveal_problem = true;
    return true;
}

void ApplySelfCheck::operator()(const NextQuestion&) const {
    if (state.self_check() == nullptr) return;
    Visit& visit = state.visit;
    Answering& check = visit.check;
    const bool fits = take_drafts(state);
    if (!answers_suffice(state) || !fits) {
        visit.typing.field = Field::none;
        ++check.reveal_count;
        check.reveal_problem = true;
        return;
    }
    drop_disabled(state);
    const auto all = all_steps(state);
    forget_asked(check, all);
    if (!check.changed_group.empty()) return move_in_repetition(all, 1);
    if (check.from_summary || check.question.empty()) {
        if (show_outside_limits(all)) return;
        const Asked open = open_question(all, check.response, check.asked, check.question);
        if (open.item == nullptr && check.question.empty()) return (*this)(ShowGuidance{});
        if (open.item == nullptr) return show_summary();
        show_step(open.key);
        check.from_summary = true;
        return;
    }
    const int next = find_step(all, check.question) + 1;
    if (next > 0 && next < static_cast<int>(all.size()))
        return show_step(all[static_cast<std::size_t>(next)].id);
    show_summary();
}

void ApplySelfCheck::operator()(const LookAtQuestion& intent) const {
    if (asked_item(state, intent.key) == nullptr) return;
    put_keys_away(state, intent.key);
    state.visit.check.turn_to(intent.key);
}

void ApplySelfCheck::operator()(const PreviousQuestion&) const {
    if (state.self_check() == nullptr) return ask(GoHome{});
    Answering& check = state.visit.check;
    static_cast<void>(take_drafts(state));  // what does not fit is not kept
    drop_disabled(state);
    const auto all = all_steps(state);
    if (check.question.empty()) {
        if (all.empty()) return ask(GoHome{});
        return show_step(all.back().id);
    }
    if (!check.changed_group.empty()) return move_in_repetition(all, -1);
    if (check.from_summary) return show_summary();
    const int here = find_step(all, check.question);
    if (here <= 0) return ask(GoHome{});
    show_step(all[static_cast<std::size_t>(here - 1)].id);
}

void ApplySelfCheck::operator()(const ChangeAnswer& intent) const {
    show_step(intent.key);
    state.visit.check.from_summary = true;
    state.visit.check.changed_group.clear();
}

void ApplySelfCheck::operator()(const AddRepetition& intent) const {
    Answering& check = state.visit.check;
    const Item* group = group_of(state, intent.group);
    if (group == nullptr || !screening::may_repeat(*group, check.response, intent.group)) return;
    put_keys_away(state, {});
    static_cast<void>(take_drafts(state));  // what does not fit waits where it was entered
    check.problems.erase(intent.group);
    const int number = screening::add_repetition(*group, check.response, intent.group);
    const auto all = all_steps(state);
    const Piece* added = find_repetition(all, intent.group, number);
    if (added == nullptr || added->inside.empty()) return;
    const std::string& first = added->inside.front().key;
    if (find_step(all, check.question) != find_step(all, first))
        return (*this)(ChangeRepetition{intent.group, number});
    prepare_drafts(state);
    check.turn_to(first);
}

void ApplySelfCheck::operator()(const ChangeRepetition& intent) const {
    const auto all = all_steps(state);
    const auto inside = steps_of_repetition(all, intent.group, intent.number);
    if (inside.empty()) return;
    state.visit.check.changed_group = intent.group;
    state.visit.check.changed_repetition = intent.number;
    show_step(inside.front().id);
}

void ApplySelfCheck::operator()(const RemoveRepetition& intent) const {
    Answering& check = state.visit.check;
    const Item* group = group_of(state, intent.group);
    if (group == nullptr) return;
    put_keys_away(state, {});
    screening::remove_repetition(*group, check.response, intent.group, intent.number);
    drop_disabled(state);
    const auto all = all_steps(state);
    const auto gone = [&](const auto& entry) { return find_step(all, entry.first) < 0; };
    std::erase_if(check.drafts, gone);
    std::erase_if(check.problems, gone);
    check.problems.erase(intent.group);
    forget_asked(check, all);
    prepare_drafts(state);
}

void ApplySelfCheck::operator()(const StopSelfCheck&) const {
    Visit& visit = state.visit;
    Answering& check = visit.check;
    check.response.erase();
    state.visit.check.forget_entries();
    check.asked.clear();
    check.question.clear();
    check.from_summary = false;
    check.changed_group.clear();
    visit.request.form.send_answers = false;
    show(Screen::home);
}

void ApplySelfCheck::operator()(const ShowGuidance&) const { show(Screen::guidance); }

}  // namespace candor::screens
