#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace candor::pack {

/// A text of a file that is translated as one: a paragraph, an item, a cell, a value of a block.
struct Unit {
    std::string kind;                ///< "paragraph", "heading", or the path of a value of YAML
    std::size_t begin = 0, end = 0;  ///< bytes of the file
    int line = 1;
    std::string text;    ///< as Markdown, its lines joined by blanks; of a value, its words
    std::string prefix;  ///< of a paragraph's further lines: "> ", or blanks
    bool is_value = false;
};

/// The texts of a page's file, front matter and blocks included, in order. What lies between them
/// (marks, ids, names of pictures' files in blocks) is the same in every language.
std::vector<Unit> units_of_page(std::string_view page);

/// The words as they stand in the file in place of the unit's: a value in quotes, a hard break with
/// the two blanks of its line.
std::string written(const Unit& unit, std::string_view words);

/// The file with other words for some of its units (empty: as they are); nothing else changes.
std::string with_words(std::string_view file, const std::vector<Unit>& units,
                       const std::vector<std::string>& words);

}  // namespace candor::pack
