#pragma once
#include <optional>
#include <string_view>

#include "document/node.h"
#include "pack/folder/report.h"

namespace candor::pack {

using YamlNode = document::Node;

/// Parses one YAML document; `first_line` is the file's line of the text's first. What
/// document/document.h refuses becomes an error finding, and so do characters that a pack may not
/// hold; a comment that may have been words is a warning. All scalars are text. An empty text gives
/// a node of kind nothing.
std::optional<YamlNode> parse_yaml(std::string_view text, int first_line, Report& report);

/// The same warning for a text that somebody else reads as YAML; nothing of a JSON text.
void tell_swallowed_words(std::string_view text, Report& report);

}  // namespace candor::pack
