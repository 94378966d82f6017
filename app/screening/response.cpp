#include "screening/response.h"

#include <algorithm>
#include <utility>

#include "screening/value.h"

namespace candor::screening {
namespace {

bool selected(const std::vector<Value>& values, const Value& value) {
    return std::any_of(values.begin(), values.end(),
                       [&](const Value& v) { return equal(v, value); });
}

bool is_exclusive(const Item& item, const Value& value) {
    return std::any_of(item.options.begin(), item.options.end(), [&](const AnswerOption& option) {
        return option.exclusive && equal(option.value, value);
    });
}

void start_item(const Item& item, Response& response) {
    std::vector<Value> values = item.initial;
    for (const auto& option : item.options)
        if (option.initially_selected) values.push_back(option.value);
    if (!item.repeats && values.size() > 1) values.resize(1);
    if (!values.empty()) response.set(item.link_id, std::move(values));
    for (const auto& inner : item.items) start_item(inner, response);
}

}  // namespace

Response::~Response() { erase(); }

Response::Response(Response&& other) noexcept : answers_(std::move(other.answers_)) {
    other.answers_.clear();
}

Response& Response::operator=(Response&& other) noexcept {
    if (this == &other) return *this;
    erase();
    answers_ = std::move(other.answers_);
    other.answers_.clear();
    return *this;
}

void Response::wipe(Answer& answer) {
    for (auto& value : answer.values) screening::wipe(value);
    answer.values.clear();
    answer.declined = false;
}

const Response::Answer* Response::find(std::string_view link_id) const {
    const auto found =
        std::lower_bound(answers_.begin(), answers_.end(), link_id,
                         [](const Answer& a, std::string_view id) { return a.link_id < id; });
    return found != answers_.end() && found->link_id == link_id ? &*found : nullptr;
}

Response::Answer& Response::make(std::string_view link_id) {
    const auto found =
        std::lower_bound(answers_.begin(), answers_.end(), link_id,
                         [](const Answer& a, std::string_view id) { return a.link_id < id; });
    if (found != answers_.end() && found->link_id == link_id) return *found;
    return *answers_.insert(found, Answer{std::string(link_id), false, {}});
}

void Response::set(std::string_view link_id, std::vector<Value> values) {
    for (auto& value : values)
        if (is_blank(value)) screening::wipe(value);
    std::erase_if(values, [](const Value& value) { return is_blank(value); });
    if (values.empty()) return clear(link_id);
    Answer& answer = make(link_id);
    wipe(answer);
    answer.values = std::move(values);
}

void Response::decline(std::string_view link_id) {
    Answer& answer = make(link_id);
    wipe(answer);
    answer.declined = true;
}

void Response::clear(std::string_view link_id) {
    const Answer* found = find(link_id);
    if (found == nullptr) return;
    const auto at = answers_.begin() + (found - answers_.data());
    wipe(*at);
    answers_.erase(at);
}

AnswerState Response::state(std::string_view link_id) const {
    const Answer* answer = find(link_id);
    if (answer == nullptr) return AnswerState::none;
    return answer->declined ? AnswerState::declined : AnswerState::answered;
}

const std::vector<Value>& Response::values(std::string_view link_id) const {
    static const std::vector<Value> kNone;
    const Answer* answer = find(link_id);
    return answer == nullptr ? kNone : answer->values;
}

void Response::erase() {
    for (auto& answer : answers_) wipe(answer);
    answers_.clear();
}

Response start(const Questionnaire& questionnaire) {
    Response response;
    for (const auto& item : questionnaire.items) start_item(item, response);
    return response;
}

std::vector<Value> toggled(const Item& item, const std::vector<Value>& values,
                           const AnswerOption& option) {
    std::vector<Value> after;
    const bool was_chosen = selected(values, option.value);
    if (item.repeats && (was_chosen || !option.exclusive))
        std::copy_if(values.begin(), values.end(), std::back_inserter(after), [&](const Value& v) {
            return !equal(v, option.value) && !is_exclusive(item, v);
        });
    if (!was_chosen) after.push_back(option.value);
    return after;
}

}  // namespace candor::screening
