#include "screening/reading/response_reader.h"

#include <algorithm>

#include "screening/model/evaluate.h"
#include "screening/model/value.h"
#include "screening/reading/fhir_urls.h"
#include "screening/reading/fhir_value.h"

namespace candor::screening {
namespace {

// Repetitions multiply with the items inside them, so the product is what has to be bounded.
constexpr std::size_t kMaxOccurrences = 200'000;

bool says_declined(const Node& holder) {
    const Node* reason = extension(holder, urls::kDataAbsentReason);
    const auto* code = reason == nullptr ? nullptr : string_in(reason->find("valueCode"));
    return code != nullptr && *code == "asked-declined";
}

// The reason may stand on the item, on the answer or on the value that is absent.
bool is_declined(const Node& item, const std::vector<const Node*>& answers) {
    if (says_declined(item)) return true;
    return std::any_of(answers.begin(), answers.end(), [](const Node* answer) {
        if (says_declined(*answer)) return true;
        for (std::size_t i = 0; i < answer->keys.size(); ++i)
            if (answer->keys[i].name.rfind("_value", 0) == 0 && says_declined(answer->items[i]))
                return true;
        return false;
    });
}

}  // namespace

ResponseReader::ResponseReader(const Outline& outline, AnswerTree& tree, Reading& reading)
    : outline_(outline), tree_(tree), reading_(reading), inside_(outline.places().size() + 1) {
    for (int i = 0; i < static_cast<int>(outline.places().size()); ++i) {
        const int parent = outline[i].parent;
        auto& siblings = parent < 0 ? inside_.back() : inside_[static_cast<std::size_t>(parent)];
        siblings.push_back(i);
    }
}

bool ResponseReader::read(const Node& root) {
    const bool is_one =
        root.is(Node::Kind::map) && reading_.text(root, "resourceType") == "QuestionnaireResponse";
    if (!is_one) {
        reading_.error(root, "not-a-response", "this is not a FHIR QuestionnaireResponse.",
                       "Write \"resourceType\": \"QuestionnaireResponse\" at its top.");
        return false;
    }
    read_inside(-1, {&root});
    return !full_;
}

bool ResponseReader::full(const Node& at) {
    if (full_) return true;
    full_ = tree_.all().size() >= kMaxOccurrences;
    if (full_)
        reading_.error(at, "too-large", "there are too many repetitions.",
                       "Evaluate a smaller response.");
    return full_;
}

void ResponseReader::note_stranger(const std::string& link_id, int found) {
    const std::pair<std::string, std::string> stranger{link_id,
                                                       found < 0 ? "unknown-item" : "misplaced"};
    if (known_strangers_.insert(stranger).second) strangers_.push_back(stranger);
}

// The response's items inside `holders`, by the place that they answer.
std::map<int, ResponseReader::Nodes> ResponseReader::sort_in(int place, const Nodes& holders) {
    std::map<int, Nodes> by_place;
    for (const Node* holder : holders) {
        for (const Node* item : reading_.maps(*holder, "item")) {
            const std::string link_id = reading_.text(*item, "linkId");
            const int found = outline_.find(link_id);
            if (found >= 0 && outline_[found].parent == place)
                by_place[found].push_back(item);
            else
                note_stranger(link_id, found);
        }
    }
    return by_place;
}

void ResponseReader::read_inside(int place, const Nodes& holders) {
    const auto& children = place < 0 ? inside_.back() : inside_[static_cast<std::size_t>(place)];
    const auto by_place = sort_in(place, holders);
    static const Nodes kNone;
    for (const int child : children) {
        if (full_) return;
        const auto found = by_place.find(child);
        const Nodes& items = found == by_place.end() ? kNone : found->second;
        if (is_question(*outline_[child].item))
            read_question(child, items);
        else
            read_group(child, items);
    }
}

// What judging the answers costs: each is looked for among the options, and matched.
bool ResponseReader::too_dear(const Node& at, const Item& item, const std::vector<Value>& values) {
    constexpr std::size_t kMostEffort = 20'000'000;
    effort_ += values.size() * (1 + item.options.size() + item.units.size());
    for (const auto& value : values)
        if (const auto* text = std::get_if<std::string>(&value); text != nullptr && item.regex)
            effort_ += text->size() * static_cast<std::size_t>(item.regex->cost()) / 16;
    if (effort_ <= kMostEffort) return false;
    reading_.error(at, "too-large", "its answers take too long to judge.",
                   "Evaluate a smaller response.");
    return full_ = true;
}

void ResponseReader::read_group(int place, const Nodes& items) {
    static const Node kBlank;
    const Nodes repetitions = items.empty() ? Nodes{&kBlank} : items;
    for (const Node* item : repetitions) {
        if (full(*item)) return;
        const int occurrence = tree_.open(place);
        std::set<std::string> codes;
        if (item == repetitions.front())
            for (auto& code : count_problems(*outline_[place].item, items.size()))
                codes.insert(std::move(code));
        if (item->find("answer") != nullptr) codes.insert("not-a-question");
        if (!codes.empty()) codes_[occurrence] = std::move(codes);
        read_inside(place, {item});
        tree_.close();
    }
}

bool ResponseReader::take_answer(const Node& answer, std::vector<Value>& values,
                                 std::set<std::string>& codes) {
    FoundValue found = find_value(answer, "value");
    if (found.value) {
        if (!is_blank(*found.value)) values.push_back(std::move(*found.value));
    } else if (!found.key.empty()) {
        codes.insert(found.problem == "unsupported-type" ? "wrong-type" : found.problem);
        return false;
    }
    return true;
}

void ResponseReader::read_question(int place, const Nodes& items) {
    static const Node kNowhere;
    if (full(items.empty() ? kNowhere : *items.front())) return;
    const int occurrence = tree_.open(place);
    Nodes answers;
    for (const Node* item : items)
        for (const Node* answer : reading_.maps(*item, "answer")) answers.push_back(answer);
    std::set<std::string> codes;
    auto& values = values_.emplace_back();
    std::size_t unreadable = 0;
    for (const Node* answer : answers) unreadable += take_answer(*answer, values, codes) ? 0 : 1;
    if (too_dear(items.empty() ? kNowhere : *items.front(), *outline_[place].item, values)) {
        tree_.close();
        return;
    }
    for (auto& code : count_problems(*outline_[place].item, values.size() + unreadable))
        codes.insert(std::move(code));
    // What cannot be read is invalid, not missing, and no condition finds it equal to anything.
    // They are too few only if those that cannot be read do not make up for it.
    for (auto& code : problems(*outline_[place].item, values))
        if (unreadable == 0 || code != "too-few") codes.insert(std::move(code));
    if (unreadable > 0 && values.empty()) values.emplace_back(Coding{});
    tree_.at(occurrence).values = values;
    tree_.at(occurrence).declined =
        values.empty() && !items.empty() && is_declined(*items.front(), answers);
    if (!codes.empty()) codes_[occurrence] = std::move(codes);
    read_nested(place, items, answers);
    tree_.close();
}

// What is inside a question repeats with its answers.
void ResponseReader::read_nested(int place, const Nodes& items, const Nodes& answers) {
    if (inside_[static_cast<std::size_t>(place)].empty() && items.empty()) return;
    if (answers.size() < 2) {
        Nodes holders = items;
        holders.insert(holders.end(), answers.begin(), answers.end());
        read_inside(place, holders);
        return;
    }
    for (const Node* answer : answers) {
        if (full(*answer)) return;
        tree_.open_slot(place);
        read_inside(place, {answer});
        tree_.close();
    }
}

}  // namespace candor::screening
