#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace candor::document {

/// A step on the way to a value: a key, or a place in a list ("0", "1" …).
struct YamlStep {
    std::string name;
    std::size_t column = 0;  ///< of the key, in characters from 0
    bool in_flow = false;    ///< the key stands between braces
};

/// A scalar value of a YAML text and where it stands, quotes included.
struct YamlPlace {
    std::vector<YamlStep> path;
    std::size_t begin = 0, end = 0;  ///< bytes of the text
    int line = 1;                    ///< of `begin`, from 1
    std::string text;
};

/// All scalar values in order, for whoever changes some and leaves every other byte as it is. Empty
/// for a text that document::read() refuses.
std::vector<YamlPlace> yaml_places(std::string_view text);

}  // namespace candor::document
