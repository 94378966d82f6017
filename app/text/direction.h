#pragma once
#include <string_view>

#include "text/style.h"

namespace candor::text {

/// A text's direction by its first strong character (Unicode UAX #9, P2 and P3); `otherwise` where
/// it has none: digits, signs, nothing at all.
Direction first_strong_direction(std::string_view text,
                                 Direction otherwise = Direction::left_to_right);

/// Has it letters that run from left to right, and none that run the other way?
bool is_left_to_right_alone(std::string_view text);

}  // namespace candor::text
