#include "screening/model/answer_tree.h"

#include <algorithm>

#include "screening/model/expression.h"

namespace candor::screening {
namespace {

constexpr std::size_t kMostEffort = 10'000'000;

}  // namespace

AnswerTree::AnswerTree(const Outline& outline, const Response& response) : outline_(outline) {
    occurrences_.reserve(outline.places().size());
    add_inside(-1, response, 0);
    resolve();
}

void AnswerTree::add_inside(int place, const Response& response, int repetition) {
    const int end = place < 0 ? static_cast<int>(outline_.places().size()) : outline_[place].end;
    for (int inner = place + 1; inner < end; inner = outline_[inner].end)
        add(inner, response, repetition);
}

void AnswerTree::add(int place, const Response& response, int repetition) {
    const Item& item = *outline_[place].item;
    // Most stand in no repetition that was added: what is looked up then needs no key to be made.
    std::string longer;
    if (repetition != 0) longer = key_of(item.link_id, repetition);
    const std::string& key = repetition == 0 ? item.link_id : longer;
    if (item.type == ItemType::group && item.repeats) {
        for (const int number : response.repetitions(key)) {
            at(open(place)).repetition = number;
            add_inside(place, response, number);
            close();
        }
        return;
    }
    Occurrence& self = at(open(place));
    self.repetition = repetition;
    self.values = response.values(key);
    // Looking an answer up is what costs most here, and one with values is not declined.
    if (self.values.empty()) self.declined = response.state(key) == AnswerState::declined;
    add_inside(place, response, repetition);
    close();
}

std::string AnswerTree::key(const Occurrence& occurrence) const {
    const Item& item = *outline_[occurrence.place].item;
    const bool repeats = item.type == ItemType::group && item.repeats;
    if (!repeats) return key_of(item.link_id, occurrence.repetition);
    const auto around = static_cast<std::size_t>(occurrence.parent);
    return key_of(item.link_id, occurrence.parent < 0 ? 0 : occurrences_[around].repetition);
}

int AnswerTree::open(int place) {
    const auto here = static_cast<int>(occurrences_.size());
    Occurrence occurrence;
    occurrence.place = place;
    occurrence.parent = open_.empty() ? -1 : open_.back();
    occurrences_.push_back(occurrence);
    open_.push_back(here);
    return here;
}

int AnswerTree::open_slot(int place) {
    const int here = open(place);
    at(here).slot = true;
    return here;
}

void AnswerTree::close() {
    at(open_.back()).end = static_cast<int>(occurrences_.size());
    open_.pop_back();
}

void AnswerTree::index() {
    starts_.assign(outline_.places().size() + 1, 0);
    for (const auto& o : occurrences_)
        if (!o.slot) ++starts_[static_cast<std::size_t>(o.place) + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    by_place_.resize(static_cast<std::size_t>(starts_.back()));
    auto next = starts_;
    for (std::size_t i = 0; i < occurrences_.size(); ++i) {
        if (occurrences_[i].slot) continue;
        auto& slot = next[static_cast<std::size_t>(occurrences_[i].place)];
        by_place_[static_cast<std::size_t>(slot++)] = static_cast<int>(i);
    }
}

std::span<const int> AnswerTree::of(int place) const {
    const auto first = static_cast<std::size_t>(starts_[static_cast<std::size_t>(place)]);
    const auto end = static_cast<std::size_t>(starts_[static_cast<std::size_t>(place) + 1]);
    return std::span(by_place_).subspan(first, end - first);
}

bool AnswerTree::resolve() {
    index();
    for (const int place : outline_.order()) {
        for (const int occurrence : of(place)) {
            at(occurrence).enabled = decide(occurrence) && expression_holds(occurrence);
            work_out(occurrence);
            if (effort_ > kMostEffort) return false;
        }
    }
    return true;
}

bool AnswerTree::decide(int occurrence) const {
    const auto& self = occurrences_[static_cast<std::size_t>(occurrence)];
    int parent = self.parent;
    while (parent >= 0 && occurrences_[static_cast<std::size_t>(parent)].slot)
        parent = occurrences_[static_cast<std::size_t>(parent)].parent;
    if (parent >= 0 && !occurrences_[static_cast<std::size_t>(parent)].enabled) return false;
    const Place& place = outline_[self.place];
    std::size_t condition_number = 0;
    return holds_together(
        place.item->enable_when, place.item->enable_behavior, [&](const EnableWhen& condition) {
            const int question = place.waits_for[condition_number++];
            if (effort_ > kMostEffort) return false;
            const Occurrence* asked = question < 0 ? nullptr : nearest(occurrence, question);
            effort_ += asked == nullptr ? 1 : 1 + asked->values.size();
            if (asked == nullptr || !asked->enabled) return holds(condition, {});
            return holds(condition, Answers(&asked->values, 1));
        });
}

bool AnswerTree::expression_holds(int occurrence) const {
    const auto& self = occurrences_[static_cast<std::size_t>(occurrence)];
    const auto& condition = outline_[self.place].item->enable_expression;
    if (condition == nullptr || self.slot) return true;
    const auto values = condition->values(*this, occurrence, expression_steps_);
    if (values.size() != 1) return false;
    const bool* flag = std::get_if<bool>(&values.front());
    return flag == nullptr || *flag;
}

void AnswerTree::work_out(int occurrence) {
    Occurrence& self = at(occurrence);
    const Item& item = *outline_[self.place].item;
    if (item.calculated == nullptr || self.slot) return;
    self.declined = false;
    self.values = {};
    if (!self.enabled) return;
    auto values = item.calculated->values(*this, occurrence, expression_steps_);
    self.values = worked_out_.emplace_back(as_answers(item, values));
}

// The innermost repetition around `from` that has the question, in or around it. R4: ancestors
// first, then what precedes, then what follows.
const Occurrence* AnswerTree::nearest(int from, int question) const {
    for (int around = occurrences_[static_cast<std::size_t>(from)].parent;;) {
        ++effort_;
        const auto* outer = around < 0 ? nullptr : &occurrences_[static_cast<std::size_t>(around)];
        if (outer != nullptr && outer->place == question && !outer->slot) return outer;
        if (outline_.encloses(outer == nullptr ? -1 : outer->place, question)) {
            const int end = outer == nullptr ? static_cast<int>(occurrences_.size()) : outer->end;
            const int found = nearest_inside(around, end, from, question);
            if (found >= 0) return &occurrences_[static_cast<std::size_t>(found)];
        }
        if (outer == nullptr) return nullptr;
        around = outer->parent;
    }
}

int AnswerTree::nearest_inside(int first, int end, int from, int question) const {
    const auto places = of(question);
    const auto low = std::upper_bound(places.begin(), places.end(), first);
    const auto high = std::lower_bound(low, places.end(), end);
    if (low == high) return -1;
    const auto after = std::upper_bound(low, high, from);
    return after == low ? *low : *(after - 1);
}

bool AnswerTree::enabled_anywhere(int place) const {
    const auto occurrences = of(place);
    return std::any_of(occurrences.begin(), occurrences.end(),
                       [&](int i) { return occurrences_[static_cast<std::size_t>(i)].enabled; });
}

std::vector<std::span<const Value>> AnswerTree::counted(int place) const {
    std::vector<std::span<const Value>> answers;
    if (place < 0) return answers;
    for (const int i : of(place)) {
        const auto& occurrence = occurrences_[static_cast<std::size_t>(i)];
        if (occurrence.enabled && !occurrence.values.empty()) answers.push_back(occurrence.values);
    }
    return answers;
}

}  // namespace candor::screening
