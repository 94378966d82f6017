#include "document/yaml_text.h"

#include <algorithm>

namespace candor::document {

std::size_t characters_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

int line_ends(std::string_view text, std::size_t at) {
    int count = 0;
    for (std::size_t i = 0; i < at && i < text.size(); ++i)
        if (text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n")) ++count;
    return count;
}

std::optional<std::size_t> find_old_line_end(std::string_view text) {
    for (const std::string_view mark : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"})
        if (const auto at = text.find(mark); at != std::string_view::npos) return at;
    return std::nullopt;
}

std::optional<std::size_t> find_tag_directive(std::string_view text) {
    constexpr std::string_view kTag = "%TAG";
    for (auto at = text.find(kTag); at != std::string_view::npos; at = text.find(kTag, at + 1))
        if (at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r') return at;
    return std::nullopt;
}

}  // namespace candor::document
