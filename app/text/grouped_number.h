#pragma once
#include <cstddef>
#include <string_view>

namespace candor::text {

/// Bytes of a text; the same place twice where there is nothing more.
struct NumberPlace {
    std::size_t begin = 0, end = 0;
};

/// The next number in groups from `from` on, as phones are written: seven digits or more, ASCII or
/// Arabic, with blanks, hyphens, dots, slashes or brackets among them, in three groups or more; or
/// in two that begin with "0" or "(", or behind a "+".
NumberPlace find_grouped_number(std::string_view text, std::size_t from);

}  // namespace candor::text
