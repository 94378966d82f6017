#include "pack/page/table_lines.h"

#include <string>

#include "pack/page/rich_text.h"

namespace candor::pack {
namespace {

std::string_view trimmed(std::string_view line) {
    const auto from = line.find_first_not_of(" \t");
    if (from == std::string_view::npos) return {};
    return line.substr(from, line.find_last_not_of(" \t") - from + 1);
}

/// "|---|:-:|", "--- | ---"
bool is_line_of_dashes(std::string_view line) {
    return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
           line.find_first_not_of(" \t|:-") == std::string_view::npos;
}

}  // namespace

std::size_t cells_of_line(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with('|')) line.remove_prefix(1);
    if (line.ends_with('|') && !line.ends_with("\\|")) line.remove_suffix(1);
    std::size_t cells = 1;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\')
            ++at;
        else if (line[at] == '`')
            at = std::min(line.find('`', at + 1), line.size());
        else if (line[at] == '|')
            ++cells;
    }
    return cells;
}

std::optional<int> first_table_line(const RichText& paragraph) {
    std::string words;
    for (const auto& run : paragraph) words += run.text;
    int number = 0;
    for (std::size_t at = 0; at <= words.size(); ++number) {
        const auto end = std::min(words.find(kSoftBreak, at), words.size());
        const auto line = trimmed(std::string_view(words).substr(at, end - at));
        if (line.starts_with('|')) return number;
        // The line of dashes of a table without outer bars: its head is the line before.
        if (is_line_of_dashes(line)) return number > 0 ? number - 1 : 0;
        at = end + 1;
    }
    return std::nullopt;
}

}  // namespace candor::pack
