#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace candor::pack {

/// A number in a text, without the marks that part its thousands ("1,148", "1.148" and "١٬١٤٨" are
/// "1148"), decimals after a full stop ("3,5" is "3.5").
struct NumberInText {
    std::string digits;
    std::size_t begin = 0, end = 0;
};

/// The numbers of a text in order. Digits that belong to a name ("B12", "COVID-19") are none.
std::vector<NumberInText> numbers_in(std::string_view text);

/// Numbers that stand in one text and not in the other, which is in `language` and may spell out
/// small ones (see number_words.h) or write more; empty: none.
std::string missing_numbers(std::string_view original, std::string_view translated,
                            std::string_view language);

}  // namespace candor::pack
