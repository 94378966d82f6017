#include "screening/reading/item_reader.h"

#include <algorithm>
#include <array>

#include "screening/reading/condition_reader.h"
#include "screening/reading/item_checks.h"
#include "screening/reading/set_aside.h"

namespace candor::screening {
namespace {

constexpr std::array<std::string_view, 17> kRead{
    "linkId",   "type",    "prefix",     "_prefix",        "text",         "_text",
    "required", "repeats", "enableWhen", "enableBehavior", "answerOption", "answerValueSet",
    "initial",  "item",    "maxLength",  "extension",      "readOnly"};
constexpr std::array<std::string_view, 3> kSilent{"id", "code", "definition"};

}  // namespace

std::vector<Item> ItemReader::read(const Node& holder) {
    std::vector<Item> items;
    for (const Node* node : reading_.maps(holder, "item")) {
        if (too_many(*node)) break;
        items.push_back(read_item(*node));
        if (depth_ == 0 && is_part_of_parent(items.back()))
            items.back().control = ItemControl::none;
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
    // A Response needs one of these for itself (key_of).
    if (std::any_of(item.link_id.begin(), item.link_id.end(),
                    [](char c) { return static_cast<unsigned char>(c) < ' '; }))
        reading_.error(node, "bad-link-id", "the linkId holds a control character.",
                       "Write it in letters, digits, - and _.");
    read_type(node, item);
    refuse_elements(node);
    item.prefix = reading_.localized(node, "prefix");
    item.text = reading_.localized(node, "text");
    item.required = reading_.flag(node, "required");
    item.repeats = reading_.flag(node, "repeats");
    item.hidden = reading_.flag(node, "readOnly");
    extensions_.read_item(node, item);
    Conditions conditions = read_conditions(node, reading_);
    item.enable_when = std::move(conditions.list);
    item.enable_behavior = conditions.behavior;
    condition_lines_[place] = std::move(conditions.lines);
    count_conditions(node, item.enable_when.size());
    read_max_length(node, item);
    options_.read(node, item);
    ++depth_;
    item.items = read(node);
    --depth_;
    take_parts(item);
    check_item(node, item, reading_);
    reading_.set_subject(before);
    return item;
}

void ItemReader::count_conditions(const Node& node, std::size_t more) {
    const bool had_room = conditions_ <= kMaxConditions;
    conditions_ += more;
    if (had_room && conditions_ > kMaxConditions)
        reading_.error(node, "too-large", "there are more than 20,000 conditions.", "Split it.");
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
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const std::string& key = node.keys[i].name;
        if (is_one_of(kRead, key) || is_one_of(kSilent, key)) continue;
        if (key == "modifierExtension") {
            reading_.error(node, "unsupported", "\"" + key + "\" is not supported.", kSeeSupport);
        } else if (key[0] == '_') {
            reading_.advice(node, "ignored-element", "\"" + key + "\" is ignored.", kSeeSupport);
            refuse_extensions(node.items[i], reading_);
        } else {
            reading_.error(node, "unknown-element",
                           "\"" + key + "\" is not an element of R4 items.", "Check its spelling.");
        }
    }
}

void ItemReader::read_max_length(const Node& node, Item& item) {
    const auto length = reading_.whole(node, "maxLength");
    if (!length) return;
    if (*length < 0)
        reading_.error(node, "wrong-type", "\"maxLength\" is less than 0.", "Write 1 or more.");
    else
        item.max_length = static_cast<int>(*length);
}

// Displays that only serve the item they stand in. Where it has no place for them, they are texts
// like others, so that nobody misses them.
void ItemReader::take_parts(Item& item) {
    const bool slider = item.control == ItemControl::slider && item.min_value && item.max_value &&
                        !item.repeats && item.options.empty();
    for (auto& inner : item.items) {
        if (!is_part_of_parent(inner) || inner.hidden) continue;
        const bool help = inner.control == ItemControl::help;
        auto& place = help                                  ? item.help
                      : inner.control == ItemControl::lower ? item.lower
                                                            : item.upper;
        const bool has_place = help ? is_question(item) : slider;
        if (has_place && place.empty() && inner.enable_when.empty() && inner.prefix.empty())
            place = inner.text;
        else
            inner.control = ItemControl::none;
    }
}

}  // namespace candor::screening
