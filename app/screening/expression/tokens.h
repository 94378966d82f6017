#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screening/model/questionnaire.h"

namespace candor::screening {

struct Token {
    enum class Kind { name, variable, literal, symbol, end };
    Kind kind = Kind::end;
    std::string text;            ///< of a name, a variable or a symbol
    std::optional<Value> value;  ///< of a literal
};

/// The tokens of an expression, an end behind them. Empty with `why` where it has none.
std::optional<std::vector<Token>> tokens_of(std::string_view text, std::string& why);

}  // namespace candor::screening
