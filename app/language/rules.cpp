#include "language/rules.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "document/yaml_file.h"

namespace candor::language {
namespace {

using document::Node;

constexpr std::size_t kMaxRulesBytes = 64U << 10, kMaxNameBytes = 60, kMaxWordBytes = 120;

/// Takes the file's values, each into its place.
class RulesReader {
  public:
    RulesReader(const Node& root, std::string file, base::Findings& findings)
        : root_(root), file_(std::move(file)), findings_(findings) {}

    void read(Rules& out) {
        if (!root_.is(Node::Kind::map))
            return wrong(root_.line, "The file holds no values.", "Write “name: …” and the rest.");
        known_keys();
        out.name = text("name", kMaxNameBytes, "Write the language's own name of itself.");
        direction(out);
        offered(out);
        plural(out);
        digits(out);
        out.decimal = text("decimal", kMaxWordBytes, "Write the decimal sign: \".\" or \",\".");
        out.minus = text("minus", kMaxWordBytes, "Write the minus sign: \"−\".");
        months(out);
        dates(out);
        capitals(out);
        voice(out);
    }

  private:
    void wrong(int line, std::string message, std::string remedy) {
        findings_.push_back({file_, line, base::Severity::error, "language-data",
                             std::move(message), std::move(remedy)});
    }
    void missing(const std::string& key, std::string remedy) {
        wrong(0, "“" + key + "” is missing.", std::move(remedy));
    }

    void known_keys() {
        constexpr std::array<std::string_view, 11> kKeys{
            "name",   "direction", "plural",   "digits", "decimal", "minus",
            "months", "dates",     "capitals", "offer",  "voice"};
        for (const auto& [key, line] : root_.keys)
            if (std::find(kKeys.begin(), kKeys.end(), key) == kKeys.end())
                findings_.push_back({file_, line, base::Severity::warning, "unknown-key",
                                     "“" + key + "” means nothing here.",
                                     "Delete the line, or correct the word."});
    }

    std::string text(const std::string& key, std::size_t most, const char* remedy) {
        const Node* node = root_.find(key);
        if (node == nullptr || (node->is_scalar() && node->text.empty()))
            return missing(key, remedy), std::string{};
        if (node->is_scalar() && node->text.size() <= most) return node->text;
        wrong(node->line, "“" + key + "” is too long, or no words.", remedy);
        return {};
    }

    /// One of two words.
    bool second_of(const std::string& key, const char* first, const char* second) {
        const std::string remedy = std::string("Write ") + first + " or " + second + ".";
        const std::string word = text(key, kMaxWordBytes, remedy.c_str());
        if (!word.empty() && word != first && word != second)
            wrong(root_.find(key)->line, "“" + key + "” is “" + word + "”.", remedy);
        return word == second;
    }

    void direction(Rules& out) {
        out.right_to_left = second_of("direction", "left-to-right", "right-to-left");
    }

    void offered(Rules& out) {
        if (root_.find("offer") != nullptr) out.offered = second_of("offer", "no", "yes");
    }

    void plural(Rules& out) {
        const Node* node = root_.find("plural");
        if (node == nullptr || !node->is(Node::Kind::map))
            return missing("plural", "Write the forms and their conditions as CLDR gives them.");
        for (std::size_t i = 0; i < node->keys.size(); ++i) {
            const auto& [name, line] = node->keys[i];
            if (name == "other") continue;  // what is left
            auto condition = node->items[i].is_scalar()
                                 ? PluralCondition::parse(node->items[i].text)
                                 : std::nullopt;
            if (!PluralRule::is_category(name))
                wrong(line, "There is no plural form “" + name + "”.",
                      "CLDR knows zero, one, two, few, many and other.");
            else if (!condition)
                wrong(line, "This is no condition of CLDR's plural rules.",
                      "Write it as CLDR does: n % 10 = 2..4 and n % 100 != 12..14");
            else
                out.plural.add(name, std::move(*condition));
        }
    }

    void digits(Rules& out) {
        const std::string all = text("digits", kMaxWordBytes, "Write the ten digits, from 0 to 9.");
        if (all.empty()) return;
        std::vector<std::string> each;
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t begin = at;
            base::next_code_point(all, at);
            each.push_back(all.substr(begin, at - begin));
        }
        if (each.size() != out.digits.size())
            return wrong(root_.find("digits")->line, "These are not ten digits.",
                         "Write them from 0 to 9: \"0123456789\"");
        std::move(each.begin(), each.end(), out.digits.begin());
    }

