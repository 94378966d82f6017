#include "screening/reading/item_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "screening/reading/condition_reader.h"
#include "screening/reading/extension_value.h"
#include "screening/reading/fhir_urls.h"
#include "screening/reading/item_checks.h"
#include "screening/reading/markup.h"
#include "screening/reading/set_aside.h"

namespace candor::screening {
namespace {

constexpr std::array<std::string_view, 17> kRead{
    "linkId",   "type",    "prefix",     "_prefix",        "text",         "_text",
    "required", "repeats", "enableWhen", "enableBehavior", "answerOption", "answerValueSet",
    "initial",  "item",    "maxLength",  "extension",      "readOnly"};
constexpr std::array<std::string_view, 3> kSilent{"id", "code", "definition"};

const char* remedy_for_type(const std::string& name) {
    if (name == "coding") return "\"coding\" is R5's name: write choice, or open-choice.";
    if (name == "question") return "Write the type of its answers, such as choice or string.";
    return "Use boolean, choice, integer, decimal, date, string, text, quantity or another of R4.";
}

bool is_hidden(const Node& node) {
    const Node* hidden = extension(node, urls::kHidden);
    return hidden != nullptr && extension_flag(*hidden).value_or(false);
}

/// There is a field to type in, in which stands how to.
bool is_typed(const Item& item) {
    constexpr std::array kTypes{ItemType::string,  ItemType::text,    ItemType::url,
                                ItemType::integer, ItemType::decimal, ItemType::quantity};
    if (item.type == ItemType::open_choice) return true;
    return item.options.empty() && item.control != ItemControl::slider &&
           std::find(kTypes.begin(), kTypes.end(), item.type) != kTypes.end();
}

constexpr std::array<std::string_view, 2> kOfR5{"answerConstraint", "disabledDisplay"};

}  // namespace

std::vector<Item> ItemReader::read(const Node& holder) {
    std::vector<Item> items;
    for (const Node* node : reading_.maps(holder, "item")) {
        if (too_many(*node)) break;
        Item* before = items.empty() ? nullptr : &items.back();
        items.push_back(read_item(*node, before));
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

Item ItemReader::read_item(const Node& node, Item* before_it) {
    Item item;
    item.hidden = unseen_;
    const auto place = lines_.size();
    lines_.push_back(node.line);
    condition_lines_.emplace_back();
    expressions_.emplace_back();
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
    const bool words = take_words_only(node, item);
    refuse_elements(node);
    item.prefix = reading_.localized(node, "prefix");
    item.text = reading_.localized(node, "text");
    take_markup(node, item);
    item.required = reading_.flag(node, "required");
    item.repeats = reading_.flag(node, "repeats");
    ItemExpressions expressions;
    extensions_.read_item(node, item, expressions);
    // A value that is worked out is shown, though nobody can change it.
    const bool read_only = reading_.flag(node, "readOnly");
    const bool has_value = item.type != ItemType::display && !words;
    item.hidden = item.hidden || (read_only && has_value && !expressions.calculated);
    expressions_[place] = std::move(expressions);
    Conditions conditions = read_conditions(node, reading_);
    item.enable_when = std::move(conditions.list);
    item.enable_behavior = conditions.behavior;
    condition_lines_[place] = std::move(conditions.lines);
    count_conditions(node, item.enable_when.size());
    read_max_length(node, item);
    options_.read(node, item);
    ++depth_;
    const bool around = std::exchange(unseen_, item.hidden);
    item.items = read(node);
    unseen_ = around;
    --depth_;
    take_parts(item);
    if (item.text.empty() && is_question(item) && !item.hidden && !expressions_[place].enable)
        take_words(item, before_it);
    finish(node, item);
    reading_.set_subject(before);
    return item;
}

// A question without a text is asked in the words that stand beside it or right before it.
void ItemReader::take_words(Item& item, Item* before) {
    const auto take = [&](base::Localized& words) {
        item.text = std::exchange(words, base::Localized());
    };
    if (!prompt_.empty()) {
        item.text = prompt_;
        auto& how = is_typed(item) ? item.entry_format : item.instruction;
        how = base::Localized();
    } else if (!item.help.empty()) {
        take(item.help);
        item.markdown = std::exchange(item.help_markdown, base::Localized());
    } else if (before != nullptr && before->type == ItemType::display && !before->hidden &&
               !before->bring && before->enable_when.empty() && item.enable_when.empty() &&
               !is_part_of_parent(*before) && before->media.empty()) {
        item.text = before->text;
        item.markdown = before->markdown;
        before->hidden = true;
    }
}

// What is not read as it stands there is not judged by what it was read as.
void ItemReader::finish(const Node& node, Item& item) {
    if (!unread_.contains(item.link_id) && !unasked_.contains(item.link_id))
        return check_item(node, item, reading_);
    item.required = item.repeats = false;
    item.initial.clear();
    item.options.clear();
    if (!item.bring && !unread_.contains(item.link_id)) item.hidden = true;
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
    item.type = node.find("item") == nullptr ? ItemType::display : ItemType::group;
    if (name == "attachment" || name == "reference") return read_unasked(node, name, item);
    unread_.insert(item.link_id);
    if (name.empty())
        reading_.error(node, "no-type", "there is no type.", "Give it a type, such as choice.");
    else
        reading_.error(node, "unsupported", "the type \"" + name + "\" is not supported.",
                       remedy_for_type(name));
}

// What an author typed as a question and laid out as words is asked of nobody.
bool ItemReader::take_words_only(const Node& node, Item& item) {
    const bool text = item.type == ItemType::string || item.type == ItemType::text;
    if ((!text && item.type != ItemType::display) || reading_.flag(node, "required")) return false;
    const WordsOnly words = words_only(node);
    if (words == WordsOnly::no) return false;
    if (words == WordsOnly::aside) {
        item.hidden = true;
        reading_.warning(node, "not-shown",
                         "its words stand aside (itemControl sidebar), where a kiosk has no place.",
                         "Remove the itemControl if patients are to read them.");
    } else if (text) {
        reading_.advice(node, "words-only",
                        "its itemControl makes it words to read, so nobody is asked for an answer.",
                        "Write type: display.");
    }
    if (text) item.type = node.find("item") == nullptr ? ItemType::display : ItemType::group;
    return true;
}

// What a kiosk cannot take is brought along, or left unanswered, where the form does not insist on
// it. Where nobody is asked, it does not matter.
void ItemReader::read_unasked(const Node& node, const std::string& name, Item& item) {
    unasked_.insert(item.link_id);
    if (unseen_ || reading_.flag(node, "readOnly") || is_hidden(node)) return;
    const bool photo = name == "attachment";
    if (reading_.flag(node, "required")) return refuse_unasked(node, photo, item);
    item.bring = photo;
    reading_.warning(
        node, photo ? "to-bring" : "left-out",
        photo ? "a kiosk takes no files, so patients are asked to bring it with them."
              : "a kiosk has no records to choose from (\"reference\"), so nobody is asked.",
        photo ? "Make it a display if nothing is to be brought."
              : "List what can be chosen with answerOption, or make it a string, if patients are "
                "to answer.");
}

void ItemReader::refuse_unasked(const Node& node, bool photo, const Item& item) {
    unread_.insert(item.link_id);
    reading_.error(node, "unsupported",
                   photo ? "a kiosk takes no files, and this one is required."
                         : "a kiosk has no records to choose from (\"reference\"), and this one is "
                           "required.",
                   photo ? "Remove required: then patients are asked to bring it with them."
                         : "List what can be chosen with answerOption, or make it a string.");
}

void ItemReader::refuse_elements(const Node& node) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const std::string& key = node.keys[i].name;
        if (is_one_of(kRead, key) || is_one_of(kSilent, key)) continue;
        if (key == "modifierExtension") {
            reading_.error(node, "unsupported", "\"" + key + "\" is not supported.",
                           "Remove it: it would change what the item means.");
        } else if (key[0] == '_') {
            reading_.advice(node, "ignored-element", "\"" + key + "\" is ignored.", kCanStay);
            refuse_extensions(node.items[i], reading_);
        } else {
            reading_.error(
                node, "unknown-element", "\"" + key + "\" is not an element of R4 items.",
                is_one_of(kOfR5, key) ? "It is R5's: remove it. In R4 an open-choice takes "
                                        "words of one's own."
                                      : "Check its spelling.");
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

namespace {

/// "# of drinks": a single line that begins so is no heading.
std::string number_signs(const std::string& words) {
    if (words.find('\n') != std::string::npos) return {};
    return words.substr(0, std::min(words.find_first_not_of('#'), words.size()));
}

}  // namespace

// Marks are drawn where they are Markdown's; HTML tags go, and links are their words, since a kiosk
// opens no address.
void ItemReader::take_markup(const Node& node, Item& item) {
    std::map<std::string, std::string> plain = item.text.all(), marked;
    bool lost = false;
    for (const auto& [language, words] : item.text.all()) {
        const std::string signs = number_signs(words);
        plain[language] = signs + without_markup(words.substr(signs.size()));
        if (plain[language] != words)
            marked[language] = (signs.empty() ? "" : "\\") + as_markdown(with_hard_breaks(words));
        lost = lost || has_tags_or_links(words);
    }
    const base::Localized rendered = reading_.markdown(node, "text");
    for (const auto& [language, words] : rendered.all()) {
        marked[language] = as_markdown(words);
        if (auto& own = plain[language]; own.empty()) own = without_markup(words);
        lost = lost || has_tags_or_links(words);
    }
    if (!plain.empty()) item.text = base::Localized(std::move(plain));
    item.markdown = base::Localized(std::move(marked));
    if (lost)
        reading_.advice(node, "markup",
                        "its words hold HTML or links, of which the words alone are shown: a kiosk "
                        "opens no address.",
                        "Write the words alone, with Markdown's marks for what stands out.");
}

// Displays that only serve the item they stand in. Where it has no place for them, they are texts
// like others, so that nobody misses them.
void ItemReader::take_parts(Item& item) {
    prompt_ = base::Localized();
    const bool slider = item.control == ItemControl::slider && item.min_value && item.max_value &&
                        !item.repeats && item.options.empty();
    for (auto& inner : item.items) {
        if (inner.category == Category::help && inner.control == ItemControl::none)
            inner.control = ItemControl::help;
        if (!is_part_of_parent(inner) || inner.hidden) continue;
        const bool prompt = inner.control == ItemControl::prompt;
        const bool help = inner.control == ItemControl::help || prompt;
        auto& how = is_typed(item) ? item.entry_format : item.instruction;
        auto& place = prompt                                ? how
                      : help                                ? item.help
                      : inner.control == ItemControl::lower ? item.lower
                                                            : item.upper;
        const bool has_place = help ? is_question(item) : slider;
        const bool fits =
            has_place && place.empty() && inner.enable_when.empty() && inner.prefix.empty();
        if (fits && help && !prompt) item.help_markdown = inner.markdown;
        if (fits && prompt) prompt_ = inner.text;
        if (fits)
            place = inner.text;
        else
            inner.control = ItemControl::none;
    }
}

}  // namespace candor::screening
