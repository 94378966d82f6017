#pragma once
#include <string_view>

#include "pack/folder/report.h"

namespace candor::pack {

/// May this character stand in a pack's text? Refused are control characters (tab and newline are
/// fine) and those that turn the direction of the words around them (U+202A-202E, U+2066-2069),
/// which can make a sentence read otherwise than it is stored (Unicode TR 36, "Trojan Source").
bool is_allowed(char32_t code_point);

/// Reports bytes that are not UTF-8 and characters that are not allowed, once a line.
/// Returns whether the text is good.
bool check_text(std::string_view text, int first_line, Report& report);

}  // namespace candor::pack