    void months(Rules& out) {
        const char* remedy = "Write the twelve months, from January to December.";
        const Node* node = root_.find("months");
        if (node == nullptr) return missing("months", remedy);
        const bool twelve =
            node->is(Node::Kind::list) && node->items.size() == out.months.size() &&
            std::all_of(node->items.begin(), node->items.end(), [](const Node& month) {
                return month.is_scalar() && !month.text.empty() &&
                       month.text.size() <= kMaxWordBytes;
            });
        if (!twelve) return wrong(node->line, "These are not the names of twelve months.", remedy);
        for (std::size_t i = 0; i < out.months.size(); ++i) out.months[i] = node->items[i].text;
    }

    /// A date's shape, with each of `parts` in it.
    std::string shape(const Node& dates, const char* key,
                      std::initializer_list<std::string_view> parts) {
        std::string all;
        for (const std::string_view part : parts)
            all += (all.empty() ? "" : " ") + std::string(part);
        const Node* node = dates.find(key);
        const bool whole = node != nullptr && node->is_scalar() &&
                           node->text.size() <= kMaxWordBytes &&
                           std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
                               return node->text.find(part) != std::string::npos;
                           });
        if (whole) return node->text;
        wrong(node == nullptr ? dates.line : node->line,
              "The date's shape “" + std::string(key) + "” is missing, or lacks a part.",
              "Put these in the order that the language has: " + all);
        return all;
    }

    void dates(Rules& out) {
        const Node* node = root_.find("dates");
        if (node == nullptr || !node->is(Node::Kind::map))
            return missing("dates", "Write the shapes of dates as in the English file.");
        out.day_month_year = shape(*node, "day-month-year", {"{day}", "{month}", "{year}"});
        out.month_year = shape(*node, "month-year", {"{month}", "{year}"});
        out.date_and_time = shape(*node, "and-time", {"{date}", "{time}"});
    }

    void capitals(Rules& out) {
        const Node* node = root_.find("capitals");
        if (node == nullptr) return;
        for (std::size_t i = 0; i < node->keys.size(); ++i) {
            const std::string& capital = node->items[i].text;
            if (!node->items[i].is_scalar() || capital.empty() || capital.size() > kMaxWordBytes)
                wrong(node->keys[i].line, "This is no capital letter.", "Write it so: i: İ");
            else
                out.capitals[node->keys[i].name] = capital;
        }
    }

    void voice(Rules& out) {
        if (root_.find("voice") != nullptr)
            out.voice = text("voice", kMaxNameBytes, "Write espeak-ng's name of a voice: tr");
    }

    const Node& root_;
    std::string file_;
    base::Findings& findings_;
};

}  // namespace

const std::string* Rules::word(std::string_view key) const {
    constexpr std::string_view kMonth = "month.";
    if (key.starts_with(kMonth)) {
        std::size_t month = 0;
        const std::string_view number = key.substr(kMonth.size());
        std::from_chars(number.data(), number.data() + number.size(), month);
        return month >= 1 && month <= months.size() ? &months[month - 1] : nullptr;
    }
    const std::pair<std::string_view, const std::string*> words[] = {
        {"language.name", &name},         {"date.day-month-year", &day_month_year},
        {"date.month-year", &month_year}, {"date.and-time", &date_and_time},
        {"number.decimal", &decimal},     {"number.minus", &minus}};
    for (const auto& [name_of_word, text] : words)
        if (name_of_word == key) return text;
    return nullptr;
}

Rules read_rules(const Node& root, const std::string& code, const std::string& file,
                 base::Findings& findings) {
    Rules out;
    out.code = code;
    RulesReader(root, file, findings).read(out);
    return out;
}

base::Result<std::shared_ptr<const Rules>> Rules::load(const std::filesystem::path& file,
                                                       const std::string& code) {
    const auto root = document::read_yaml_file(file, kMaxRulesBytes);
    if (!root) return tl::unexpected(root.error());
    base::Findings findings;
    auto rules = std::make_shared<Rules>(read_rules(*root, code, file.string(), findings));
    for (const auto& finding : findings)
        if (finding.severity == base::Severity::error)
            return document::wrong_format(file, finding.line, finding.message);
    return std::shared_ptr<const Rules>(std::move(rules));
}

}  // namespace candor::language
