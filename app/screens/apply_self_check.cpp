#include <algorithm>

#include "screening/value.h"
#include "screens/apply.h"
#include "screens/wording.h"

namespace candor::screens {
namespace {

using screening::Item;
using screening::ItemType;
using screening::Value;

/// What was typed as the item's type of answer; a string where it is no such thing, for problems().
Value typed_value(const Item& item, std::string_view text) {
    if (item.type == ItemType::integer) {
        if (const auto number = screening::to_integer(text)) return *number;
    }
    if (item.type == ItemType::decimal) {
        if (const auto number = screening::to_decimal(text)) return *number;
    }
    if (item.type == ItemType::date) return screening::Date{std::string(text)};
    return std::string(text);
}

bool is_offered(const Item& item, const Value& value) {
    return std::any_of(item.options.begin(), item.options.end(),
                       [&](const auto& option) { return screening::equal(option.value, value); });
}

/// The answer in the person's own words: of an open-choice, what is none of its options.
const Value* own_words(const Item& item, const std::vector<Value>& values) {
    for (const Value& value : values)
        if (!is_offered(item, value)) return &value;
    return nullptr;
}

}  // namespace

void Apply::show_question(const std::string& link_id) const {
    Visit& visit = state.visit;
    show(Screen::self_check);
    visit.question = link_id;
    visit.answer_text.clear();
    visit.answer_invalid = false;
    const Item* item = state.catalog->self_check->questionnaire.find(link_id);
    if (item == nullptr || !takes_typing(item->type)) return;
    if (const Value* own = own_words(*item, visit.response.values(link_id)))
        visit.answer_text.assign(value_text(*own));
}

void Apply::operator()(const BeginSelfCheck&) const {
    if (!state.catalog->self_check) return;
    const SelfCheck& check = *state.catalog->self_check;
    const bool begun = !state.visit.response.empty();
    if (!begun) state.visit.response = screening::start(check.questionnaire);
    const auto questions = screening::questions(check.questionnaire, state.visit.response);
    if (questions.empty()) return;
    if (!begun) return show_question(questions.front()->link_id);
    state.visit.question.clear();
    show(Screen::self_check);
}

void Apply::operator()(const ChooseAnswer& intent) const {
    const SelfCheck& check = *state.catalog->self_check;
    const Item* item = check.questionnaire.find(intent.link_id);
    if (item == nullptr) return;
    auto& response = state.visit.response;
    std::vector<Value> values{intent.value};
    // The one answer is an option now, not what was typed.
    if (!item->repeats) state.visit.answer_text.clear();
    for (const screening::AnswerOption& option : item->options) {
        if (screening::equal(option.value, intent.value))
            values = screening::toggled(*item, response.values(intent.link_id), option);
    }
    if (values.empty())
        response.clear(intent.link_id);
    else
        response.set(intent.link_id, std::move(values));
    screening::drop_disabled(check.questionnaire, response);
}

void Apply::operator()(const RatherNotSay& intent) const {
    state.visit.answer_text.clear();
    state.visit.response.decline(intent.link_id);
    screening::drop_disabled(state.catalog->self_check->questionnaire, state.visit.response);
}

/// Of an open-choice with one answer: what is typed takes the place of what was chosen.
void Apply::drop_chosen_option() const {
    const SelfCheck& check = *state.catalog->self_check;
    const Item* item = check.questionnaire.find(state.visit.question);
    if (item == nullptr || item->type != ItemType::open_choice || item->repeats) return;
    state.visit.response.clear(item->link_id);
    screening::drop_disabled(check.questionnaire, state.visit.response);
}

bool Apply::take_typed_answer() const {
    Visit& visit = state.visit;
    const SelfCheck& check = *state.catalog->self_check;
    const Item* item = check.questionnaire.find(visit.question);
    if (item == nullptr || !takes_typing(item->type)) return true;
    std::vector<Value> values = visit.response.values(visit.question);
    if (const Value* own = own_words(*item, values))
        values.erase(values.begin() + (own - &values[0]));
    if (visit.answer_text.empty()) {
        if (visit.response.state(visit.question) != screening::AnswerState::answered) return true;
        if (values.empty())
            visit.response.clear(visit.question);
        else
            visit.response.set(visit.question, std::move(values));
        return true;
    }
    if (!item->repeats) values.clear();
    values.push_back(typed_value(*item, visit.answer_text.view()));
    visit.answer_invalid = !screening::problems(*item, values).empty();
    if (visit.answer_invalid) return false;
    visit.response.set(visit.question, std::move(values));
    screening::drop_disabled(check.questionnaire, visit.response);
    return true;
}

void Apply::operator()(const NextQuestion&) const {
    Visit& visit = state.visit;
    if (visit.question.empty()) return (*this)(ShowGuidance{});
    if (!take_typed_answer()) return;
    const auto questions =
        screening::questions(state.catalog->self_check->questionnaire, visit.response);
    const auto here = std::find_if(questions.begin(), questions.end(), [&](const Item* item) {
        return item->link_id == visit.question;
    });
    if (visit.from_summary) {
        // Back to the summary, by way of any question that the change has brought up.
        const auto open = std::find_if(questions.begin(), questions.end(), [&](const Item* item) {
            return visit.response.state(item->link_id) == screening::AnswerState::none &&
                   item->required && item->link_id != visit.question;
        });
        if (open != questions.end()) return show_question((*open)->link_id);
    } else if (here != questions.end() && here + 1 != questions.end()) {
        return show_question((*(here + 1))->link_id);
    }
    visit.from_summary = false;
    visit.question.clear();
    show(Screen::self_check);
}

void Apply::operator()(const PreviousQuestion&) const {
    Visit& visit = state.visit;
    static_cast<void>(take_typed_answer());  // what does not fit is not kept
    const auto questions =
        screening::questions(state.catalog->self_check->questionnaire, visit.response);
    if (visit.question.empty()) {
        if (questions.empty()) return (*this)(GoHome{});
        return show_question(questions.back()->link_id);
    }
    if (visit.from_summary) {
        visit.from_summary = false;
        visit.question.clear();
        return show(Screen::self_check);
    }
    const auto here = std::find_if(questions.begin(), questions.end(), [&](const Item* item) {
        return item->link_id == visit.question;
    });
    if (here == questions.end() || here == questions.begin()) return (*this)(GoHome{});
    show_question((*(here - 1))->link_id);
}

void Apply::operator()(const ChangeAnswer& intent) const {
    show_question(intent.link_id);
    state.visit.from_summary = true;
}

void Apply::operator()(const StopSelfCheck&) const {
    state.visit.response.erase();
    state.visit.answer_text.clear();
    state.visit.question.clear();
    state.visit.from_summary = false;
    state.visit.form.send_answers = false;
    show(Screen::home);
}

void Apply::operator()(const ShowGuidance&) const { show(Screen::guidance); }

}  // namespace candor::screens
