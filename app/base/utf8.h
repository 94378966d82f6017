#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace candor::base {

inline constexpr char32_t kInvalidCodePoint = 0xFFFFFFFF;

/// Bytes of the well-formed UTF-8 character (RFC 3629) that starts `text`; 0 if there is none.
std::size_t utf8_length(std::string_view text);
bool is_utf8(std::string_view text);
/// Characters (code points) in well-formed text.
std::size_t utf8_count(std::string_view text);

/// The code point at byte `at`, which moves behind it. Bytes that are not UTF-8 (overlong forms and
/// surrogates too) give kInvalidCodePoint, one byte at a time. `at` must be inside the text.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& out, char32_t code_point);

/// Is it a byte that goes on with a character, and starts none?
constexpr bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}
/// The last start of a character at or before byte `at`.
std::size_t boundary_before(std::string_view text, std::size_t at);

/// Where a caret can stand before and after byte `at`, and what Backspace takes: never inside what
/// people see as one letter (Unicode UAX #29, extended grapheme clusters): accents, harakat, emoji
/// with skin tones and joiners, flags, blocks of Hangul.
std::size_t letter_before(std::string_view text, std::size_t at);
std::size_t letter_after(std::string_view text, std::size_t at);
/// Such letters in the text.
std::size_t letter_count(std::string_view text);
/// The whole letters of its start that fit into so many bytes.
std::string_view letters_within(std::string_view text, std::size_t bytes);

}  // namespace candor::base
