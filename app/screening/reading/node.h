#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace candor::screening {

/// What a JSON or YAML document holds, alike for both, with the lines and the numbers as written.
/// A YAML scalar without quotes is `plain`: whoever reads it knows which type it has to be.
struct Node {
    enum class Kind { null, boolean, number, string, plain, list, map };
    Kind kind = Kind::null;
    int line = 0;
    std::string text;               ///< of scalars
    std::vector<std::string> keys;  ///< of maps, one for each child
    std::vector<Node> children;

    /// The value under a key of a map; nullptr where there is none, or it is null.
    const Node* get(std::string_view key) const;
    bool is(Kind wanted) const { return kind == wanted; }
};

/// Limits that no honest form comes near; a file past them is refused, not read in part.
inline constexpr std::size_t kMaxBytes = 8U << 20;
inline constexpr std::size_t kMaxNodes = 600'000;
inline constexpr std::size_t kMaxNodeDepth = 600;

/// Parses JSON (text that starts with "{") or YAML. Empty with a finding for bad syntax, doubled
/// keys, bad UTF-8, aliases, and documents past the limits. Never throws.
std::optional<Node> parse_node(std::string_view text, const std::string& where,
                               base::Findings& findings);

}  // namespace candor::screening
