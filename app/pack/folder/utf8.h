#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace candor::pack {

inline constexpr char32_t kInvalidCodePoint = 0xFFFFFFFF;

/// The code point at byte `at`, which moves behind it. Bytes that are not UTF-8 (overlong forms and
/// surrogates too) give kInvalidCodePoint, one byte at a time. `at` must be inside the text.
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_utf8(std::string& out, char32_t code_point);

/// The last start of a character at or before byte `at`.
std::size_t boundary_before(std::string_view text, std::size_t at);

}  // namespace candor::pack
