#include "screens/self_check/drafts.h"

#include <algorithm>

#include "screening/model/expression.h"
#include "screening/model/limits.h"
#include "screening/model/value.h"

namespace candor::screens {
namespace {

using screening::AnswerState;
using screening::Item;
using screening::ItemType;
using screening::Value;

bool is_offered(const Item& item, const Value& value) {
    return std::any_of(item.options.begin(), item.options.end(),
                       [&](const auto& option) { return screening::equal(option.value, value); });
}

bool is_among(const std::vector<Value>& values, const Value& value) {
    return std::any_of(values.begin(), values.end(),
                       [&](const Value& each) { return screening::equal(each, value); });
}

/// The answer that a draft stands for: of an open-choice, what is none of its options.
const Value* entered_value(const Item& item, const std::vector<Value>& values) {
    if (adds_answers(item)) return nullptr;
    for (const Value& value : values)
        if (!is_offered(item, value)) return &value;
    return nullptr;
}

/// Too few answers are no reason not to take one of them.
std::vector<std::string> problems_so_far(const State& state, const Item& item,
                                         const std::string& key, const std::vector<Value>& values) {
    auto codes = answer_problems(state, item, key, values);
    std::erase(codes, "too-few");
    return codes;
}

}  // namespace

std::vector<std::string> answer_problems(const State& state, const Item& item,
                                         const std::string& key, const std::vector<Value>& values) {
    const SelfCheck* check = state.self_check();
    if (check == nullptr || !screening::has_limits_by_answers(item))
        return screening::problems(item, values);
    return screening::problems(
        screening::with_limits(check->outline, state.visit.check.response, item, key), values);
}

const Item* asked_item(const State& state, const std::string& key) {
    const SelfCheck* check = state.self_check();
    if (check == nullptr) return nullptr;
    const Item* item = check->questionnaire.find(screening::link_id_of(key));
    return item != nullptr && screening::is_question(*item) && !screening::is_worked_out(*item)
               ? item
               : nullptr;
}

std::vector<FormStep> all_steps(const State& state) {
    const SelfCheck* check = state.self_check();
    return check == nullptr ? std::vector<FormStep>{}
                            : steps(check->outline, state.visit.check.response);
}

void drop_disabled(State& state) {
    if (const SelfCheck* check = state.self_check())
        screening::drop_disabled(check->outline, state.visit.check.response);
}

void forget_asked(Answering& check, const std::vector<FormStep>& now) {
    std::erase_if(check.asked, [&](const std::string& key) { return find_step(now, key) < 0; });
}

void prepare_drafts(State& state) {
    Answering& check = state.visit.check;
    const auto all = all_steps(state);
    const int here = find_step(all, check.question);
    if (here < 0) return;
    for (const auto& [item, key] : all[static_cast<std::size_t>(here)].questions()) {
        check.asked.insert(key);
        if (entry_of(*item) == Entry::none || check.drafts.count(key) > 0) continue;
        const Value* value = entered_value(*item, check.response.values(key));
        Draft draft = value == nullptr ? Draft{} : draft_of(*item, *value);
        if (item->units.size() == 1) draft.unit = 0;
        check.drafts.emplace(key, std::move(draft));
    }
}

bool take_draft(State& state, const std::string& key) {
    Answering& check = state.visit.check;
    const Item* item = asked_item(state, key);
    const auto found = check.drafts.find(key);
    if (item == nullptr || found == check.drafts.end()) return true;
    Draft& draft = found->second;
    if (!draft.changed) return true;
    std::vector<Value> values = check.response.values(key);
    if (const Value* own = entered_value(*item, values))
        values.erase(values.begin() + (own - values.data()));
    bool names_an_option = false;
    if (!draft.empty()) {
        Entered made = entered(*item, draft);
        // Whose own words are those of an option has chosen it; it is one answer, not two.
        names_an_option = made.value && is_offered(*item, *made.value);
        if (made.value && !item->repeats) values.clear();
        const bool chosen = made.value && names_an_option && is_among(values, *made.value);
        if (made.value && !chosen) values.push_back(std::move(*made.value));
        auto codes = made.problem.empty() ? problems_so_far(state, *item, key, values)
                                          : std::vector<std::string>{made.problem};
        if (!codes.empty()) {
            check.problems[key] = std::move(codes);
            return false;
        }
    }
    if (!values.empty())
        check.response.set(key, std::move(values));
    else if (check.response.state(key) == AnswerState::answered)
        check.response.clear(key);
    draft.changed = false;
    if (adds_answers(*item) || names_an_option) check.drafts.erase(found);
    check.problems.erase(key);
    drop_disabled(state);
    prepare_drafts(state);
    return true;
}

bool take_drafts(State& state) {
    std::vector<std::string> keys;
    for (const auto& [key, draft] : state.visit.check.drafts) keys.push_back(key);
    bool all = true;
    for (const std::string& key : keys) all &= take_draft(state, key);
    return all;
}

void leave_answer(State& state, const std::string& next) {
    const Visit& visit = state.visit;
    const Answering& check = visit.check;
    if (visit.typing.field != Field::answer || check.answering == next) return;
    const std::string left = check.answering;
    static_cast<void>(take_draft(state, left));
}

void put_keys_away(State& state, const std::string& answered) {
    leave_answer(state, answered);
    const Field field = state.visit.typing.field;
    if (field == Field::answer || field == Field::answer_filter)
        state.visit.typing.field = Field::none;
}

void answer_typed(State& state) {
    Answering& check = state.visit.check;
    const Item* item = asked_item(state, check.answering);
    if (item == nullptr) return;
    check.problems.erase(check.answering);
    check.drafts[check.answering].changed = true;
    const bool chosen = item->type == ItemType::open_choice && !item->repeats;
    if (!chosen && check.response.state(check.answering) != AnswerState::declined) return;
    check.response.clear(check.answering);
    drop_disabled(state);
}

bool type_digits(State& state, const std::string& typed) {
    constexpr std::size_t kYearDigits = 4, kMostDigits = 18;
    Visit& visit = state.visit;
    Answering& check = visit.check;
    const screening::Item* item = asked_item(state, check.answering);
    base::SecretString* draft = state.edited();
    if (item == nullptr || draft == nullptr) return false;
    if (check.part != Part::number && check.part != Part::year) return false;
    base::SecretString& text = *draft;
    const std::string sign = number_sign(*item, typed);
    const bool digit = sign.find_first_not_of("0123456789") == std::string::npos;
    if (sign.empty() || (check.part == Part::year && !digit)) return false;
    if (sign == "-") {
        if (text.view().starts_with('-'))
            text.erase(0, 1);
        else
            text.insert(0, sign);
    } else {
        const bool second = sign == "." && text.view().find('.') != std::string_view::npos;
        const std::size_t most = check.part == Part::year ? kYearDigits : kMostDigits;
        if (second || text.size() >= most || !text.insert(text.size(), sign)) return false;
    }
    visit.typing.caret = text.size();
    return true;
}

}  // namespace candor::screens
