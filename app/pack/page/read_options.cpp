#include "pack/page/read_options.h"

#include <algorithm>
#include <array>
#include <span>

#include "pack/folder/fields.h"
#include "pack/page/localized_file.h"

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

class OptionsReader {
  public:
    explicit OptionsReader(const LanguageReading& as) : as_(as), shape_(as.shape) {}

    Options read(const YamlNode& file);

  private:
    std::string plain(const Fields& fields, std::string_view key, Need need) {
        return as_.said(fields, key, need).words;
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

    const LanguageReading& as_;
    Report& shape_;
};

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
    tell_unfit_ids(out.options, "options", shape_);
    tell_unfit_ids(out.values, "values", shape_);
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
    const SaidWords text = as_.said(fields, "text", Need::optional);
    out.line = text.line == 0 ? node->line : text.line;
    out.text = as_.rich(text);
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
    const auto link =
        as_.links.resolve("source:" + id, number.line_of("source"), as_.language, shape_);
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
    OptionsByLanguage out;
    const auto read = [&out](const YamlNode& file, const LanguageReading& as) {
        out.emplace(as.language, OptionsReader(as).read(file));
    };
    if (!read_in_each_language(folder, kOptionsFile, languages, links, findings, read))
        return std::nullopt;
    return out;
}

}  // namespace candor::pack
