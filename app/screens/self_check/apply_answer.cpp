#include <algorithm>

#include "screening/model/value.h"
#include "screens/frame/apply.h"
#include "screens/self_check/scale.h"
#include "screens/self_check/steps.h"

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
std::vector<std::string> problems_so_far(const Item& item, const std::vector<Value>& values) {
    auto codes = screening::problems(item, values);
    std::erase(codes, "too-few");
    return codes;
}

/// 1 to 12, 1 to 31, 0 to 23, 0 to 59.
int first_of(Part part) { return part == Part::day || part == Part::month ? 1 : 0; }
int count_of(Part part) {
    switch (part) {
        case Part::day:
            return 31;
        case Part::month:
            return 12;
        case Part::hour:
            return 24;
        default:
            return 60;
    }
}

int stepped(Part part, int value, int by) {
    constexpr int kLastYear = 9999;
    if (part == Part::year) return std::clamp(value + by, 1, kLastYear);
    const int first = first_of(part), count = count_of(part);
    if (value < first) return by > 0 ? first : first + count - 1;
    return first + (value - first + by + count) % count;
}

}  // namespace

const Item* Apply::asked_item(const std::string& key) const {
    const SelfCheck* check = state.self_check();
    if (check == nullptr) return nullptr;
    const Item* item = check->questionnaire.find(screening::link_id_of(key));
    return item != nullptr && screening::is_question(*item) ? item : nullptr;
}

const Item* Apply::group_of(const std::string& key) const {
    const SelfCheck* check = state.self_check();
    if (check == nullptr) return nullptr;
    const Item* item = check->questionnaire.find(screening::link_id_of(key));
    return item != nullptr && item->type == ItemType::group ? item : nullptr;
}

void Apply::forget_entries() const {
    Visit& visit = state.visit;
    visit.check.drafts.clear();
    visit.check.problems.clear();
    visit.check.answering.clear();
    visit.check.part = Part::words;
}

/// A draft for every question of the step that can be entered and has none yet.
void Apply::prepare_drafts() const {
    Visit& visit = state.visit;
    const auto all = all_steps();
    const int here = find_step(all, visit.check.question);
    if (here < 0) return;
    for (const auto& [item, key] : all[static_cast<std::size_t>(here)].questions()) {
        visit.check.asked.insert(key);
        if (entry_of(*item) == Entry::none || visit.check.drafts.count(key) > 0) continue;
        const Value* value = entered_value(*item, visit.check.response.values(key));
        Draft draft = value == nullptr ? Draft{} : draft_of(*item, *value);
        if (item->units.size() == 1) draft.unit = 0;
        visit.check.drafts.emplace(key, std::move(draft));
    }
}

/// Makes an answer of what was entered. False, and nothing lost, where it does not fit.
bool Apply::take_draft(const std::string& key) const {
    Visit& visit = state.visit;
    const Item* item = asked_item(key);
    const auto found = visit.check.drafts.find(key);
    if (item == nullptr || found == visit.check.drafts.end()) return true;
    Draft& draft = found->second;
    if (!draft.changed) return true;
    std::vector<Value> values = visit.check.response.values(key);
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
        auto codes = made.problem.empty() ? problems_so_far(*item, values)
                                          : std::vector<std::string>{made.problem};
        if (!codes.empty()) {
            visit.check.problems[key] = std::move(codes);
            return false;
        }
    }
    if (!values.empty())
        visit.check.response.set(key, std::move(values));
    else if (visit.check.response.state(key) == AnswerState::answered)
        visit.check.response.clear(key);
    draft.changed = false;
    if (adds_answers(*item) || names_an_option) visit.check.drafts.erase(found);
    visit.check.problems.erase(key);
    drop_disabled();
    prepare_drafts();
    return true;
}

bool Apply::take_drafts() const {
    std::vector<std::string> keys;
    for (const auto& [key, draft] : state.visit.check.drafts) keys.push_back(key);
    bool all = true;
    for (const std::string& key : keys) all &= take_draft(key);
    return all;
}

/// What is entered elsewhere becomes an answer (or says why not).
void Apply::leave_answer(const std::string& next) const {
    const Visit& visit = state.visit;
    if (visit.typing.field != Field::answer || visit.check.answering == next) return;
    const std::string left = visit.check.answering;
    static_cast<void>(take_draft(left));
}

/// A question was answered without them. What was entered to another one becomes its answer.
void Apply::put_keys_away(const std::string& answered) const {
    leave_answer(answered);
    if (state.visit.typing.field == Field::answer) state.visit.typing.field = Field::none;
}

