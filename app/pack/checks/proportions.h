#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace candor::pack {

/// "26 in 100", "1 of 16", "100 kadından 26": a count and what it is of.
struct Proportion {
    std::string count, of;
    std::string shown;       ///< as it stands in the text
    std::string_view after;  ///< the text behind it
};

/// The proportions of a text; none in a language that has no row.
std::vector<Proportion> proportions_in(std::string_view text, std::string_view language);

/// Are proportions in this language known?
bool knows_proportions_in(std::string_view language);

/// The percentages of a text, as they stand there: "26 %", "%26", "26 percent", "yüzde 26".
std::vector<std::string> percentages_in(std::string_view text, std::string_view language);

}  // namespace candor::pack
