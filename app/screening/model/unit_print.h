#pragma once
#include <string>
#include <string_view>

namespace candor::screening {

/// A UCUM code as people write it: "[in_i]" is "in", "kg/m2" is "kg/m²", "{score}" is "score",
/// "{beats}/min" is "beats/min".
std::string print_form(std::string_view ucum);

/// What stands beside a number: the unit's name, or the print form where that is missing or a code.
std::string unit_words(std::string_view name, std::string_view code);

}  // namespace candor::screening
