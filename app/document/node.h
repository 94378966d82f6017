#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace candor::document {

/// What a YAML or JSON text holds, alike for both, with the lines and the numbers as written.
/// A YAML scalar without quotes is `plain`: whoever reads it knows which type it has to be.
struct Node {
    enum class Kind { nothing, boolean, number, string, plain, list, map };
    struct Key {
        std::string name;
        int line = 0;
    };
    Kind kind = Kind::nothing;
    int line = 0;             ///< of the text, on which the value starts; 0: there is no value
    std::string text;         ///< of a scalar
    std::vector<Key> keys;    ///< of a map, one for each of its `items`
    std::vector<Node> items;  ///< of a map or a list

    /// The value under a key of a map; nullptr where there is none, or it is nothing.
    const Node* find(std::string_view key) const;
    bool is(Kind wanted) const { return kind == wanted; }
    bool is_scalar() const;
};

}  // namespace candor::document
