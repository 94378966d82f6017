#include "consult/request/plain_text.h"

#include <cstdint>

#include "base/secret_string.h"
#include "base/utf8.h"

namespace candor::consult {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_control(std::string_view character) {
    const auto c = static_cast<unsigned char>(character[0]);
    if (character.size() == 2) return c == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
    return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

bool is_blank(std::string_view character) {
    return character == " " || character == "\t" || character == "\n" || character == "\u00A0" ||
           character == "\u3000";
}

/// The digit that a two-byte character stands for (U+0660-0669, U+06F0-06F9); -1: none.
int arabic_digit(std::string_view character) {
    if (character.size() != 2) return -1;
    const auto lead = static_cast<unsigned char>(character[0]);
    const auto tail = static_cast<unsigned char>(character[1]);
    if (lead == 0xD9 && tail >= 0xA0 && tail <= 0xA9) return tail - 0xA0;
    if (lead == 0xDB && tail >= 0xB0 && tail <= 0xB9) return tail - 0xB0;
    return -1;
}

bool is_direction_mark(std::string_view c) {
    return c == "\u200E" || c == "\u200F" || c == "\u061C" ||
           (c.size() == 3 &&
            ((c >= "\u202A" && c <= "\u202E") || (c >= "\u2066" && c <= "\u2069")));
}

/// Calls `each` with every character, wrong bytes as U+FFFD.
template <typename Each>
void for_each_character(std::string_view text, Each each) {
    while (!text.empty()) {
        const std::size_t length = base::utf8_length(text);
        each(length == 0 ? kReplacement : text.substr(0, length));
        text.remove_prefix(length == 0 ? 1 : length);
    }
}

}  // namespace

std::string plain_text(std::string_view typed) {
    std::string text;
    text.reserve(3 * typed.size());  // no copies left behind by growing
    std::size_t end = 0;
    for_each_character(typed, [&](std::string_view character) {
        if (is_control(character)) return;
        if (text.empty() && is_blank(character)) return;
        text += character;
        if (!is_blank(character)) end = text.size();
    });
    text.resize(end);
    return text;
}

std::string dialable(std::string_view typed) {
    std::string number;
    number.reserve(3 * typed.size());
    std::string text = plain_text(typed);
    for_each_character(text, [&](std::string_view character) {
        if (is_direction_mark(character)) return;
        const int digit = arabic_digit(character);
        if (digit >= 0)
            number += static_cast<char>('0' + digit);
        else
            number += character;
    });
    base::wipe(text);
    return number;
}

}  // namespace candor::consult
