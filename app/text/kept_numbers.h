#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace candor::text {

/// Bytes of a text between which no line may end.
struct Kept {
    std::size_t begin = 0, end = 0;
};

/// What Unicode's line breaking (UAX #14) would part and people read as one: a number, a space and
/// its percent sign ("2 %").
std::vector<Kept> kept_numbers(std::string_view text);

}  // namespace candor::text
