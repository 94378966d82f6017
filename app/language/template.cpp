#include "language/template.h"

#include <algorithm>

namespace candor::language {
namespace {

/// "home.title" and "What would you like to know?" of `home.title: "What would you like to know?"`.
struct TextLine {
    std::string_view key, text;
};

TextLine split(std::string_view line) {
    const auto colon = line.find(": \"");
    if (line.starts_with('#') || colon == std::string_view::npos || !line.ends_with('"')) return {};
    return {line.substr(0, colon), line.substr(colon + 3, line.size() - colon - 4)};
}

}  // namespace

std::string strings_to_fill(std::string_view english, std::string_view head) {
    std::string out(head);
    bool in_head = true;
    while (!english.empty()) {
        const auto end = std::min(english.find('\n'), english.size());
        const std::string_view line = english.substr(0, end);
        english.remove_prefix(std::min(end + 1, english.size()));
        in_head = in_head && line.starts_with('#');
        if (in_head) continue;
        const auto [key, text] = split(line);
        if (key.empty())
            out += std::string(line) + '\n';
        else
            out += "# " + std::string(text) + '\n' + std::string(key) + ": \"\"\n";
    }
    return out;
}

}  // namespace candor::language