/// After a key: the complaint is old, and so is "I'd rather not say". Of an open-choice with one
/// answer, what is typed takes the place of what was chosen.
void Apply::answer_typed() const {
    Visit& visit = state.visit;
    const Item* item = asked_item(visit.check.answering);
    if (item == nullptr) return;
    visit.check.problems.erase(visit.check.answering);
    visit.check.drafts[visit.check.answering].changed = true;
    const bool chosen = item->type == ItemType::open_choice && !item->repeats;
    if (!chosen && visit.check.response.state(visit.check.answering) != AnswerState::declined)
        return;
    visit.check.response.clear(visit.check.answering);
    drop_disabled();
}

void Apply::operator()(const SetNumber& intent) const {
    const Item* item = asked_item(intent.key);
    if (item == nullptr) return;
    auto value = value_on_scale(*item, intent.number);
    if (!value) return;
    put_keys_away(intent.key);
    state.visit.check.problems.erase(intent.key);
    state.visit.check.response.set(intent.key, {std::move(*value)});
}

void Apply::operator()(const EnterAnswer& intent) const {
    Visit& visit = state.visit;
    const Item* item = asked_item(intent.key);
    if (item == nullptr || entry_of(*item) == Entry::none) return;
    leave_answer(intent.key);
    prepare_drafts();
    ++visit.check.reveal_count;
    visit.check.reveal_problem = false;
    const std::size_t size = visit.check.drafts[intent.key].text.size();
    visit.typing.field = Field::answer;
    visit.check.answering = intent.key;
    visit.check.part = intent.part;
    visit.typing.caret = intent.part == Part::words ? std::min(intent.caret, size) : size;
    visit.typing.keyboard = {};
    visit.typing.keyboard.layout = item->type == ItemType::url ? "email" : "letters";
    visit.typing.keyboard.last_field = true;
}

void Apply::operator()(const PickPart& intent) const {
    Visit& visit = state.visit;
    const Item* item = asked_item(intent.key);
    if (item == nullptr || entry_of(*item) != Entry::parts) return;
    prepare_drafts();
    Draft& draft = visit.check.drafts[intent.key];
    draft.set_part(intent.part, intent.value);
    visit.check.answering = intent.key;
    answer_typed();
    const bool known = draft.knows(intent.part);
    const auto parts = parts_of(item->type);
    const auto here = std::find(parts.begin(), parts.end(), intent.part);
    const bool goes_on = here != parts.end() && here + 1 != parts.end() && *here != Part::year &&
                         !draft.knows(*(here + 1));
    if (goes_on && (known || intent.part == Part::day))
        return (*this)(EnterAnswer{intent.key, *(here + 1), 0});
    (*this)(FocusField{Field::none, 0});
}

void Apply::operator()(const StepPart& intent) const {
    const Item* item = asked_item(intent.key);
    if (item == nullptr || entry_of(*item) != Entry::parts) return;
    prepare_drafts();
    Draft& draft = state.visit.check.drafts[intent.key];
    if (intent.part == Part::year && draft.text.empty()) return;
    draft.set_part(intent.part, stepped(intent.part, draft.part(intent.part), intent.by));
    if (state.visit.typing.field != Field::answer || state.visit.check.answering != intent.key) {
        (*this)(FocusField{Field::none, 0});
        state.visit.check.answering = intent.key;
    }
    state.visit.typing.caret = draft.text.size();
    answer_typed();
}

void Apply::operator()(const ChooseUnit& intent) const {
    const Item* item = asked_item(intent.key);
    if (item == nullptr || intent.unit < 0 || intent.unit >= static_cast<int>(item->units.size()))
        return;
    prepare_drafts();
    Draft& draft = state.visit.check.drafts[intent.key];
    draft.unit = intent.unit;
    draft.changed = true;
    state.visit.check.problems.erase(intent.key);
    const bool elsewhere = state.visit.check.answering != intent.key;
    if (elsewhere || !draft.empty()) (*this)(FocusField{Field::none, 0});
}

void Apply::operator()(const AddAnswer& intent) const {
    if (!take_draft(intent.key)) return;
    (*this)(FocusField{Field::none, 0});
}

void Apply::operator()(const RemoveAnswer& intent) const {
    if (asked_item(intent.key) == nullptr) return;
    Visit& visit = state.visit;
    std::vector<Value> values = visit.check.response.values(intent.key);
    if (intent.index >= values.size()) return;
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(intent.index));
    visit.check.response.set(intent.key, std::move(values));
    visit.check.problems.erase(intent.key);
    drop_disabled();
}

}  // namespace candor::screens
