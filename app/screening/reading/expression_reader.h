#pragma once
#include <optional>
#include <vector>

#include "screening/expression/compiler.h"
#include "screening/model/questionnaire.h"
#include "screening/reading/reading.h"

namespace candor::screening {

/// The expressions of one item as they stand there, until all items are known.
struct ItemExpressions {
    struct Found {
        WrittenExpression written;
        int line = 0;
    };
    std::vector<Found> variables;
    std::optional<Found> calculated, enable, least, greatest;
};

/// An extension's valueExpression.
ItemExpressions::Found read_expression(const Node& extension, Reading& reading);
/// "variable", "calculatedExpression" and "enableWhenExpression", in all their homes. False: it is
/// none of them.
bool read_item_expression(const Node& extension, std::string_view url, Reading& reading,
                          ItemExpressions& found);
/// The variables of the questionnaire as a whole.
std::vector<ItemExpressions::Found> read_variables(const Node& root, Reading& reading);

/// Gives the items the expressions that were found, one entry an item in document order. What is
/// not in the subset of FHIRPath that SUPPORT.md names is an error.
void attach_expressions(Questionnaire& questionnaire,
                        const std::vector<ItemExpressions::Found>& variables,
                        const std::vector<ItemExpressions>& found, Reading& reading);

}  // namespace candor::screening
