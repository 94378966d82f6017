#include "screening/item_reader.h"

#include <algorithm>
#include <array>

#include "screening/condition_reader.h"
#include "screening/extension_reader.h"
#include "screening/fhir_value.h"

namespace candor::screening {
namespace {

constexpr const char* kSeeSupport = "See app/screening/SUPPORT.md.";
constexpr std::array<std::string_view, 14> kRead{
    "linkId",         "type",         "text",    "_text", "required",  "repeats",   "enableWhen",
    "enableBehavior", "answerOption", "initial", "item",  "maxLength", "extension", "readOnly"};
constexpr std::array<std::string_view, 3> kSilent{"id", "code", "definition"};

template <typename List>
bool contains(const List& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_choice(const Item& item) {
    return item.type == ItemType::choice || item.type == ItemType::open_choice;
}

base::Localized words_of(const Value& value, base::Localized translated) {
    if (!translated.empty()) return translated;
    std::string words;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) words = std::to_string(*integer);
    if (const auto* date = std::get_if<Date>(&value)) words = date->iso;
    if (const auto* coding = std::get_if<Coding>(&value)) words = coding->code;
    return base::Localized({{"en", words}});
}

}  // namespace

std::vector<Item> ItemReader::read(const Node& holder) {
    std::vector<Item> items;
    for (const Node* node : reading_.maps(holder, "item")) {
        if (too_many(*node)) break;
        items.push_back(read_item(*node));
    }
    return items;
}

bool ItemReader::too_many(const Node& node) {
    if (full_) return true;
    full_ = lines_.size() >= kMaxItems || depth_ >= kMaxItemDepth;
    if (full_ && depth_ >= kMaxItemDepth)
        reading_.error(node, "too-deep", "items are nested too deeply.", "Flatten the groups.");
    else if (full_)
        reading_.error(node, "too-large", "there are more than 5,000 items.", "Split it.");
    return full_;
}

Item ItemReader::read_item(const Node& node) {
    Item item;
    const auto place = lines_.size();
    lines_.push_back(node.line);
    condition_lines_.emplace_back();
    item.link_id = reading_.text(node, "linkId");
    const std::string before = reading_.set_subject(
        item.link_id.empty() ? "An item without a linkId" : "Item \"" + item.link_id + "\"");
    if (item.link_id.empty())
        reading_.error(node, "no-link-id", "there is no linkId.", "Give each item its own linkId.");
    read_type(node, item);
    refuse_elements(node);
    item.text = reading_.localized(node, "text");
    item.required = reading_.flag(node, "required");
    item.repeats = reading_.flag(node, "repeats");
    item.hidden = reading_.flag(node, "readOnly");
    read_item_extensions(node, item, reading_);
    Conditions conditions = read_conditions(node, reading_);
    item.enable_when = std::move(conditions.list);
    item.enable_behavior = conditions.behavior;
    condition_lines_[place] = std::move(conditions.lines);
    read_answers(node, item);
    ++depth_;
    item.items = read(node);
    --depth_;
    for (const auto& inner : item.items)
        if (inner.control == ItemControl::help && item.help.empty()) item.help = inner.text;
    check_words(node, item);
    check_shape(node, item);
    reading_.set_subject(before);
    return item;
}

void ItemReader::read_type(const Node& node, Item& item) {
    const std::string name = reading_.text(node, "type");
    for (int i = 0; i <= static_cast<int>(ItemType::quantity); ++i) {
        item.type = static_cast<ItemType>(i);
        if (name == name_of(item.type)) return;
    }
    item.type = ItemType::display;
    if (name.empty())
        reading_.error(node, "no-type", "there is no type.", "Give it a type, such as choice.");
    else
        reading_.error(node, "unsupported", "the type \"" + name + "\" is not supported.",
                       kSeeSupport);
}

void ItemReader::refuse_elements(const Node& node) {
    for (const auto& key : node.keys) {
        if (contains(kRead, key) || contains(kSilent, key)) continue;
        if (key == "answerValueSet" || key == "modifierExtension")
            reading_.error(node, "unsupported", "\"" + key + "\" is not supported.", kSeeSupport);
        else if (key == "prefix" || key[0] == '_')
            reading_.advice(node, "ignored-element", "\"" + key + "\" is ignored.", kSeeSupport);
        else
            reading_.error(node, "unknown-element",
                           "\"" + key + "\" is not an element of R4 items.", "Check its spelling.");
    }
}

void ItemReader::read_answers(const Node& node, Item& item) {
    if (const auto length = reading_.whole(node, "maxLength")) {
        if (*length < 0)
            reading_.error(node, "wrong-type", "\"maxLength\" is less than 0.", "Write 1 or more.");
        else
            item.max_length = static_cast<int>(*length);
    }
    for (const Node* option : reading_.maps(node, "answerOption")) read_option(*option, item);
    read_initial(node, item);
}

void ItemReader::read_option(const Node& node, Item& item) {
    FoundValue found = find_value(node, "value");
    if (!found.value) {
        const bool unsupported = found.problem == "unsupported-type";
        reading_.error(node, unsupported ? "unsupported" : "bad-option",
                       found.key.empty() ? "an answerOption has no value."
                                         : "\"" + found.key + "\" cannot be an answerOption.",
                       "Use valueCoding with a code, valueString, valueInteger or valueDate.");
        return;
    }
    AnswerOption option;
    const Node* coding = node.get("valueCoding");
    if (coding != nullptr)
        option.label = reading_.localized(*coding, "display");
    else if (std::holds_alternative<std::string>(*found.value))
        option.label = reading_.localized(node, "valueString");
    if (coding != nullptr && option.label.empty())
        reading_.warning(node, "missing-words", "an answerOption has no display.",
                         "Write the words that patients see.");
    option.label = words_of(*found.value, option.label);
    option.value = std::move(*found.value);
    option.initially_selected = reading_.flag(node, "initialSelected");
    read_option_extensions(node, option, reading_);
    item.options.push_back(std::move(option));
}

void ItemReader::read_initial(const Node& node, Item& item) {
    for (const Node* entry : reading_.maps(node, "initial")) {
        FoundValue found = find_value(*entry, "value");
        if (found.value)
            item.initial.push_back(std::move(*found.value));
        else
            reading_.error(*entry, "bad-initial", "an initial value cannot be read.",
                           "Give it value… of the item's type.");
    }
}

void ItemReader::check_words(const Node& node, const Item& item) {
    if (item.text.empty() && item.type != ItemType::group && !item.hidden)
        reading_.warning(node, "missing-words", "there is no text.", "Write the question.");
}

// R4's que-* rules on an item alone. Those that leave no doubt about the meaning only warn.
void ItemReader::check_shape(const Node& node, Item& item) {
    const auto ignored = [&](const char* code, const char* what) {
        reading_.warning(node, code, what, "Remove it.");
    };
    const bool group = item.type == ItemType::group, display = item.type == ItemType::display;
    if (display && !item.items.empty())
        reading_.error(node, "que-1", "a display has items inside.", "Make it a group.");
    if (group && node.get("item") == nullptr) ignored("que-1", "a group has no items.");
    if (display && (item.required || item.repeats))
        ignored("que-6", "a display is neither required nor repeated.");
    if (display) item.required = item.repeats = false;
    if ((group || display) && !item.initial.empty()) {
        ignored("que-8", "a group or display has no initial value.");
        item.initial.clear();
    }
    if (is_choice(item) && node.get("answerOption") == nullptr &&
        node.get("answerValueSet") == nullptr)
        reading_.error(node, "no-options", "a choice has no answerOption.", "Give it some.");
    if (!is_choice(item) && !item.options.empty())
        reading_.error(node, "unsupported", "only choice and open-choice have an answerOption.",
                       "Change its type to choice.");
    if (!item.options.empty() && !item.initial.empty())
        ignored("que-11", "an item with answerOption has no initial; use initialSelected.");
    if (!item.repeats && item.initial.size() > 1)
        ignored("que-13", "only a repeating question has more than one initial value.");
}

}  // namespace candor::screening
