#include "screening/reading/extension_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/base64.h"
#include "base/letter_case.h"
#include "base/localized.h"
#include "screening/model/value.h"
#include "screening/reading/extension_value.h"
#include "screening/reading/fhir_urls.h"
#include "screening/reading/fhir_value.h"
#include "screening/reading/markup.h"
#include "screening/reading/quantity_units.h"
#include "screening/reading/set_aside.h"

namespace candor::screening {
namespace {

using NamedControl = std::pair<std::string_view, ItemControl>;
constexpr std::array kControls{NamedControl{"row", ItemControl::table},
                               NamedControl{"radio-button", ItemControl::radio},
                               NamedControl{"check-box", ItemControl::check_box},
                               NamedControl{"drop-down", ItemControl::drop_down},
                               NamedControl{"autocomplete", ItemControl::drop_down},
                               NamedControl{"lookup", ItemControl::drop_down},
                               NamedControl{"slider", ItemControl::slider},
                               NamedControl{"page", ItemControl::page},
                               NamedControl{"grid", ItemControl::table},
                               NamedControl{"htable", ItemControl::table},
                               NamedControl{"atable", ItemControl::table},
                               NamedControl{"gtable", ItemControl::table},
                               NamedControl{"table", ItemControl::table},
                               NamedControl{"help", ItemControl::help},
                               NamedControl{"flyover", ItemControl::help},
                               NamedControl{"prompt", ItemControl::prompt},
                               NamedControl{"lower", ItemControl::lower},
                               NamedControl{"upper", ItemControl::upper}};

// Enough for any honest form; a set of hostile ones is compiled in a fraction of a second.
constexpr std::int64_t kMostRegexCost = 500'000;

std::string code_of(const Node& extension) { return extension_words(extension).value_or(""); }

std::string letters_of(std::string_view code) {
    std::string letters = base::lower_case(code);
    std::erase_if(letters, [](char c) { return c == ' ' || c == '-' || c == '_'; });
    return letters;
}

bool is_code(std::string_view written, std::string_view code) {
    return letters_of(written) == letters_of(code);
}

bool meets(ItemControl control, ItemType type) {
    switch (control) {
        case ItemControl::none:
            return false;
        case ItemControl::page:
        case ItemControl::table:
            return type == ItemType::group;
        case ItemControl::help:
        case ItemControl::prompt:
        case ItemControl::lower:
        case ItemControl::upper:
            return type == ItemType::display;
        case ItemControl::slider:
            return type == ItemType::integer || type == ItemType::decimal ||
                   type == ItemType::quantity;
        case ItemControl::radio:
        case ItemControl::check_box:
        case ItemControl::drop_down:
            return type != ItemType::group && type != ItemType::display;
    }
    return false;
}

/// itemControls of what is read and never answered.
bool is_words_only(std::string_view code) {
    constexpr std::array kCodes{"inline", "prompt", "lower",     "upper",  "flyover",
                                "legal",  "help",   "highlight", "sidebar"};
    return std::any_of(kCodes.begin(), kCodes.end(),
                       [&](const char* each) { return is_code(code, each); });
}

}  // namespace

WordsOnly words_only(const Node& item) {
    const Node* control = extension(item, urls::kItemControl);
    const std::string code = control == nullptr ? std::string() : code_of(*control);
    if (is_code(code, "sidebar")) return WordsOnly::aside;
    return is_words_only(code) ? WordsOnly::read : WordsOnly::no;
}

void ExtensionReader::read_control(const Node& node, Item& item) {
    const std::string code = code_of(node);
    const auto found = std::find_if(kControls.begin(), kControls.end(),
                                    [&](const auto& named) { return is_code(code, named.first); });
    if (found != kControls.end() && meets(found->second, item.type))
        item.control = found->second;
    else if (!is_words_only(code) || (item.type != ItemType::display && !is_code(code, "inline")))
        reading_.advice(node, "ignored-extension",
                        "the itemControl \"" + code + "\" is ignored here.", kCanStay);
}

void ExtensionReader::read_keys(const Node& node, Item& item) {
    const std::string code = code_of(node);
    if (code == "phone" || code == "number") item.keys = Keys::phone;
    if (code == "email") item.keys = Keys::email;
}

namespace {

/// The base64 of a picture that stands in the form: an attachment's `data`, or its data: url.
std::optional<std::string> data_in(const std::string& url, const std::string& data) {
    constexpr std::string_view kMark = ";base64,";
    if (!url.starts_with("data:")) return data.empty() ? std::nullopt : std::optional(data);
    const auto mark = url.find(kMark);
    return mark == std::string::npos ? "-" : url.substr(mark + kMark.size());
}

}  // namespace

void ExtensionReader::read_media(const Node& node, Media& media) {
    const Node* attachment = node.find("valueAttachment");
    if (attachment == nullptr || !attachment->is(Node::Kind::map)) {
        reading_.error(node, "bad-media", "a picture has no valueAttachment.",
                       "Give it valueAttachment with url, contentType and title.");
        return;
    }
    media.url = reading_.text(*attachment, "url");
    media.alt = reading_.localized(*attachment, "title");
    const std::string type = reading_.text(*attachment, "contentType");
    const auto data = data_in(media.url, reading_.text(*attachment, "data"));
    if (data) {
        media.bytes = base::from_base64(*data).value_or("");
        media.url.clear();
    }
    if (!type.empty() && !type.starts_with("image/"))
        reading_.error(*attachment, "bad-media",
                       "\"" + type + "\" is no picture, and a kiosk shows nothing else.",
                       "Remove it, or take a picture in its place.");
    else if (data && media.bytes.empty())
        reading_.error(*attachment, "bad-media",
                       "a picture stands in the form itself, and not as base64.",
                       "Save it as a file beside the form, and name that in url.");
    else if (media.empty())
        reading_.error(*attachment, "bad-media", "a picture has no url.",
                       "Name the file, as in images/x.svg.");
    else if (media.url.find(':') != std::string::npos || media.url.starts_with("/"))
        reading_.error(
            *attachment, "bad-media",
            "the picture \"" + media.url + "\" is not in the pack, and a kiosk fetches none.",
            "Save it as a file beside the form, and name that in url.");
    if (media.alt.empty())
        reading_.warning(*attachment, "missing-alt",
                         "a picture has no words for who cannot see it.",
                         "Describe it in the attachment's title.");
}

void ExtensionReader::read_category(const Node& node, Item& item) {
    constexpr std::array kCategories{std::pair{"instructions", Category::instructions},
                                     std::pair{"security", Category::security},
                                     std::pair{"help", Category::help}};
    const std::string code = code_of(node);
    const auto found = std::find_if(kCategories.begin(), kCategories.end(),
                                    [&](const auto& named) { return is_code(code, named.first); });
    if (found != kCategories.end() && item.type == ItemType::display)
        item.category = found->second;
    else
        reading_.advice(node, "ignored-extension",
                        "the displayCategory \"" + code + "\" is ignored here.", kCanStay);
}

// Written out, or worked out: then cqf-calculatedValue stands on the value or in its place.
void ExtensionReader::read_limit(const Node& node, std::optional<Value>& limit,
                                 std::optional<ItemExpressions::Found>& worked_out) {
    std::vector<const Node*> holders{&node};
    for (std::size_t i = 0; i < node.keys.size(); ++i)
        if (node.keys[i].name.starts_with("_value")) holders.push_back(&node.items[i]);
    for (const Node* holder : holders)
        for (const Node* entry : reading_.maps(*holder, "extension")) {
            const std::string url = reading_.text(*entry, "url");
            if (!is_named(url, "cqf-calculatedValue") && !is_named(url, "cqf-expression")) continue;
            worked_out = read_expression(*entry, reading_);
            return;
        }
    FoundValue found = find_value(node, "value");
    if (found.value)
        limit = std::move(found.value);
    else
        reading_.error(node, "bad-limit", "a least or greatest value cannot be read.",
                       "Give it value… of the question's type.");
}

void ExtensionReader::read_count(const Node& node, std::optional<int>& count) {
    const auto written = extension_number(node);
    const auto number = written ? to_integer(*written) : std::nullopt;
    if (number && *number >= 0)
        count = static_cast<int>(*number);
    else
        reading_.error(node, "bad-limit",
                       "\"" + reading_.text(node, "url") + "\" has no number of 0 or more.",
                       "Give it valueInteger.");
}

void ExtensionReader::read_step(const Node& node, Item& item) {
    const auto written = extension_number(node);
    const auto step = written ? to_decimal(*written) : std::nullopt;
    fine_step_ = step && step->value > 0 && !to_integer(*written);
    item.slider_step = step && !fine_step_ ? to_integer(*written) : std::nullopt;
    if (fine_step_ || (item.slider_step && *item.slider_step > 0)) return;
    item.slider_step.reset();
    reading_.error(node, "bad-limit", "a slider's step is no number above 0.",
                   "Give it valueInteger: 1 or more.");
}

namespace {

/// Look-around, back-references, atomic groups and possessive repetition: RE2 has none of them.
bool is_of_other_engines(std::string_view why) {
    constexpr std::string_view kEscape = "invalid escape sequence: \\";
    const bool refers_back = why.starts_with(kEscape) && why.size() > kEscape.size() &&
                             why[kEscape.size()] >= '1' && why[kEscape.size()] <= '9';
    return refers_back || why.starts_with("invalid perl operator") ||
           (why.starts_with("bad repetition operator") && why.ends_with('+'));
}

}  // namespace

void ExtensionReader::read_regex(const Node& node, Item& item) {
    const std::string source = extension_words(node).value_or("");
    std::string why = "there is none in valueString";
    if (regex_cost_ < kMostRegexCost) {
        if (!source.empty()) item.regex = Regex::compile(source, why);
        regex_cost_ += item.regex ? item.regex->cost() : Regex::kDearest;
    } else {
        why = "the questionnaire's expressions are too large together";
    }
    if (!item.regex && is_of_other_engines(why))
        reading_.warning(node, "not-enforced",
                         "its regular expression is not enforced: " + why + ".",
                         "Make sure that the form does without it, or write it without look-around "
                         "and back-references, in RE2's syntax.");
    else if (!item.regex)
        reading_.error(node, "bad-regex", "its regular expression cannot be used: " + why + ".",
                       "Write it without look-around and back-references, in RE2's syntax.");
}

namespace {

/// A unit as a Coding, also where an author wrote it as words, a code or a quantity.
std::optional<Coding> unit_in(const Node& extension, Reading& reading) {
    const auto [key, value] = extension_value(extension);
    if (value == nullptr) return std::nullopt;
    if (key == "valueQuantity" && value->is(Node::Kind::map))
        return Coding{reading.text(*value, "system"), reading.text(*value, "code"),
                      reading.text(*value, "unit")};
    const FoundValue found = find_value(extension, "value");
    if (found.value)
        if (const auto* coding = std::get_if<Coding>(&*found.value)) return *coding;
    const auto words = extension_words(extension);
    if (!words || words->empty()) return std::nullopt;
    return key == "valueCode" ? Coding{"http://unitsofmeasure.org", *words, ""}
                              : Coding{"", "", *words};
}

}  // namespace

void ExtensionReader::read_unit(const Node& node, Item& item) {
    const auto unit = unit_in(node, reading_);
    if (!unit || (unit->code.empty() && unit->display.empty()))
        return reading_.error(node, "bad-unit", "a unit has no valueCoding.",
                              "Give it valueCoding with system, code and display.");
    const Node* coding = node.find("valueCoding");
    item.units.push_back(unit_of(
        *unit, coding == nullptr ? base::Localized() : reading_.localized(*coding, "display")));
}

void ExtensionReader::read_weight(const Node& node, std::string_view url, AnswerOption& option) {
    if (extension_value(node).node == nullptr)
        return reading_.advice(node, "no-weight",
                               "a weight has no value, so the answer weighs "
                               "nothing.",
                               "Give it valueDecimal, or remove it.");
    const auto written = extension_number(node);
    option.weight = written ? to_decimal(*written) : std::nullopt;
    option.weight_url = is_named(url, "itemWeight")          ? urls::kItemWeight
                        : url == urls::kValueSetOrdinalValue ? urls::kValueSetOrdinalValue
                                                             : urls::kOrdinalValue;
    if (!option.weight)
        reading_.error(node, "bad-weight", "a weight is not a number.", "Give it valueDecimal.");
}

// One that says neither is refused: nobody knows then whether patients are to see the item.
bool ExtensionReader::read_flag(const Node& node) {
    const auto flag = extension_flag(node);
    if (!flag)
        reading_.error(node, "wrong-type",
                       "\"" + reading_.text(node, "url") + "\" says neither true nor false.",
                       "Give it valueBoolean.");
    return flag.value_or(false);
}

bool ExtensionReader::read_option_extension(const Node& node, std::string_view url,
                                            AnswerOption& option) {
    if (is_named(url, "ordinalValue") || is_named(url, "itemWeight") || is_named(url, "CO-value"))
        read_weight(node, url, option);
    else if (url == urls::kOptionExclusive)
        option.exclusive = read_flag(node);
    else if (url == urls::kOptionPrefix || is_named(url, "valueset-label"))
        option.prefix = extension_words(node).value_or("");
    else if (url == urls::kItemAnswerMedia)
        read_media(node, option.media);
    else
        return false;
    return true;
}

bool ExtensionReader::read_range(const Node& node, std::string_view url, Item& item,
                                 ItemExpressions& found) {
    if (url == urls::kMinValue || is_named(url, "minQuantity"))
        read_limit(node, item.min_value, found.least);
    else if (url == urls::kMaxValue || is_named(url, "maxQuantity"))
        read_limit(node, item.max_value, found.greatest);
    else
        return false;
    return true;
}

// What an answer has to be like.
bool ExtensionReader::read_rule(const Node& node, std::string_view url, Item& item,
                                ItemExpressions& found) {
    if (read_range(node, url, item, found)) return true;
    if (url == urls::kMinLength)
        read_count(node, item.min_length);
    else if (url == urls::kMinOccurs)
        read_count(node, item.min_occurs);
    else if (url == urls::kMaxOccurs)
        read_count(node, item.max_occurs);
    else if (url == urls::kMaxDecimalPlaces)
        read_count(node, item.max_decimal_places);
    else if (url == urls::kRegex)
        read_regex(node, item);
    else if (url == urls::kUnit || url == urls::kUnitOption)
        read_unit(node, item);
    else
        return false;
    return true;
}

// What is shown in finished forms alone is asked of nobody.
void ExtensionReader::read_usage(const Node& node, Item& item) {
    const std::string mode = code_of(node);
    if (mode != "display" && mode != "display-non-empty") return;
    item.hidden = true;
    reading_.advice(node, "not-asked",
                    "its usageMode is \"" + mode + "\", so it is left out while answering.",
                    "It can stay; remove usageMode if patients are to see it.");
}

/// Words beside a question.
bool ExtensionReader::read_words(const Node& node, std::string_view url, Item& item) {
    const auto take = [&](base::Localized& into) {
        const std::string key(extension_value(node).key);
        if (key.empty() || string_in(node.find(key)) == nullptr) return true;
        std::map<std::string, std::string> plain;
        const base::Localized written = reading_.localized(node, key);
        for (const auto& [language, words] : written.all()) plain[language] = without_markup(words);
        if (into.empty() && !plain.empty()) into = base::Localized(std::move(plain));
        return true;
    };
    if (url == urls::kEntryFormat) return take(item.entry_format);
    if (!is_question(item)) return false;
    if (is_named(url, "instruction") || is_named(url, "sublabel")) return take(item.instruction);
    if (is_named(url, "validationtext")) return take(item.complaint);
    if (is_named(url, "openLabel")) return take(item.open_label);
    return false;
}

bool ExtensionReader::read_item_extension(const Node& node, std::string_view url, Item& item,
                                          ItemExpressions& found) {
    if (url == urls::kItemControl)
        read_control(node, item);
    else if (is_named(url, "questionnaire-hidden"))
        item.hidden = read_flag(node) || item.hidden;
    else if (url == urls::kItemMedia)
        read_media(node, item.media);
    else if (url == urls::kSliderStep)
        read_step(node, item);
    else if (is_named(url, "displayCategory"))
        read_category(node, item);
    else if (is_named(url, "keyboard"))
        read_keys(node, item);
    else if (is_named(url, "cqf-expression"))
        tell_not_filled_in(node, std::string(url), reading_);
    else if (is_named(url, "usageMode"))
        read_usage(node, item);
    else if (!read_words(node, url, item))
        return read_item_expression(node, url, reading_, found) ||
               read_rule(node, url, item, found);
    return true;
}

void ExtensionReader::read_item(const Node& node, Item& item, ItemExpressions& expressions) {
    fine_step_ = false;
    for (const Node* entry : reading_.maps(node, "extension")) {
        const std::string url = reading_.text(*entry, "url");
        check_type(*entry, url, reading_);
        if (!read_item_extension(*entry, url, item, expressions)) set_aside(*entry, {}, reading_);
    }
    if (!fine_step_ || item.control != ItemControl::slider) return;
    item.control = ItemControl::none;
    reading_.warning(node, "slider-step",
                     "a slider's steps are whole numbers here, so it is asked as a number.",
                     "Give it a step of 1 or more, or remove the itemControl.");
}

// An option's extensions stand on it or, in R4's own examples, on its valueCoding.
void ExtensionReader::read_option(const Node& node, AnswerOption& option) {
    for (const Node* holder : {&node, node.find("valueCoding")}) {
        if (holder == nullptr || !holder->is(Node::Kind::map)) continue;
        for (const Node* entry : reading_.maps(*holder, "extension")) {
            const std::string url = reading_.text(*entry, "url");
            check_type(*entry, url, reading_);
            if (!read_option_extension(*entry, url, option)) set_aside(*entry, {}, reading_);
        }
    }
}

}  // namespace candor::screening
