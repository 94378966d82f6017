#pragma once
#include <string>

#include "pack/page/page.h"

namespace candor::pack {

/// What a block is and how many parts it has, in words: "a table of 3 columns and 4 rows". Two
/// blocks with the same shape correspond.
std::string shape_of(const Block& block);

}  // namespace candor::pack
