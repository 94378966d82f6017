#pragma once
#include <string>
#include <vector>

#include "screening/expression/evaluator.h"
#include "screening/model/expression.h"

namespace candor::screening {

/// What can be said of an expression without answers.
struct Examined {
    Reads reads;
    std::vector<std::string> named;  ///< the linkIds that it asks for by name
    std::string why;                 ///< why it cannot be worked out; empty: it can
};

/// A variable with what was wrong with it. Its syntax is empty then.
struct Defined {
    Variable variable;
    Examined examined;
};

/// `link_id`: of the item that the expression stands on; empty: it stands on the form.
Examined examine(const Syntax& syntax, const std::vector<const Defined*>& variables,
                 const std::string& link_id);

}  // namespace candor::screening
