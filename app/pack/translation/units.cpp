#include "pack/translation/units.h"

#include <algorithm>
#include <array>

#include "document/yaml_places.h"

namespace candor::pack {
namespace {

struct PageLine {
    std::size_t begin = 0, end = 0;  ///< without its end
    int number = 1;
};

std::vector<PageLine> page_lines(std::string_view text) {
    std::vector<PageLine> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back({at, end, static_cast<int>(lines.size()) + 1});
        at = end + 1;
    }
    return lines;
}

bool is_blank_line(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// Bytes of a list's mark with the blanks around it; 0: the line begins no item.
std::size_t mark_of_item(std::string_view line) {
    auto at = line.find_first_not_of(' ');
    if (at == std::string_view::npos) return 0;
    if (std::string_view("-*+").find(line[at]) != std::string_view::npos) {
        ++at;
    } else {
        const auto behind = line.find_first_not_of("0123456789", at);
        if (behind == at || behind == std::string_view::npos || behind - at > 9) return 0;
        if (line[behind] != '.' && line[behind] != ')') return 0;
        at = behind + 1;
    }
    const auto words = line.find_first_not_of(' ', at);
    return words == at || words == std::string_view::npos ? 0 : words;
}

/// Ids, files and numbers are no words.
bool is_word_value(const document::YamlPlace& place) {
    static constexpr std::array<std::string_view, 15> kNoWords{
        "id",   "image", "icon",   "tint", "right", "count", "of",      "hairs",
        "kind", "page",  "source", "show", "day",   "blank", "distress"};
    if (place.text.empty() || place.path.empty()) return false;
    const auto named = std::find_if(place.path.rbegin(), place.path.rend(), [](const auto& step) {
        return step.name.find_first_not_of("0123456789") != std::string::npos;
    });
    return named == place.path.rend() ||
           std::find(kNoWords.begin(), kNoWords.end(), named->name) == kNoWords.end();
}

class PageUnits {
  public:
    explicit PageUnits(std::string_view text) : text_(text), lines_(page_lines(text)) {}

    std::vector<Unit> units() {
        if (at_ < lines_.size() && line().starts_with("---")) front_matter();
        while (at_ < lines_.size()) block();
        return std::move(units_);
    }

  private:
    std::string_view line() const { return line(at_); }
    std::string_view line(std::size_t at) const {
        return text_.substr(lines_[at].begin, lines_[at].end - lines_[at].begin);
    }

    void front_matter() {
        const std::size_t first = ++at_;
        while (at_ < lines_.size() && !line().starts_with("---")) ++at_;
        values("", first, at_);
        ++at_;
    }

    /// The values of the YAML in these lines.
    void values(const std::string& of, std::size_t first, std::size_t behind) {
        if (first >= behind) return;
        const auto begin = lines_[first].begin;
        const auto yaml = text_.substr(begin, lines_[behind - 1].end - begin);
        for (const auto& place : document::yaml_places(yaml)) {
            if (!is_word_value(place)) continue;
            std::string kind = of;
            for (const auto& step : place.path) kind += (kind.empty() ? "" : ".") + step.name;
            units_.push_back({std::move(kind), begin + place.begin, begin + place.end,
                              lines_[first].number + place.line - 1, place.text, "", true});
        }
    }

    void block() {
        const auto words = line();
        if (is_blank_line(words))
            ++at_;
        else if (words.starts_with("```") || words.starts_with("~~~"))
            fenced();
        else if (words.starts_with('#'))
            heading();
        else if (words.starts_with('|'))
            row();
        else if (words.starts_with('>'))
            quote();
        else if (const auto mark = mark_of_item(words))
            paragraph("item", mark, "");
        else
            paragraph("paragraph", words.find_first_not_of(' '), "");
    }

    void fenced() {
        const auto fence = line().substr(0, 3);
        const std::string name(line().substr(3));
        const std::size_t first = ++at_;
        while (at_ < lines_.size() && !line().starts_with(fence)) ++at_;
        values(name, first, at_);
        ++at_;
    }

    void heading() {
        const auto from = line().find_first_not_of("# ");
        if (from != std::string_view::npos) add("heading", from, line().size());
        ++at_;
    }

    /// Cell by cell; the line of dashes has none.
    void row() {
        const auto words = line();
        if (words.find_first_not_of(" |:-") == std::string_view::npos) {
            ++at_;
            return;
        }
        for (std::size_t from = 1; from < words.size();) {
            std::size_t to = from;
            while (to < words.size() && words[to] != '|') to += words[to] == '\\' ? 2 : 1;
            add("cell", from, std::min(to, words.size()));
            from = to + 1;
        }
        ++at_;
    }

    void quote() {
        const auto words = line();
        const auto from = words.find_first_not_of("> ");
        if (from == std::string_view::npos) {
            ++at_;
            return;
        }
        if (words.substr(from).starts_with("[!")) {
            const auto mark = words.find(']', from);
            if (mark != std::string_view::npos) add("box heading", mark + 1, words.size());
            ++at_;
            return;
        }
        paragraph("box", from, "> ");
    }

    /// Does the line go on with what stands before it?
    /// `item`: where the words of the item begin that it would go on with; 0: of no item.
    bool goes_on(std::size_t at, const std::string& prefix, std::size_t item) const {
        auto words = line(at);
        if (!prefix.empty()) {
            if (!words.starts_with('>')) return false;
            words = words.substr(std::min(words.find_first_not_of("> "), words.size()));
        }
        return !is_blank_line(words) && !words.starts_with("```") && !words.starts_with("~~~") &&
               !words.starts_with('#') && !words.starts_with('>') && !starts_item(words, item);
    }

    /// In a paragraph a number begins a list where it is 1 alone (CommonMark 5.2): "…,
    /// since\n2007."
    static bool starts_item(std::string_view words, std::size_t item) {
        if (mark_of_item(words) == 0) return false;
        const auto mark = words.find_first_not_of(' ');
        const bool in_item = item > 0 && mark >= item;
        if (item > 0 && !in_item) return true;
        return std::string_view("-*+").find(words[mark]) != std::string_view::npos ||
               words.substr(mark).starts_with("1.") || words.substr(mark).starts_with("1)");
    }

    void paragraph(const char* kind, std::size_t from, const std::string& prefix) {
        const std::size_t first = at_;
        const std::size_t item = mark_of_item(line()) > 0 && prefix.empty() ? from : 0;
        std::string words(line().substr(from));
        std::string further = prefix.empty() && from > 0 ? std::string(from, ' ') : prefix;
        for (++at_; at_ < lines_.size() && goes_on(at_, prefix, item); ++at_) {
            const auto next = line();
            const auto start = next.find_first_not_of(prefix.empty() ? " " : "> ");
            if (at_ == first + 1) further = next.substr(0, start);
            const bool hard = words.ends_with("  ") || words.ends_with('\\');
            words.erase(words.find_last_not_of(hard && words.ends_with('\\') ? "\\" : " ") + 1);
            words += hard ? '\n' : ' ';
            words += next.substr(start);
        }
        const auto begin = lines_[first].begin + from, end = lines_[at_ - 1].end;
        units_.push_back({kind, begin, end, lines_[first].number, std::move(words), further});
        trim(units_.back());
    }

    void add(const char* kind, std::size_t from, std::size_t to) {
        const auto begin = lines_[at_].begin + from, end = lines_[at_].begin + to;
        Unit unit{
            kind, begin, end, lines_[at_].number, std::string(text_.substr(begin, end - begin)),
            ""};
        trim(unit);
        if (!unit.text.empty()) units_.push_back(std::move(unit));
    }

    static void trim(Unit& unit) {
        const auto from = unit.text.find_first_not_of(" \t\r");
        if (from == std::string::npos) return unit.text.clear();
        const auto behind = unit.text.find_last_not_of(" \t\r") + 1;
        unit.end -= unit.text.size() - behind;
        unit.begin += from;
        unit.text = unit.text.substr(from, behind - from);
    }

    std::string_view text_;
    std::vector<PageLine> lines_;
    std::size_t at_ = 0;
    std::vector<Unit> units_;
};

}  // namespace

std::vector<Unit> units_of_page(std::string_view page) { return PageUnits(page).units(); }

std::string written(const Unit& unit, std::string_view words) {
    std::string out = unit.is_value ? "\"" : "";
    for (const char c : words) {
        if (unit.is_value && (c == '"' || c == '\\')) out += '\\';
        if (c != '\n')
            out += c;
        else if (unit.is_value)
            out += "\\n";
        else
            out += "  \n" + unit.prefix;
    }
    if (unit.is_value) out += '"';
    return out;
}

std::string with_words(std::string_view file, const std::vector<Unit>& units,
                       const std::vector<std::string>& words) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < units.size() && i < words.size(); ++i) {
        if (words[i].empty() || words[i] == units[i].text) continue;
        out += file.substr(at, units[i].begin - at);
        out += written(units[i], words[i]);
        at = units[i].end;
    }
    out += file.substr(at);
    return out;
}

}  // namespace candor::pack
