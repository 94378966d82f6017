#include "screening/reading/value_sets.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/localized.h"
#include "screening/reading/option_checks.h"
#include "screening/reading/shipped_value_sets.h"

namespace candor::screening {
namespace {

constexpr int kMostSetsInSets = 12;
constexpr const char* kBringItIn =
    "Bring it in with candor screening expand FILE --value-sets DIR.";

std::string without_version(const std::string& canonical) {
    return canonical.substr(0, canonical.find('|'));
}

}  // namespace

ValueSets::ValueSets(const Node& root, Reading& reading, ExtensionReader& extensions)
    : reading_(reading), extensions_(extensions) {
    for (const Node* contained : reading.maps(root, "contained")) {
        const auto* type = string_in(contained->find("resourceType"));
        if (type == nullptr || (*type != "ValueSet" && *type != "CodeSystem")) continue;
        auto& known = *type == "ValueSet" ? contained_ : systems_;
        if (const auto* id = string_in(contained->find("id"))) known.emplace("#" + *id, contained);
        if (const auto* url = string_in(contained->find("url")))
            known.emplace(without_version(*url), contained);
    }
}

void ValueSets::refuse(const Node& at, const std::string& what) {
    if (!refused_)
        reading_.error(teller_ == nullptr ? at : *teller_, "unsupported",
                       what + " is not supported.", kBringItIn);
    refused_ = true;
}

const Node* ValueSets::find(const std::string& reference) {
    const auto found = contained_.find(without_version(reference));
    if (found != contained_.end()) return found->second;
    return shipped(without_version(reference));
}

const Node* ValueSets::shipped(std::string_view url) {
    if (const auto known = shipped_.find(url); known != shipped_.end()) return known->second;
    const std::string_view text = shipped_value_set(url);
    const Node* set = nullptr;
    if (!text.empty()) {
        base::Findings none;
        if (auto parsed = parse_node(text, "a shipped value set", none))
            set = &parsed_.emplace_back(std::move(*parsed));
    }
    shipped_.emplace(std::string(url), set);
    return set;
}

const std::vector<AnswerOption>& ValueSets::options(const Node& at, const std::string& reference) {
    const auto known = read_.find(reference);
    if (known != read_.end()) return known->second;
    return read_.emplace(reference, read(at, reference)).first->second;
}

std::vector<AnswerOption> ValueSets::read(const Node& at, const std::string& reference) {
    std::vector<AnswerOption> options;
    refused_ = false;
    nodes_.clear();
    depth_ = 0;
    const Node* set = find(reference);
    if (set == nullptr) {
        if (reference.starts_with("#"))
            reading_.error(at, "unknown-value-set",
                           "there is no contained ValueSet with the id of \"" + reference + "\".",
                           "Check its id, or contain the value set.");
        else if (reference.find_first_of(" \t\n") != std::string::npos)
            reading_.error(at, "unsupported",
                           "answerValueSet is one address only, and here stand several: \"" +
                               reference + "\".",
                           kBringItIn);
        else
            reading_.error(at, "unsupported",
                           "the value set \"" + reference +
                               "\" is neither contained here nor shipped with the program.",
                           kBringItIn);
        return options;
    }
    const bool own = contained_.contains(without_version(reference));
    teller_ = own ? nullptr : &at;
    read_set(*set, options);
    if (options.empty() && !refused_)
        reading_.error(own ? *set : at, "no-options", "its value set has no codes.",
                       "Give it some.");
    if (own) check_told_apart(options, nodes_, reading_);
    teller_ = nullptr;
    return options;
}

void ValueSets::read_set(const Node& set, std::vector<AnswerOption>& options) {
    if (depth_ >= kMostSetsInSets) return refuse(set, "a ValueSet that includes itself");
    ++depth_;
    if (set.find("modifierExtension") != nullptr) refuse(set, "\"modifierExtension\"");
    const Node* expansion = set.find("expansion");
    if (expansion != nullptr && expansion->find("contains") != nullptr)
        read_expansion(*expansion, options);
    else
        read_compose(set, options);
    --depth_;
}

void ValueSets::read_expansion(const Node& expansion, std::vector<AnswerOption>& options) {
    for (const Node* node : reading_.maps(expansion, "contains")) {
        if (!reading_.flag(*node, "abstract") && !reading_.flag(*node, "inactive"))
            read_concept(*node, reading_.text(*node, "system"), options);
        read_expansion(*node, options);
    }
}

void ValueSets::read_compose(const Node& set, std::vector<AnswerOption>& options) {
    const Node* compose = set.find("compose");
    if (compose == nullptr) return;
    const std::size_t first = options.size();
    for (const Node* include : reading_.maps(*compose, "include")) read_include(*include, options);
    for (const Node* excluded : reading_.maps(*compose, "exclude"))
        exclude(*excluded, first, options);
}

void ValueSets::read_include(const Node& include, std::vector<AnswerOption>& options) {
    if (include.find("filter") != nullptr) return refuse(include, "\"filter\" of a ValueSet");
    const std::string system = reading_.text(include, "system");
    const bool sets = include.find("valueSet") != nullptr;
    if (sets && !system.empty())
        return refuse(include, "a ValueSet that includes what two others have in common");
    const std::size_t first = options.size();
    if (sets)
        include_sets(include, options);
    else if (include.find("concept") == nullptr)
        include_system(include, without_version(system), options);
    drop_repeated(first, options);
    for (const Node* node : reading_.maps(include, "concept")) read_concept(*node, system, options);
}

// All codes of a code system that is contained or shipped.
void ValueSets::include_system(const Node& include, const std::string& system,
                               std::vector<AnswerOption>& options) {
    const auto contained = systems_.find(system);
    if (contained != systems_.end()) return read_concepts(*contained->second, system, options);
    const Node* set = shipped(shipped_set_of_system(system));
    if (set == nullptr) return refuse(include, "a ValueSet with all of the codes of " + system);
    const Node* before = std::exchange(teller_, teller_ == nullptr ? &include : teller_);
    read_set(*set, options);
    teller_ = before;
}

void ValueSets::include_sets(const Node& include, std::vector<AnswerOption>& options) {
    const Node* list = include.find("valueSet");
    if (!list->is(Node::Kind::list) || list->items.size() != 1)
        return refuse(include, "a ValueSet that includes what several have in common");
    const auto* url = string_in(&list->items.front());
    const Node* set = url == nullptr ? nullptr : find(*url);
    if (set == nullptr)
        return refuse(include, "a ValueSet that includes " + (url == nullptr ? "another" : *url));
    const bool own = contained_.contains(without_version(*url));
    const Node* before = std::exchange(teller_, teller_ == nullptr && !own ? &include : teller_);
    read_set(*set, options);
    teller_ = before;
}

// A set has each code once, however many of the sets in it have that code too.
void ValueSets::drop_repeated(std::size_t first, std::vector<AnswerOption>& options) {
    std::set<std::pair<std::string, std::string>> known;
    const auto key = [&](std::size_t place) {
        const auto& coding = std::get<Coding>(options[place].value);
        return std::pair(coding.system, coding.code);
    };
    for (std::size_t i = 0; i < first; ++i) known.insert(key(i));
    std::size_t kept = first;
    for (std::size_t i = first; i < options.size(); ++i) {
        if (known.contains(key(i))) continue;
        if (kept != i) {
            options[kept] = std::move(options[i]);
            nodes_[kept] = nodes_[i];
        }
        ++kept;
    }
    options.resize(kept);
    nodes_.resize(kept);
}

// Of the set that is being read alone: what another one has, that one keeps.
void ValueSets::exclude(const Node& excluded, std::size_t first,
                        std::vector<AnswerOption>& options) {
    const bool listed = excluded.find("concept") != nullptr && excluded.find("filter") == nullptr &&
                        excluded.find("valueSet") == nullptr;
    if (!listed) return refuse(excluded, "\"exclude\" of a ValueSet that lists no codes");
    const std::string system = reading_.text(excluded, "system");
    std::set<std::string> codes;
    for (const Node* node : reading_.maps(excluded, "concept"))
        codes.insert(reading_.text(*node, "code"));
    for (std::size_t i = options.size(); i-- > first;) {
        const auto& coding = std::get<Coding>(options[i].value);
        if (coding.system != system || !codes.contains(coding.code)) continue;
        options.erase(options.begin() + static_cast<std::ptrdiff_t>(i));
        nodes_.erase(nodes_.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

void ValueSets::read_concepts(const Node& holder, const std::string& system,
                              std::vector<AnswerOption>& options) {
    for (const Node* node : reading_.maps(holder, "concept")) {
        read_concept(*node, system, options);
        read_concepts(*node, system, options);
    }
}

void ValueSets::read_concept(const Node& node, const std::string& system,
                             std::vector<AnswerOption>& options) {
    const Node& told_at = teller_ == nullptr ? node : *teller_;
    AnswerOption option;
    Coding coding{system, reading_.text(node, "code"), reading_.text(node, "display")};
    if (coding.code.empty())
        reading_.error(told_at, "bad-option", "a concept of its value set has no code.",
                       "Give it one.");
    option.label = label_of(node);
    if (option.label.empty()) {
        reading_.warning(told_at, "missing-words", "a concept of its value set has no display.",
                         "Write the words that patients see.");
        option.label = base::Localized({{base::kFallbackLanguage, coding.code}});
    }
    option.value = std::move(coding);
    extensions_.read_option(node, option);
    options.push_back(std::move(option));
    nodes_.push_back(&told_at);
}

// A concept's other languages stand in its designations, or in translations of its display. Those
// that are shipped are in English, whatever the form's language.
base::Localized ValueSets::label_of(const Node& node) {
    std::map<std::string, std::string> texts;
    if (teller_ == nullptr)
        texts = reading_.localized(node, "display").all();
    else if (std::string words = reading_.text(node, "display"); !words.empty())
        texts["en"] = std::move(words);
    reading_.add_designations(node, texts);
    return texts.empty() ? base::Localized() : base::Localized(std::move(texts));
}

}  // namespace candor::screening
