#pragma once
#include <string_view>

namespace candor::pack {

/// Is a number from 1 to 10 spelt out in the text: "two", "ikisi", "zweimal"? In Arabic a dual is a
/// 2
/// ("جلستين"), and a bare singular of a time or a visit a 1 ("من أسبوع إلى أسبوعين"). False for
/// other numbers; true where the language has no list.
bool is_spelt_in(std::string_view digits, std::string_view text, std::string_view language);

/// Is there a list?
bool knows_number_words_of(std::string_view language);

}  // namespace candor::pack
