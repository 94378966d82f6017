#include <algorithm>

#include "screening/model/value.h"
#include "screens/frame/apply.h"
#include "screens/self_check/steps.h"

namespace candor::screens {
namespace {

using screening::AnswerState;
using screening::Item;
using screening::Value;

/// A question that was asked and then not any more is a new one when it comes up again.
void forget_asked(const std::vector<Step>& all, Visit& visit) {
    std::erase_if(visit.check.asked, [&](const std::string& id) { return find_step(all, id) < 0; });
}

/// Repetitions without an answer do not count.
void complain_of_too_few(const Item& group, const std::string& key, Visit& visit) {
    const auto numbers = visit.check.response.repetitions(key);
    const auto filled = std::count_if(numbers.begin(), numbers.end(), [&](int number) {
        return screening::says_anything(group, visit.check.response, number);
    });
    visit.check.problems.erase(key);
    auto codes = screening::count_problems(group, static_cast<std::size_t>(filled));
    if (!codes.empty()) visit.check.problems[key] = std::move(codes);
}

/// A required group wants something answered or declined in it, by its last question at the latest.
/// Of one that is repeated this is not asked.
void complain_of_blank_groups(const SelfCheck& check, const std::vector<Step>& all,
                              const Step& here, Visit& visit) {
    for (const Item* group : screening::missing(check.outline, visit.check.response)) {
        if (screening::is_question(*group)) continue;
        const Asked last = last_question(check.outline, all, *group);
        const bool alone = visit.check.response.repetitions(group->link_id).size() == 1;
        if (last.item != nullptr && alone && last.key == last.item->link_id && here.asks(last.key))
            visit.check.problems.try_emplace(last.key, std::vector<std::string>{"blank-group"});
    }
}

}  // namespace

/// None when there is no self-check (any more).
std::vector<Step> Apply::all_steps() const {
    const SelfCheck* check = state.self_check();
    return check == nullptr ? std::vector<Step>{}
                            : steps(check->outline, state.visit.check.response);
}

void Apply::drop_disabled() const {
    if (const SelfCheck* check = state.self_check())
        screening::drop_disabled(check->outline, state.visit.check.response);
}

void Apply::show_step(const std::string& id) const {
    Visit& visit = state.visit;
    const auto all = all_steps();
    const int found = find_step(all, id);
    show(Screen::self_check);
    forget_entries();
    visit.check.question = found < 0 ? id : all[static_cast<std::size_t>(found)].id;
    prepare_drafts();
    if (visit.check.question == id) return;
    // One of a page's questions: it comes into sight.
    visit.check.answering = id;
    ++visit.check.reveal_count;
    visit.check.reveal_problem = false;
}

void Apply::show_summary() const {
    show(Screen::self_check);
    forget_entries();
    state.visit.check.from_summary = false;
    state.visit.check.changed_group.clear();
    state.visit.check.question.clear();
}

/// Through the questions of the repetition that is changed; past its ends, back to the list.
void Apply::move_in_repetition(const std::vector<Step>& all, int by) const {
    Visit& visit = state.visit;
    const auto inside =
        steps_of_repetition(all, visit.check.changed_group, visit.check.changed_repetition);
    const auto here = std::find_if(inside.begin(), inside.end(), [&](const Step& step) {
        return step.id == visit.check.question;
    });
    const auto next = here - inside.begin() + by;
    if (here != inside.end() && next >= 0 && next < static_cast<std::ptrdiff_t>(inside.size()))
        return show_step(inside[static_cast<std::size_t>(next)].id);
    const std::string list = more_id(visit.check.changed_group);
    visit.check.changed_group.clear();
    show_step(list);
}

void Apply::operator()(const BeginSelfCheck&) const {
    const SelfCheck* check = state.self_check();
    if (check == nullptr) return;
    const bool begun = !state.visit.check.response.empty();
    if (!begun) state.visit.check.response = screening::start(check->questionnaire);
    const auto all = all_steps();
    if (all.empty()) return;
    if (begun) return show_summary();
    show_step(all.front().id);
}

void Apply::operator()(const ChooseAnswer& intent) const {
    const Item* item = asked_item(intent.key);
    if (item == nullptr) return;
    Visit& visit = state.visit;
    // Own words stay one of several answers, and are no answer any more where there is but one.
    put_keys_away(item->repeats ? "" : intent.key);
    std::vector<Value> values{intent.value};
    for (const screening::AnswerOption& option : item->options) {
        if (screening::equal(option.value, intent.value))
            values = screening::toggled(*item, visit.check.response.values(intent.key), option);
    }
    const auto codes = screening::problems(*item, values);
    if (std::find(codes.begin(), codes.end(), "too-many") != codes.end()) {
        visit.check.problems[intent.key] = {"too-many"};
        return;
    }
    // The one answer is an option now, not what was typed.
    if (!item->repeats) visit.check.drafts.erase(intent.key);
    visit.check.problems.erase(intent.key);
    if (values.empty())
        visit.check.response.clear(intent.key);
    else
        visit.check.response.set(intent.key, std::move(values));
    drop_disabled();
    prepare_drafts();
}

void Apply::operator()(const RatherNotSay& intent) const {
    if (asked_item(intent.key) == nullptr) return;
    Visit& visit = state.visit;
    put_keys_away(intent.key);
    visit.check.drafts.erase(intent.key);
    visit.check.problems.erase(intent.key);
    visit.check.response.decline(intent.key);
    drop_disabled();
    prepare_drafts();
}

/// Are there as many answers as the step's questions want? Else each says so. A complaint about an
/// answer that was not taken (one too many) is over then; one about what is being entered is not.
bool Apply::answers_suffice() const {
    Visit& visit = state.visit;
    const auto all = all_steps();
    const int here = find_step(all, visit.check.question);
    if (here < 0) return true;
    const Step& step = all[static_cast<std::size_t>(here)];
    for (const auto& [item, key] : step.questions()) {
        if (state.visit.check.draft(key).changed) continue;
        visit.check.problems.erase(key);
        if (visit.check.response.state(key) != AnswerState::answered) continue;
        auto codes = screening::problems(*item, visit.check.response.values(key));
        if (!codes.empty()) visit.check.problems[key] = std::move(codes);
    }
    for (const Piece& piece : step.pieces)
        if (piece.kind == Piece::Kind::more) complain_of_too_few(piece.item(), piece.key, visit);
    complain_of_blank_groups(*state.self_check(), all, step, visit);
    return visit.check.problems.empty();
}

void Apply::operator()(const NextQuestion&) const {
    if (state.self_check() == nullptr) return;
    Visit& visit = state.visit;
    const bool fits = take_drafts();
    if (!answers_suffice() || !fits) {
        visit.typing.field = Field::none;
        ++visit.check.reveal_count;
        visit.check.reveal_problem = true;
        return;
    }
    drop_disabled();
    const auto all = all_steps();
    forget_asked(all, visit);
    if (!visit.check.changed_group.empty()) return move_in_repetition(all, 1);
    if (visit.check.from_summary || visit.check.question.empty()) {
        const Asked open =
            open_question(all, visit.check.response, visit.check.asked, visit.check.question);
        if (open.item == nullptr && visit.check.question.empty()) return (*this)(ShowGuidance{});
        if (open.item == nullptr) return show_summary();
        show_step(open.key);
        visit.check.from_summary = true;
        return;
    }
    const int next = find_step(all, visit.check.question) + 1;
    if (next > 0 && next < static_cast<int>(all.size()))
        return show_step(all[static_cast<std::size_t>(next)].id);
    show_summary();
}

void Apply::operator()(const PreviousQuestion&) const {
    if (state.self_check() == nullptr) return (*this)(GoHome{});
    Visit& visit = state.visit;
    static_cast<void>(take_drafts());  // what does not fit is not kept
    drop_disabled();
    const auto all = all_steps();
    if (visit.check.question.empty()) {
        if (all.empty()) return (*this)(GoHome{});
        return show_step(all.back().id);
    }
    if (!visit.check.changed_group.empty()) return move_in_repetition(all, -1);
    if (visit.check.from_summary) return show_summary();
    const int here = find_step(all, visit.check.question);
    if (here <= 0) return (*this)(GoHome{});
    show_step(all[static_cast<std::size_t>(here - 1)].id);
}

void Apply::operator()(const ChangeAnswer& intent) const {
    show_step(intent.key);
    state.visit.check.from_summary = true;
    state.visit.check.changed_group.clear();
}

void Apply::operator()(const AddRepetition& intent) const {
    Visit& visit = state.visit;
    const Item* group = group_of(intent.group);
    if (group == nullptr || !screening::may_repeat(*group, visit.check.response, intent.group))
        return;
    put_keys_away({});
    static_cast<void>(take_drafts());  // what does not fit waits where it was entered
    visit.check.problems.erase(intent.group);
    const int number = screening::add_repetition(*group, visit.check.response, intent.group);
    const auto all = all_steps();
    const Piece* added = find_repetition(all, intent.group, number);
    if (added == nullptr || added->inside.empty()) return;
    const std::string& first = added->inside.front().key;
    if (find_step(all, visit.check.question) != find_step(all, first))
        return (*this)(ChangeRepetition{intent.group, number});
    prepare_drafts();
    visit.check.answering = first;
    ++visit.check.reveal_count;
    visit.check.reveal_problem = false;
}

void Apply::operator()(const ChangeRepetition& intent) const {
    const auto all = all_steps();
    const auto inside = steps_of_repetition(all, intent.group, intent.number);
    if (inside.empty()) return;
    state.visit.check.changed_group = intent.group;
    state.visit.check.changed_repetition = intent.number;
    show_step(inside.front().id);
}

void Apply::operator()(const RemoveRepetition& intent) const {
    Visit& visit = state.visit;
    const Item* group = group_of(intent.group);
    if (group == nullptr) return;
    put_keys_away({});
    screening::remove_repetition(*group, visit.check.response, intent.group, intent.number);
    drop_disabled();
    const auto all = all_steps();
    const auto gone = [&](const auto& entry) { return find_step(all, entry.first) < 0; };
    std::erase_if(visit.check.drafts, gone);
    std::erase_if(visit.check.problems, gone);
    visit.check.problems.erase(intent.group);
    forget_asked(all, visit);
    prepare_drafts();
}

void Apply::operator()(const StopSelfCheck&) const {
    Visit& visit = state.visit;
    visit.check.response.erase();
    forget_entries();
    visit.check.asked.clear();
    visit.check.question.clear();
    visit.check.from_summary = false;
    visit.check.changed_group.clear();
    visit.request.form.send_answers = false;
    show(Screen::home);
}

void Apply::operator()(const ShowGuidance&) const { show(Screen::guidance); }

}  // namespace candor::screens
