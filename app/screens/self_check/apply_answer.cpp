#include "screens/self_check/apply_answer.h"

#include <algorithm>

#include "screening/model/value.h"
#include "screens/self_check/drafts.h"
#include "screens/self_check/scale.h"

namespace candor::screens {
namespace {

using screening::Item;
using screening::ItemType;
using screening::Value;

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

void ApplyAnswer::operator()(const ChooseAnswer& intent) const {
    const Item* item = asked_item(state, intent.key);
    if (item == nullptr) return;
    Answering& check = state.visit.check;
    // Own words stay one of several answers, and are no answer any more where there is but one.
    put_keys_away(state, item->repeats ? "" : intent.key);
    std::vector<Value> values{intent.value};
    for (const screening::AnswerOption& option : item->options) {
        if (screening::equal(option.value, intent.value))
            values = screening::toggled(*item, check.response.values(intent.key), option);
    }
    check.just_chosen = item->repeats || values.empty() ? "" : intent.key;
    ++check.choices;
    const auto codes = answer_problems(state, *item, intent.key, values);
    if (std::find(codes.begin(), codes.end(), "too-many") != codes.end()) {
        check.problems[intent.key] = {"too-many"};
        return;
    }
    // The one answer is an option now, not what was typed.
    if (!item->repeats) check.drafts.erase(intent.key);
    if (!item->repeats && check.listed == intent.key) check.open_list({});
    check.problems.erase(intent.key);
    if (values.empty())
        check.response.clear(intent.key);
    else
        check.response.set(intent.key, std::move(values));
    drop_disabled(state);
    prepare_drafts(state);
}

void ApplyAnswer::operator()(const OpenList& intent) const {
    if (asked_item(state, intent.key) == nullptr) return;
    Answering& check = state.visit.check;
    put_keys_away(state, {});
    const bool was_open = check.listed == intent.key;
    check.open_list(was_open ? std::string() : intent.key);
    check.turn_to(intent.key);
}

void ApplyAnswer::operator()(const ShowWholeList&) const {
    put_keys_away(state, {});
    state.visit.check.whole_list = true;
}

void ApplyAnswer::operator()(const RatherNotSay& intent) const {
    if (asked_item(state, intent.key) == nullptr) return;
    Answering& check = state.visit.check;
    put_keys_away(state, intent.key);
    check.drafts.erase(intent.key);
    check.problems.erase(intent.key);
    check.response.decline(intent.key);
    check.just_chosen = intent.key;
    ++check.choices;
    drop_disabled(state);
    prepare_drafts(state);
}

void ApplyAnswer::operator()(const SetNumber& intent) const {
    const Item* item = asked_item(state, intent.key);
    if (item == nullptr) return;
    auto value = value_on_scale(*item, intent.number);
    if (!value) return;
    put_keys_away(state, intent.key);
    state.visit.check.problems.erase(intent.key);
    state.visit.check.response.set(intent.key, {std::move(*value)});
}

void ApplyAnswer::operator()(const EnterAnswer& intent) const {
    Visit& visit = state.visit;
    Answering& check = visit.check;
    const Item* item = asked_item(state, intent.key);
    if (item == nullptr || entry_of(*item) == Entry::none) return;
    leave_answer(state, intent.key);
    prepare_drafts(state);
    check.turn_to(intent.key);
    const std::size_t size = check.drafts[intent.key].text.size();
    visit.typing.field = Field::answer;
    check.part = intent.part;
    visit.typing.caret = intent.part == Part::words ? std::min(intent.caret, size) : size;
    visit.typing.keyboard = {};
    const bool address = item->type == ItemType::url || item->keys == screening::Keys::email;
    visit.typing.keyboard.layout = item->keys == screening::Keys::phone ? "phone"
                                   : address                            ? "email"
                                                                        : "letters";
    visit.typing.keyboard.last_field = true;
}

void ApplyAnswer::operator()(const PickPart& intent) const {
    Answering& check = state.visit.check;
    const Item* item = asked_item(state, intent.key);
    if (item == nullptr || entry_of(*item) != Entry::parts) return;
    prepare_drafts(state);
    Draft& draft = check.drafts[intent.key];
    draft.set_part(intent.part, intent.value);
    check.answering = intent.key;
    answer_typed(state);
    const bool known = draft.knows(intent.part);
    const auto parts = parts_of(item->type);
    const auto here = std::find(parts.begin(), parts.end(), intent.part);
    const bool goes_on = here != parts.end() && here + 1 != parts.end() && *here != Part::year &&
                         !draft.knows(*(here + 1));
    if (goes_on && (known || intent.part == Part::day))
        return (*this)(EnterAnswer{intent.key, *(here + 1), 0});
    ask(FocusField{Field::none, 0});
}

void ApplyAnswer::operator()(const StepPart& intent) const {
    const Item* item = asked_item(state, intent.key);
    if (item == nullptr || entry_of(*item) != Entry::parts) return;
    prepare_drafts(state);
    Draft& draft = state.visit.check.drafts[intent.key];
    if (intent.part == Part::year && draft.text.empty()) return;
    draft.set_part(intent.part, stepped(intent.part, draft.part(intent.part), intent.by));
    if (state.visit.typing.field != Field::answer || state.visit.check.answering != intent.key) {
        ask(FocusField{Field::none, 0});
        state.visit.check.answering = intent.key;
    }
    state.visit.typing.caret = draft.text.size();
    answer_typed(state);
}

void ApplyAnswer::operator()(const ChooseUnit& intent) const {
    const Item* item = asked_item(state, intent.key);
    if (item == nullptr || intent.unit < 0 || intent.unit >= static_cast<int>(item->units.size()))
        return;
    prepare_drafts(state);
    Draft& draft = state.visit.check.drafts[intent.key];
    draft.unit = intent.unit;
    draft.changed = true;
    state.visit.check.problems.erase(intent.key);
    const bool elsewhere = state.visit.check.answering != intent.key;
    if (elsewhere || !draft.empty()) ask(FocusField{Field::none, 0});
}

void ApplyAnswer::operator()(const AddAnswer& intent) const {
    if (!take_draft(state, intent.key)) return;
    ask(FocusField{Field::none, 0});
}

void ApplyAnswer::operator()(const RemoveAnswer& intent) const {
    if (asked_item(state, intent.key) == nullptr) return;
    Answering& check = state.visit.check;
    std::vector<Value> values = check.response.values(intent.key);
    if (intent.index >= values.size()) return;
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(intent.index));
    check.response.set(intent.key, std::move(values));
    check.problems.erase(intent.key);
    drop_disabled(state);
}

}  // namespace candor::screens
