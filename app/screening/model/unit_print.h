#pragma once
#include <string>
#include <string_view>

namespace candor::screening {

/// How a UCUM code is written for people: "[in_i]" is "in", "kg/m2" is "kg/m²", "{score}" is
/// "score". What is not known stays as it is.
std::string print_form(std::string_view ucum);

}  // namespace candor::screening
