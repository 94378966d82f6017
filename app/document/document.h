#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/node.h"

namespace candor::document {

enum class Format { yaml, json };

/// JSON is what starts with "{".
Format format_of(std::string_view text);

/// A text past one of them is refused, not read in part.
struct Limits {
    std::size_t bytes = 8U << 20;
    std::size_t depth = 16;  ///< lists and maps inside one another
    std::size_t values = 50'000;
    std::size_t keys = 2'000;  ///< of one map
};

struct Problem {
    enum class Kind {
        not_utf8,
        control_character,  ///< or one that YAML 1.1 takes for the end of a line, and 1.2 does not
        syntax,             ///< `detail`: what the parser says, ASCII
        open_quote,         ///< the line is where it starts
        nameless_value,     ///< a list, a map or nothing stands where a key should
        after_the_end,      ///< a second document, or what belongs to none
        alias,              ///< or an anchor: what they stand for has no bound
        tag,
        doubled_key,  ///< on the second one's line; `detail` is the key
        too_many_bytes,
        too_deep,
        too_many_values,
        too_many_keys
    };
    Kind kind = Kind::syntax;
    int line = 0;  ///< 0: the text as a whole
    std::string detail;
};

/// For a fault's detail. Those who author texts deserve words of their own.
std::string to_text(const Problem& problem);

/// A comment on the line of a value: perhaps one, perhaps words that YAML takes from the value.
struct Comment {
    int line = 0;
    std::string text;            ///< from "#" on
    std::size_t blanks = 0;      ///< before it
    bool follows_words = false;  ///< the value in front of it has a blank in it
};

struct Document {
    /// Of kind nothing and without a line where the text is empty; not there where it is refused.
    /// Keys that stand twice are both in it.
    std::optional<Node> root;
    std::vector<Problem> problems;  ///< in the order of lines
    std::vector<Comment> comments;  ///< behind values, of YAML alone
};

/// Reads one document of UTF-8 (with a byte order mark or without). YAML is 1.2 as far as libyaml
/// knows it; references, tags and a second document are problems. `first_line` is the line of the
/// text's first.
Document read(std::string_view text, Format format, const Limits& limits = {}, int first_line = 1);

}  // namespace candor::document
