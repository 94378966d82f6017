#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screening/model/questionnaire.h"

namespace candor::screening {

/// A part of a parsed expression. `parts` are what it is about, then its arguments.
struct Syntax {
    enum class Kind {
        literal,   ///< value
        empty,     ///< {}
        variable,  ///< %name
        focus,     ///< what a path without a beginning starts from; $this too
        total,     ///< $total, inside aggregate()
        member,    ///< parts[0].name
        call,      ///< parts[0].name(the other parts)
        index,     ///< parts[0][parts[1]]
        operation  ///< parts[0] name parts[1]; "negative" has one part
    };
    Kind kind = Kind::empty;
    std::string name;
    std::optional<Value> value;
    std::vector<Syntax> parts;
};

constexpr std::size_t kMostExpressionBytes = 16'384;
constexpr std::size_t kMostExpressionParts = 1'500;
constexpr int kMostExpressionDepth = 60;

struct Parsed {
    std::optional<Syntax> syntax;  ///< empty: see why
    std::string why;               ///< "the function \"trace()\" is not supported"
};

/// Reads the part of FHIRPath that SUPPORT.md names. What is not in it is refused by its name.
/// Bounded in length, parts and depth.
Parsed parse_expression(std::string_view text);

}  // namespace candor::screening
