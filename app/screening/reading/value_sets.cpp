#include "screening/reading/value_sets.h"

#include <utility>

#include "base/localized.h"
#include "screening/reading/option_checks.h"

namespace candor::screening {

ValueSets::ValueSets(const Node& root, Reading& reading, ExtensionReader& extensions)
    : reading_(reading), extensions_(extensions) {
    for (const Node* contained : reading.maps(root, "contained")) {
        const auto* type = string_in(contained->find("resourceType"));
        const auto* id = string_in(contained->find("id"));
        if (type != nullptr && id != nullptr && *type == "ValueSet")
            contained_.emplace(*id, contained);
    }
}

void ValueSets::refuse(const Node& at, const std::string& what) {
    refused_ = true;
    reading_.error(at, "unsupported", what + " is not supported.",
                   "List the codes in a contained ValueSet's compose.include.concept.");
}

const Node* ValueSets::find(const std::string& id) {
    const auto found = contained_.find(id);
    return found == contained_.end() ? nullptr : found->second;
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
    if (reference.empty() || reference[0] != '#') {
        refuse(at, "the value set \"" + reference + "\", which is not contained here,");
        return options;
    }
    const Node* set = find(reference.substr(1));
    if (set == nullptr) {
        reading_.error(at, "unknown-value-set",
                       "there is no contained ValueSet with the id of \"" + reference + "\".",
                       "Check its id.");
        return options;
    }
    if (set->find("modifierExtension") != nullptr) refuse(*set, "\"modifierExtension\"");
    const Node* expansion = set->find("expansion");
    if (expansion != nullptr)
        read_expansion(*expansion, options);
    else
        read_compose(*set, options);
    if (options.empty() && !refused_)
        reading_.error(*set, "no-options", "its value set has no codes.", "Give it some.");
    check_told_apart(options, nodes_, reading_);
    return options;
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
    if (compose->find("exclude") != nullptr) refuse(*compose, "\"exclude\" of a ValueSet");
    for (const Node* include : reading_.maps(*compose, "include")) read_include(*include, options);
}

void ValueSets::read_include(const Node& include, std::vector<AnswerOption>& options) {
    for (const char* rule : {"filter", "valueSet"})
        if (include.find(rule) != nullptr)
            refuse(include, "\"" + std::string(rule) + "\" of a ValueSet");
    if (include.find("concept") == nullptr)
        refuse(include, "a ValueSet that includes a whole code system");
    const std::string system = reading_.text(include, "system");
    for (const Node* node : reading_.maps(include, "concept")) read_concept(*node, system, options);
}

void ValueSets::read_concept(const Node& node, const std::string& system,
                             std::vector<AnswerOption>& options) {
    AnswerOption option;
    Coding coding{system, reading_.text(node, "code"), reading_.text(node, "display")};
    if (coding.code.empty())
        reading_.error(node, "bad-option", "a concept of its value set has no code.",
                       "Give it one.");
    option.label = label_of(node);
    if (option.label.empty()) {
        reading_.warning(node, "missing-words", "a concept of its value set has no display.",
                         "Write the words that patients see.");
        option.label = base::Localized({{base::kFallbackLanguage, coding.code}});
    }
    option.value = std::move(coding);
    extensions_.read_option(node, option);
    options.push_back(std::move(option));
    nodes_.push_back(&node);
}

// A concept's other languages stand in its designations, or in translations of its display.
base::Localized ValueSets::label_of(const Node& node) {
    std::map<std::string, std::string> texts = reading_.localized(node, "display").all();
    for (const Node* designation : reading_.maps(node, "designation")) {
        std::string language = reading_.text(*designation, "language");
        std::string words = reading_.text(*designation, "value");
        if (!language.empty() && !words.empty()) texts.emplace(std::move(language), words);
    }
    return texts.empty() ? base::Localized() : base::Localized(std::move(texts));
}

}  // namespace candor::screening
