#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pack/folder/report.h"

namespace candor::pack {

/// One value of a YAML text, with the line of the file on which it starts. All scalars are text.
struct YamlNode {
    enum class Kind { nothing, scalar, sequence, map };
    struct Key {
        std::string name;
        int line = 0;
    };
    Kind kind = Kind::nothing;
    int line = 0;
    std::string text;             ///< of a scalar
    std::vector<Key> keys;        ///< of a map, beside `items`
    std::vector<YamlNode> items;  ///< of a map or a sequence

    /// The value of a map's key; nullptr where there is none or the value is empty.
    const YamlNode* find(std::string_view key) const;
};

/// Parses one YAML document; `first_line` is the file's line of the text's first. Refuses, with an
/// error finding, anchors and aliases (their expansion has no bound), tags, nesting past 16 levels,
/// more than 50,000 values, keys given twice, and characters that a pack may not hold.
/// An empty text gives a node of kind nothing. Never throws.
std::optional<YamlNode> parse_yaml(std::string_view text, int first_line, Report& report);

}  // namespace candor::pack
