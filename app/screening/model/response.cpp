#include "screening/model/response.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "screening/model/value.h"

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

void start_item(const Item& item, Response& response, int repetition) {
    std::vector<Value> values = item.initial;
    for (const auto& option : item.options)
        if (option.initially_selected && !selected(values, option.value))
            values.push_back(option.value);
    if (!item.repeats && values.size() > 1) values.resize(1);
    if (!values.empty()) response.set(key_of(item.link_id, repetition), std::move(values));
    for (const auto& inner : item.items) start_item(inner, response, repetition);
}

void clear_inside(const Item& outer, Response& response, int repetition) {
    for (const auto& item : outer.items) {
        const std::string key = key_of(item.link_id, repetition);
        response.clear(key);
        if (item.type != ItemType::group || !item.repeats) {
            clear_inside(item, response, repetition);
            continue;
        }
        for (const int number : response.repetitions(key)) clear_inside(item, response, number);
        response.forget_repetitions(key);
    }
}

// No text that FHIR allows has it.
constexpr char kSeparator = '\x1f';

}  // namespace

std::string key_of(const std::string& link_id, int repetition) {
    return repetition == 0 ? link_id : link_id + kSeparator + std::to_string(repetition);
}

std::string_view link_id_of(std::string_view key) { return key.substr(0, key.find(kSeparator)); }

int repetition_of(std::string_view key) {
    const std::size_t separator = key.find(kSeparator);
    int number = 0;
    if (separator != std::string_view::npos)
        std::from_chars(key.data() + separator + 1, key.data() + key.size(), number);
    return number;
}

Response::~Response() { erase(); }

Response::Response(Response&& other) noexcept { *this = std::move(other); }

Response& Response::operator=(Response&& other) noexcept {
    if (this == &other) return *this;
    erase();
    answers_.swap(other.answers_);
    repetitions_.swap(other.repetitions_);
    std::swap(last_number_, other.last_number_);
    return *this;
}

void Response::wipe(Answer& answer) {
    for (auto& value : answer.values) screening::wipe(value);
    answer.values.clear();
    answer.declined = false;
}

const Response::Answer* Response::find(std::string_view key) const {
    const auto found =
        std::lower_bound(answers_.begin(), answers_.end(), key,
                         [](const Answer& a, std::string_view id) { return a.key < id; });
    return found != answers_.end() && found->key == key ? &*found : nullptr;
}

Response::Answer& Response::make(std::string_view key) {
    const auto found =
        std::lower_bound(answers_.begin(), answers_.end(), key,
                         [](const Answer& a, std::string_view id) { return a.key < id; });
    if (found != answers_.end() && found->key == key) return *found;
    return *answers_.insert(found, Answer{std::string(key), false, {}});
}

void Response::set(std::string_view key, std::vector<Value> values) {
    for (auto& value : values)
        if (is_blank(value)) screening::wipe(value);
    std::erase_if(values, [](const Value& value) { return is_blank(value); });
    if (values.empty()) return clear(key);
    Answer& answer = make(key);
    wipe(answer);
    answer.values = std::move(values);
}

void Response::decline(std::string_view key) {
    Answer& answer = make(key);
    wipe(answer);
    answer.declined = true;
}

void Response::clear(std::string_view key) {
    const Answer* found = find(key);
    if (found == nullptr) return;
    const auto at = answers_.begin() + (found - answers_.data());
    wipe(*at);
    answers_.erase(at);
}

AnswerState Response::state(std::string_view key) const {
    const Answer* answer = find(key);
    if (answer == nullptr) return AnswerState::none;
    return answer->declined ? AnswerState::declined : AnswerState::answered;
}

const std::vector<Value>& Response::values(std::string_view key) const {
    static const std::vector<Value> kNone;
    const Answer* answer = find(key);
    return answer == nullptr ? kNone : answer->values;
}

void Response::erase() {
    for (auto& answer : answers_) wipe(answer);
    answers_.clear();
    repetitions_.clear();
    last_number_ = 0;
}

std::vector<int> Response::repetitions(std::string_view group) const {
    const auto found = repetitions_.find(group);
    return found == repetitions_.end() ? std::vector{repetition_of(group)} : found->second;
}

int Response::add_repetition(std::string_view group) {
    auto numbers = repetitions(group);
    numbers.push_back(++last_number_);
    repetitions_.insert_or_assign(std::string(group), std::move(numbers));
    return last_number_;
}

void Response::drop_repetition(std::string_view group, int number) {
    const auto found = repetitions_.find(group);
    if (found != repetitions_.end() && found->second.size() > 1) std::erase(found->second, number);
}

void Response::forget_repetitions(std::string_view group) {
    const auto found = repetitions_.find(group);
    if (found != repetitions_.end()) repetitions_.erase(found);
}

Response start(const Questionnaire& questionnaire) {
    Response response;
    for (const auto& item : questionnaire.items) start_item(item, response, 0);
    return response;
}

bool may_repeat(const Item& group, const Response& response, std::string_view key) {
    const int most = std::min(group.max_occurs.value_or(kMostRepetitions), kMostRepetitions);
    return static_cast<int>(response.repetitions(key).size()) < most;
}

int add_repetition(const Item& group, Response& response, const std::string& key) {
    const int number = response.add_repetition(key);
    for (const auto& item : group.items) start_item(item, response, number);
    return number;
}

bool says_anything(const Item& group, const Response& response, int number) {
    return std::any_of(group.items.begin(), group.items.end(), [&](const Item& item) {
        const std::string key = key_of(item.link_id, number);
        if (response.state(key) != AnswerState::none) return true;
        if (item.type != ItemType::group || !item.repeats)
            return says_anything(item, response, number);
        const auto numbers = response.repetitions(key);
        return std::any_of(numbers.begin(), numbers.end(),
                           [&](int inner) { return says_anything(item, response, inner); });
    });
}

void remove_repetition(const Item& group, Response& response, const std::string& key, int number) {
    const auto numbers = response.repetitions(key);
    if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) return;
    clear_inside(group, response, number);
    response.drop_repetition(key, number);
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
