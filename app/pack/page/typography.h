#pragma once
#include "pack/page/page.h"

namespace candor::pack {

/// Gives an English page the quotes of print: "a" becomes “a”, and don't becomes don’t. Straight
/// quotes that are neither are left alone.
void set_english_quotes(Page& page);

}  // namespace candor::pack
