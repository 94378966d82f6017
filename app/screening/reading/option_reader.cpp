#include "screening/reading/option_reader.h"

#include "base/localized.h"
#include "screening/reading/fhir_value.h"
#include "screening/reading/option_checks.h"
#include "screening/reading/quantity_units.h"

namespace candor::screening {
namespace {

bool can_be_offered(const Value& value) {
    return std::holds_alternative<Coding>(value) || std::holds_alternative<std::string>(value) ||
           std::holds_alternative<std::int64_t>(value) || std::holds_alternative<Date>(value) ||
           std::holds_alternative<Time>(value);
}

/// What stands on the screen where the author wrote no words for it.
std::string words_of(const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
    if (const auto* date = std::get_if<Date>(&value)) return date->iso;
    if (const auto* time = std::get_if<Time>(&value)) return time->iso;
    const auto& coding = std::get<Coding>(value);
    return coding.code.empty() ? coding.display : coding.code;
}

}  // namespace

void OptionReader::read(const Node& node, Item& item) {
    std::vector<const Node*> read_from;
    for (const Node* option : reading_.maps(node, "answerOption")) {
        if (count_ + item.options.size() > kMaxAllOptions) break;
        if (read_option(*option, item)) read_from.push_back(option);
    }
    check_told_apart(item.options, read_from, reading_);
    if (node.find("answerValueSet") != nullptr && count_ <= kMaxAllOptions)
        read_value_set(node, item);
    check_number(node, item);
    read_initial(node, item);
}

void OptionReader::check_number(const Node& node, Item& item) {
    const bool had_room = count_ <= kMaxAllOptions;
    count_ += item.options.size();
    if (item.options.size() > kMaxOptions)
        reading_.error(node, "too-large", "it offers more than 2,000 answers.", "Offer fewer.");
    else if (had_room && count_ > kMaxAllOptions)
        reading_.error(node, "too-large", "there are more than 50,000 answers to offer in all.",
                       "Offer fewer.");
}

void OptionReader::refuse_elements(const Node& node, const char* what) {
    for (const auto& [key, line] : node.keys) {
        if (key == "id" || key == "extension" || key.rfind("value", 0) == 0 || key[0] == '_' ||
            key == "initialSelected")
            continue;
        const bool modifier = key == "modifierExtension";
        reading_.error(node, modifier ? "unsupported" : "unknown-element",
                       "\"" + key + "\" of " + what + " is not " +
                           (modifier ? "supported." : "an element of R4."),
                       "Remove it, or check its spelling.");
    }
}

// Some authors' programs leave one behind. Nobody could choose it, so nothing is lost.
bool OptionReader::leave_out_empty(const Node& node, const FoundValue& found) {
    const auto* words = found.value ? std::get_if<std::string>(&*found.value) : nullptr;
    const auto* coding = found.value ? std::get_if<Coding>(&*found.value) : nullptr;
    if (coding != nullptr && coding->code.empty()) words = &coding->display;
    const bool blank = words != nullptr && trimmed(*words).empty();
    if (!blank && !is_empty_coding(node, found)) return false;
    reading_.warning(node, "empty-option",
                     "an answerOption is empty, so it is not offered: it has neither a code nor "
                     "words.",
                     "Remove it, or write its words.");
    return true;
}

bool OptionReader::read_option(const Node& node, Item& item) {
    refuse_elements(node, "an answerOption");
    FoundValue found = find_value(node, "value");
    if (leave_out_empty(node, found)) return false;
    if (!found.value || !can_be_offered(*found.value)) {
        const bool unsupported = found.value || found.problem == "unsupported-type";
        reading_.error(
            node, unsupported ? "unsupported" : "bad-option",
            found.key.empty() ? "an answerOption has no value."
                              : "\"" + found.key + "\" cannot be an answerOption.",
            "Use valueCoding with a code or a display, valueString, valueInteger, valueDate or "
            "valueTime.");
        return false;
    }
    AnswerOption option;
    option.label = label_of(node, *found.value);
    option.value = std::move(*found.value);
    option.initially_selected = reading_.flag(node, "initialSelected");
    extensions_.read_option(node, option);
    item.options.push_back(std::move(option));
    return true;
}

base::Localized OptionReader::label_of(const Node& node, const Value& value) {
    base::Localized label;
    if (const Node* coding = node.find("valueCoding")) {
        // R4's Coding has no designations; authors who take codes from a value set leave them
        // there.
        std::map<std::string, std::string> texts = reading_.localized(*coding, "display").all();
        reading_.add_designations(*coding, texts);
        if (!texts.empty()) label = base::Localized(std::move(texts));
        if (label.empty())
            reading_.warning(node, "missing-words", "an answerOption has no display.",
                             "Write the words that patients see.");
    } else if (std::holds_alternative<std::string>(value)) {
        return reading_.localized(node, "valueString");
    }
    return label.empty() ? base::Localized({{base::kFallbackLanguage, words_of(value)}}) : label;
}

void OptionReader::read_value_set(const Node& node, Item& item) {
    if (node.find("answerOption") != nullptr)
        return reading_.error(node, "que-4", "it has both answerOption and answerValueSet.",
                              "Keep one of them.");
    const std::string set = reading_.text(node, "answerValueSet");
    // Where nobody is asked, nobody needs to see what could be answered.
    if (item.hidden && !set.starts_with("#") && !sets_.knows(set)) return;
    item.options = sets_.options(node, set);
}

// A quantity without a value says in what unit to answer.
bool OptionReader::read_preset_unit(const Node& entry, Item& item) {
    const Node* quantity = entry.find("valueQuantity");
    if (quantity == nullptr || !quantity->is(Node::Kind::map) || quantity->find("value") != nullptr)
        return false;
    Coding coding{reading_.text(*quantity, "system"), reading_.text(*quantity, "code"),
                  reading_.text(*quantity, "unit")};
    if (coding.code.empty() && coding.display.empty()) return false;
    if (item.units.empty())
        item.units.push_back(unit_of(std::move(coding), reading_.localized(*quantity, "unit")));
    return true;
}

void OptionReader::read_initial(const Node& node, Item& item) {
    for (const Node* entry : reading_.maps(node, "initial")) {
        refuse_elements(*entry, "initial");
        if (item.type == ItemType::quantity && read_preset_unit(*entry, item)) continue;
        FoundValue found = find_value(*entry, "value");
        if (found.value)
            item.initial.push_back(std::move(*found.value));
        else
            reading_.error(*entry, "bad-initial", "an initial value cannot be read.",
                           "Give it value… of the item's type.");
    }
}

}  // namespace candor::screening
