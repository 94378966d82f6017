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

bool is_typed(ItemType type) {
    return type == ItemType::integer || type == ItemType::decimal || type == ItemType::date ||
           type == ItemType::string || type == ItemType::text;
}

}  // namespace

void Apply::show_question(const std::string& link_id) const {
    Visit& visit = state.visit;
    show(Screen::self_check);
    visit.question = link_id;
    visit.answer_text.clear();
    visit.answer_invalid = false;
    const Item* item = state.catalog->self_check->questionnaire.find(link_id);
    if (item == nullptr || !is_typed(item->type)) return;
    const auto& values = visit.response.values(link_id);
    if (!values.empty()) visit.answer_text.assign(value_text(values.front()));
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

bool Apply::take_typed_answer() const {
    Visit& visit = state.visit;
    const SelfCheck& check = *state.catalog->self_check;
    const Item* item = check.questionnaire.find(visit.question);
    if (item == nullptr || !is_typed(item->type)) return true;
    if (visit.answer_text.empty()) {
        if (visit.response.state(visit.question) == screening::AnswerState::answered)
            visit.response.clear(visit.question);
        return true;
    }
    std::vector<Value> values{typed_value(*item, visit.answer_text.view())};
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
