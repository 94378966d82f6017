#include "pack/page/read_options.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_set>

#include "pack/folder/fields.h"
#include "pack/page/markdown.h"

namespace candor::pack {
namespace {

constexpr std::array<std::string_view, kOptionRows> kRows{
    "suits", "chance", "sure", "harms", "starts", "stops", "effort", "price", "approved"};
constexpr std::size_t kFewestOptions = 2, kMostOptions = 24, kMostValues = 12;
constexpr int kMostPeople = 1'000, kMostWeeks = 520, kMostMonths = 240;

/// The place of a name in a list; -1: none.
template <typename Names>
int place_of(const Names& names, std::string_view name) {
    const auto found = std::find(std::begin(names), std::end(names), name);
    return found == std::end(names) ? -1 : static_cast<int>(found - std::begin(names));
}

/// One language's reading of the file. What is no word is alike in all of them and is told once,
/// into `shape`; `words` gets what is wrong with the words themselves.
class OptionsReader {
  public:
    struct Reports {
        Report& shape;
        Report& words;
    };
    OptionsReader(std::string language, const std::vector<std::string>& languages, Links& links,
                  Reports reports)
        : language_(std::move(language)),
          languages_(languages),
          links_(links),
          shape_(reports.shape),
          words_(reports.words) {}

    Options read(const YamlNode& file);

  private:
    /// Words in this language, and their line; in another where it has none.
    struct Said {
        std::string words;
        int line = 0;
    };
    Said said(const Fields& fields, std::string_view key, Need need);
    std::string plain(const Fields& fields, std::string_view key, Need need) {
        return said(fields, key, need).words;
    }
    void labels(const Fields& top, Options& out);
    Option option(const YamlNode& node);
    void cell(const Fields& option, std::size_t row, OptionCell& out);
    OptionBlank blank(const Fields& cell, OptionRow row);
    Certainty certainty(const Fields& cell, OptionRow row);
    OptionNumber number(const YamlNode& node);
    RichText source(const Fields& number);
    OptionValue value(const YamlNode& node);
    /// One of `names` by its place; -1, with a finding, for another.
    int one_of(const Fields& fields, std::string_view key, std::span<const std::string_view> names);
    void count(int line, std::size_t found, std::size_t least, std::size_t most, const char* what);
    template <typename Part>
    void unique_ids(const std::vector<Part>& parts, const char* what);

