#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "pack/page/page.h"

namespace candor::pack {

/// The cells that a line of a GFM table has: bars that are escaped, or stand in code, part none.
std::size_t cells_of_line(std::string_view line);

/// Of a paragraph that is not settled: the first of its lines (from 0) that was meant as a table's,
/// because it begins with a bar or is a line of dashes and bars.
std::optional<int> first_table_line(const RichText& paragraph);

}  // namespace candor::pack
