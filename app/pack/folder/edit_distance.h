#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace candor::pack {

/// Letters to add, drop, change or swap with their neighbour (optimal string alignment), counted in
/// bytes of folded text; `limit + 1` when it is more than `limit`.
int edit_distance(std::string_view a, std::string_view b, int limit);

/// The known word that a misspelt one most likely means; empty: none is near.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace candor::pack