    std::string language_;
    const std::vector<std::string>& languages_;
    Links& links_;
    Report& shape_;
    Report& words_;
};

OptionsReader::Said OptionsReader::said(const Fields& fields, std::string_view key, Need need) {
    const base::Localized all = fields.localized(key, need);
    const YamlNode* node = fields.map(key, Need::optional);
    if (all.empty() || node == nullptr) return {};
    std::string missing;
    for (const auto& language : languages_)
        if (!all.has(language)) missing += (missing.empty() ? "" : ", ") + language;
    if (!missing.empty())
        shape_.warning(fields.line_of(key), "missing-translation",
                       "There are no words in " + missing + " for “" + std::string(key) + "”.",
                       "Translate it, or take the language off the list in pack.yaml.");
    const std::string& words = all.in(language_);
    for (std::size_t i = 0; i < node->items.size(); ++i)
        if (node->items[i].text == words) return {words, node->keys[i].line};
    return {words, node->line};
}

int OptionsReader::one_of(const Fields& fields, std::string_view key,
                          std::span<const std::string_view> names) {
    const std::string given = fields.text(key, Need::optional);
    if (given.empty()) return -1;
    const int place = place_of(names, given);
    if (place >= 0) return place;
    std::string listing;
    for (const auto& name : names) listing += (listing.empty() ? "" : ", ") + std::string(name);
    shape_.error(fields.line_of(key), "wrong-value",
                 in_quotes(given) + " is no “" + std::string(key) + "”.",
                 "Write one of: " + listing + ".");
    return -1;
}

void OptionsReader::count(int line, std::size_t found, std::size_t least, std::size_t most,
                          const char* what) {
    if (found >= least && found <= most) return;
    shape_.error(line, "option-count",
                 "Here are " + std::to_string(found) + " " + what + "; there should be " +
                     std::to_string(least) + " to " + std::to_string(most) + ".",
                 "Add some, or take some away.");
}

template <typename Part>
void OptionsReader::unique_ids(const std::vector<Part>& parts, const char* what) {
    std::unordered_set<std::string> seen;
    for (const auto& part : parts) {
        if (!is_id(part.id))
            shape_.error(part.line, "bad-id", in_quotes(part.id) + " cannot be an id.",
                         "Use a-z, 0-9 and “-”.");
        else if (!seen.insert(part.id).second)
            shape_.error(part.line, "duplicate-id",
                         std::string("Two ") + what + " have the id " + in_quotes(part.id) + ".",
                         "Change one of them.");
    }
}

Options OptionsReader::read(const YamlNode& file) {
    Options out;
    const Fields top(file, "The file", {"rows", "options", "values"}, shape_);
    if (!top.is_map()) return out;
    labels(top, out);
    for (const auto& node : top.list("options", Need::required))
        out.options.push_back(option(node));
    for (const auto& node : top.list("values", Need::optional)) out.values.push_back(value(node));
    count(top.line_of("options"), out.options.size(), kFewestOptions, kMostOptions, "options");
    count(top.line_of("values"), out.values.size(), 0, kMostValues, "values");
    unique_ids(out.options, "options");
    unique_ids(out.values, "values");
    return out;
}

void OptionsReader::labels(const Fields& top, Options& out) {
    const YamlNode* node = top.map("rows", Need::required);
    if (node == nullptr) return;
    const Fields rows(*node, "The rows", {kRows.begin(), kRows.end()}, shape_);
    for (std::size_t row = 0; row < kOptionRows; ++row)
        out.labels[row] = plain(rows, kRows[row], Need::required);
}

Option OptionsReader::option(const YamlNode& node) {
    std::vector<std::string_view> known{"id", "title", "summary", "tint", "treatment"};
    known.insert(known.end(), kRows.begin(), kRows.end());
    const Fields fields(node, "An option", known, shape_);
    Option out;
    out.line = node.line;
    if (!fields.is_map()) return out;
    out.id = fields.text("id", Need::required);
    out.tint = fields.choice("tint", {"", "mint", "sun", "sky", "peach", "plum"}, Need::optional);
    out.title = plain(fields, "title", Need::required);
    out.summary = plain(fields, "summary", Need::required);
    if (!fields.text("treatment", Need::optional).empty()) out.treatment = fields.flag("treatment");
    for (std::size_t row = 0; row < kOptionRows; ++row) cell(fields, row, out.cells[row]);
    return out;
}

void OptionsReader::cell(const Fields& option, std::size_t row, OptionCell& out) {
    const YamlNode* node = option.map(kRows[row], Need::required);
    if (node == nullptr) return;
    const Fields fields(*node, "A cell", {"text", "blank", "level", "number"}, shape_);
    out.blank = blank(fields, static_cast<OptionRow>(row));
    out.certainty = certainty(fields, static_cast<OptionRow>(row));
    if (const auto* counted = fields.map("number", Need::optional)) out.number = number(*counted);
    const Said text = said(fields, "text", Need::optional);
    out.line = text.line == 0 ? node->line : text.line;
    if (!text.words.empty())
        out.text = parse_words(text.words, {text.line, language_, links_, words_});
    const bool says = !out.text.empty() || out.number || out.certainty != Certainty::unsaid;
    if (!says && out.blank == OptionBlank::none)
        shape_.error(node->line, "empty-cell",
                     "The row “" + std::string(kRows[row]) + "” of this option says nothing.",
                     "Write words, or “blank: nobody-knows” or “blank: ask-for-the-price”.");
    if (says && out.blank != OptionBlank::none)
        shape_.error(node->line, "blank-with-words",
                     "The row “" + std::string(kRows[row]) + "” is blank and says something.",
                     "Keep one of the two.");
}

OptionBlank OptionsReader::blank(const Fields& cell, OptionRow row) {
    constexpr std::array<std::string_view, 2> kBlanks{"nobody-knows", "ask-for-the-price"};
    const int place = one_of(cell, "blank", kBlanks);
    if (place < 0) return OptionBlank::none;
    const auto found = static_cast<OptionBlank>(place + 1);
    if (found == OptionBlank::ask_for_the_price && row != OptionRow::price)
        shape_.error(cell.line_of("blank"), "wrong-value", "Here no price is told.",
                     "“ask-for-the-price” is for the row “price” alone.");
    return found;
}

Certainty OptionsReader::certainty(const Fields& cell, OptionRow row) {
    constexpr std::array<std::string_view, 4> kLevels{"very-low", "low", "fair", "good"};
    const int place = one_of(cell, "level", kLevels);
    if (place >= 0 && row != OptionRow::sure)
        shape_.error(cell.line_of("level"), "wrong-value", "Here no certainty is told.",
                     "“level” is for the row “sure” alone.");
    return static_cast<Certainty>(place + 1);
}

OptionNumber OptionsReader::number(const YamlNode& node) {
    const Fields fields(node, "A number",
                        {"of", "with", "without", "weeks", "months", "who", "instead", "source"},
                        shape_);
    OptionNumber out;
    out.of = fields.whole_number("of", 1, kMostPeople, 100, Need::required);
    out.with = fields.whole_number("with", 0, out.of, 0, Need::required);
    const int without = fields.whole_number("without", 0, out.of, -1, Need::optional);
    if (without >= 0) out.without = without;
    out.weeks = fields.whole_number("weeks", 1, kMostWeeks, 0, Need::optional);
    out.months = fields.whole_number("months", 1, kMostMonths, 0, Need::optional);
    if (out.weeks > 0 && out.months > 0)
        shape_.error(fields.line_of("weeks"), "wrong-value", "It says weeks and months.",
                     "Keep one of the two.");
    out.who = plain(fields, "who", Need::required);
    out.instead = plain(fields, "instead", out.without ? Need::required : Need::optional);
    out.source = source(fields);
    return out;
}

RichText OptionsReader::source(const Fields& number) {
    const std::string id = number.text("source", Need::required);
    if (id.empty()) return {};
    const auto link = links_.resolve("source:" + id, number.line_of("source"), language_, shape_);
    if (link.kind != LinkKind::source) return {};
    return {Run{.link = LinkKind::source, .target = link.target}};
}

OptionValue OptionsReader::value(const YamlNode& node) {
    const Fields fields(node, "A value", {"id", "title", "rows"}, shape_);
    OptionValue out;
    out.line = node.line;
    if (!fields.is_map()) return out;
    out.id = fields.text("id", Need::required);
    out.title = plain(fields, "title", Need::required);
    for (const auto& name : fields.texts("rows", Need::required)) {
        const int row = place_of(kRows, name);
        if (row >= 0)
            out.rows.push_back(static_cast<OptionRow>(row));
        else
            shape_.error(fields.line_of("rows"), "wrong-value",
                         "There is no row " + in_quotes(name) + ".",
                         "Name rows of this file, such as “price”.");
    }
    return out;
}

}  // namespace

std::string_view name_of(OptionRow row) { return kRows[static_cast<std::size_t>(row)]; }

std::optional<OptionsByLanguage> read_options(PackFolder& folder,
                                              const std::vector<std::string>& languages,
                                              Links& links, base::Findings& findings) {
    if (!folder.has(kOptionsFile)) return std::nullopt;
    Report words(kOptionsFile, findings);
    const auto text = folder.read_text(kOptionsFile, words);
    if (!text) return std::nullopt;
    const auto file = parse_yaml(*text, 1, words);
    if (!file) return std::nullopt;
    OptionsByLanguage out;
    for (const auto& language : languages) {
        base::Findings told;  // by the first of them
        Report again(kOptionsFile, told);
        Report& shape = out.empty() ? words : again;
        OptionsReader reader(language, languages, links, {shape, words});
        Options read = reader.read(*file);
        out.emplace(language, std::move(read));
    }
    if (words.failed()) return std::nullopt;
    return out;
}

}  // namespace candor::pack
