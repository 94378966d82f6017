#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "screening/model/answer_tree.h"

namespace candor::screening {

// Limits that look at other answers: "not before the day it began". Without what they look at, or
// where they give no value of the question's type, there is none.

inline constexpr std::size_t kLimitSteps = 2'000'000;  ///< for all of a form at once

/// Does the least or the greatest value of the question look at answers?
bool has_limits_by_answers(const Item& item);

/// The question as it stands in the tree: its limits are values, and nothing is inside it. Takes
/// what that costs from `steps`.
Item with_limits(const AnswerTree& tree, int occurrence, std::size_t& steps);
/// The same of the question that has this key; as it is where it does not occur.
Item with_limits(const Outline& outline, const Response& response, const Item& item,
                 std::string_view key);

/// Is an answer there outside such limits?
bool is_outside_limits(const AnswerTree& tree, int occurrence, std::size_t& steps);

/// Keys of the enabled questions with an answer outside such limits, in document order.
std::vector<std::string> outside_limits(const Outline& outline, const Response& response);

}  // namespace candor::screening
