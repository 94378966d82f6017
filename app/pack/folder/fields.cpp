#include "pack/folder/fields.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "pack/folder/edit_distance.h"

namespace candor::pack {
namespace {

std::string listing(const std::vector<std::string_view>& words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
        out += words[i];
    }
    return out;
}

std::optional<int> whole_number_of(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

const std::vector<YamlNode> kNone;

/// A map of language codes to words.
base::Localized read_localized(const YamlNode& node, std::string_view name, Report& report) {
    std::map<std::string, std::string> texts;
    for (std::size_t i = 0; i < node.keys.size() && i < node.items.size(); ++i) {
        const auto& [code, line] = node.keys[i];
        if (!is_language_code(code))
            report.warning(line, "language-code",
                           in_quotes(code) + " under “" + std::string(name) + "” is no language.",
                           "Use a code such as en, tr, ar, de or es.");
        else if (!node.items[i].is_scalar() || node.items[i].text.empty())
            report.warning(line, "empty-text",
                           "“" + std::string(name) + "” has no words in " + in_quotes(code) + ".",
                           "Write them, or delete this line.");
        else
            texts[code] = node.items[i].text;
    }
    return base::Localized(std::move(texts));
}

}  // namespace

Fields::Fields(const YamlNode& node, std::string what, std::vector<std::string_view> known,
               Report& report)
    : node_(node), what_(std::move(what)), report_(report) {
    if (!is_map()) {
        report_.error(node.line, "wrong-type", "Here stands no " + what_ + ".",
                      "Write it as “key: value” lines: " + listing(known) + ".");
        return;
    }
    for (const auto& key : node.keys) {
        if (std::find(known.begin(), known.end(), key.name) != known.end()) continue;
        const auto near = nearest(key.name, known);
        report_.warning(key.line, "unknown-key", what_ + " has no key " + in_quotes(key.name) + ".",
                        near.empty() ? "Known keys are " + listing(known) + "."
                                     : "Did you mean “" + std::string(near) + "”?");
    }
}

int Fields::line_of(std::string_view key) const {
    for (const auto& known : node_.keys)
        if (known.name == key) return known.line;
    return node_.line;
}

void Fields::missing(std::string_view key, Need need) const {
    if (need == Need::optional || !is_map()) return;
    const std::string message = what_ + " has no “" + std::string(key) + "”.";
    const std::string remedy = "Add a line “" + std::string(key) + ": …”.";
    if (need == Need::required)
        report_.error(line_of(key), "missing-key", message, remedy);
    else
        report_.warning(line_of(key), "missing-key", message, remedy);
}

void Fields::unfit(std::string_view key, const std::string& should_be) const {
    report_.error(line_of(key), "wrong-value",
                  "The “" + std::string(key) + "” of " + what_ + " should be " + should_be + ".",
                  "Change the value after “" + std::string(key) + ":”.");
}

const YamlNode* Fields::value(std::string_view key, Wanted wanted, Need need) const {
    const YamlNode* node = node_.find(key);
    if (node == nullptr) {
        missing(key, need);
        return nullptr;
    }
    const bool fits = wanted == Wanted::scalar ? node->is_scalar()
                      : wanted == Wanted::list ? node->is(YamlNode::Kind::list)
                                               : node->is(YamlNode::Kind::map);
    if (fits) return node;
    unfit(key, wanted == Wanted::scalar ? "words or a number"
               : wanted == Wanted::list ? "a list, each item on a line with “- ”"
                                        : "a map of “key: value” lines");
    return nullptr;
}

std::string Fields::text(std::string_view key, Need need) const {
    const YamlNode* node = value(key, Wanted::scalar, need);
    if (node == nullptr) return {};
    if (node->text.find_first_not_of(" \t\n") == std::string::npos) missing(key, need);
    return node->text;
}

std::string Fields::choice(std::string_view key, const std::vector<std::string_view>& choices,
                           Need need) const {
    const std::string given = text(key, need);
    if (std::find(choices.begin(), choices.end(), given) != choices.end()) return given;
    if (!given.empty()) {
        const auto near = nearest(given, choices);
        report_.warning(line_of(key), "unknown-value",
                        "The “" + std::string(key) + "” of " + what_ + " is " + in_quotes(given) +
                            "; it should be " + listing(choices) + ".",
                        near.empty() ? "" : "Did you mean “" + std::string(near) + "”?");
    }
    return std::string(choices.front());
}

int Fields::whole_number(std::string_view key, int least, int most, int fallback, Need need) const {
    const std::string given = text(key, need);
    if (given.empty()) return fallback;
    const auto value = whole_number_of(given);
    if (value && *value >= least && *value <= most) return *value;
    unfit(key, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return fallback;
}

bool Fields::flag(std::string_view key) const {
    const std::string given = text(key, Need::optional);
    if (!given.empty() && given != "true" && given != "false") unfit(key, "true or false");
    return given == "true";
}

std::string Fields::date(std::string_view key, Need need) const {
    const std::string given = text(key, need);
    if (given.empty() || is_date(given)) return given;
    report_.warning(line_of(key), "bad-date",
                    "The “" + std::string(key) + "” of " + what_ + " is " + in_quotes(given) +
                        ", which is no day of the calendar.",
                    "Write year, month and day: 2026-11-22.");
    return {};
}

base::Localized Fields::localized(std::string_view key, Need need) const {
    const YamlNode* node = value(key, Wanted::map, need);
    return node == nullptr ? base::Localized{} : read_localized(*node, key, report_);
}

std::vector<std::string> Fields::texts(std::string_view key, Need need) const {
    std::vector<std::string> out;
    for (const auto& item : list(key, need)) {
        if (item.is_scalar())
            out.push_back(item.text);
        else
            unfit(key, "a list of words");
    }
    return out;
}

const std::vector<YamlNode>& Fields::list(std::string_view key, Need need) const {
    const YamlNode* node = value(key, Wanted::list, need);
    if (node == nullptr) return kNone;
    if (node->items.empty()) missing(key, need);
    return node->items;
}

const YamlNode* Fields::map(std::string_view key, Need need) const {
    return value(key, Wanted::map, need);
}

bool is_id(std::string_view id) {
    return !id.empty() && id.size() <= 64 && id.front() != '-' && id.back() != '-' &&
           std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto year = whole_number_of(text.substr(0, 4)),
               month = whole_number_of(text.substr(5, 2)), day = whole_number_of(text.substr(8, 2));
    if (!year || !month || !day || *month < 1 || *day < 1) return false;
    using namespace std::chrono;
    return year_month_day{std::chrono::year{*year}, std::chrono::month(unsigned(*month)),
                          std::chrono::day(unsigned(*day))}
        .ok();
}

}  // namespace candor::pack
