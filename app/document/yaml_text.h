#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

namespace candor::document {

// What libyaml is not asked about a text: its marks count characters, and some texts are refused
// before it sees them. Places are bytes.

inline bool starts_character(char byte) { return (byte & 0xC0) != 0x80; }

/// As libyaml counts them: a CR and its LF are two.
std::size_t characters_of(std::string_view text);

/// Line ends before `at`: LF, CR, or both.
int line_ends(std::string_view text, std::size_t at);

/// U+0085, U+2028 or U+2029. libyaml ends lines there, as YAML 1.1 does; for YAML 1.2 they are
/// characters like others.
std::optional<std::size_t> find_old_line_end(std::string_view text);

/// A line that begins with "%TAG". libyaml compares each with all before it, so that a file of them
/// would take minutes; without tags nobody needs one.
std::optional<std::size_t> find_tag_directive(std::string_view text);

}  // namespace candor::document
