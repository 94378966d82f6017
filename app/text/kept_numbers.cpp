#include "text/kept_numbers.h"

#include <glib.h>

namespace candor::text {
namespace {

/// Of valid UTF-8; 0 where the text ends.
gunichar character_at(std::string_view text, std::size_t byte) {
    return byte < text.size() ? g_utf8_get_char(text.data() + byte) : 0;
}

bool is_blank(gunichar character) { return character == ' ' || character == 0x2009; }

bool is_percent(gunichar character) {
    return character == '%' || character == 0x2030 || character == 0x066A;  // ‰ ٪
}

}  // namespace

std::vector<Kept> kept_numbers(std::string_view text) {
    const auto past = [&](std::size_t byte) {
        return static_cast<std::size_t>(g_utf8_next_char(text.data() + byte) - text.data());
    };
    std::vector<Kept> kept;
    for (std::size_t digit = 0; digit < text.size(); digit = past(digit)) {
        if (!g_unichar_isdigit(character_at(text, digit))) continue;
        const std::size_t next = past(digit);
        if (next >= text.size()) break;
        const std::size_t after = past(next);
        if (is_blank(character_at(text, next)) && is_percent(character_at(text, after)))
            kept.push_back({digit, past(after)});
    }
    return kept;
}

}  // namespace candor::text
