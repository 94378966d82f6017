#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "document/node.h"

namespace candor::screening {

using document::Node;

/// Limits that no honest form comes near; a file past them is refused, not read in part.
inline constexpr std::size_t kMaxBytes = 8U << 20;
inline constexpr std::size_t kMaxNodes = 600'000;
inline constexpr std::size_t kMaxNodeDepth = 600;

/// Parses JSON (text that starts with "{") or YAML. Empty with a finding for whatever
/// document/document.h has a problem with, and for an empty text.
std::optional<Node> parse_node(std::string_view text, const std::string& where,
                               base::Findings& findings);

}  // namespace candor::screening
