#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace candor::pack {

/// Other words for some bytes of a text.
struct Edit {
    std::size_t begin = 0, end = 0;
    std::string words;
};

/// The text with these edits, none of which overlap; every other byte stays.
std::string with_edits(std::string_view text, std::vector<Edit> edits);

/// Words as a value of YAML in double quotes.
std::string in_double_quotes(std::string_view words);

}  // namespace candor::pack
