#pragma once
#include "pack/page/page.h"

namespace candor::pack {

/// Gives an English page the quotes of print, by the characters beside them (white space, dashes
/// and letters of Unicode): "a" becomes “a”, don't becomes don’t, 'a b' becomes ‘a b’, '90s becomes
/// ’90s. Straight quotes that are none of these (6'2, 5") are left alone.
void set_english_quotes(Page& page);

}  // namespace candor::pack
