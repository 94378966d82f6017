#pragma once
#include <string_view>

namespace candor::screening {

/// How many arguments a function of the subset takes, and whether they are worked out for each
/// element (`where(linkId = 'a')`).
struct FunctionShape {
    std::string_view name;
    std::size_t least = 0, most = 0;
    bool for_each = false;
};
/// nullptr: it is not in the subset.
const FunctionShape* function_named(std::string_view name);

/// linkId, answer, value …: what paths go through.
bool is_known_member(std::string_view name);
/// "resource" and its other names: the variable that is all of the answers.
bool is_whole_form(std::string_view variable);
/// Boolean, Integer, Quantity …, also in lower case and with "FHIR." or "System." before; the part
/// of the name that counts ("Quantity"), or nothing.
std::string_view type_named(std::string_view name);

}  // namespace candor::screening
