#pragma once
#include <string>

#include "pack/page/page.h"

namespace candor::pack {

/// Marks the end of a source line inside a paragraph until the text is settled. Control characters
/// are refused in packs, so no author can write it.
inline constexpr char kSoftBreak = '\x01';

/// Adds words, joining them to the last run when both look the same.
void append(RichText& text, Run run);

/// What stands before the first soft break is cut off and returned as plain words.
std::string take_first_line(RichText& text);

/// Soft breaks become spaces; white space at the start of each line and at the end goes; runs that
/// are left empty go too, sources excepted.
void settle(RichText& text);

/// No words and no source.
bool is_blank(const RichText& text);

}  // namespace candor::pack
