#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "screening/model/questionnaire.h"

namespace candor::screening {

class AnswerTree;

/// Whose answers an expression looks at.
struct Reads {
    std::vector<std::string> link_ids;  ///< of a group: all that is inside
    bool everything = false;            ///< every item but its own
    bool own_inside = false;            ///< what is inside its own item

    bool nothing() const { return link_ids.empty() && !everything && !own_inside; }
};

/// What a form works out: a value, a condition or a limit. `screening/expression` makes them.
class Expression {
  public:
    virtual ~Expression() = default;
    virtual const Reads& reads() const = 0;
    /// Its values at an occurrence of its item, once all that it reads is resolved; none where it
    /// has none. Takes what it costs from `steps`; at 0 it has no values.
    virtual std::vector<Value> values(const AnswerTree& tree, int occurrence,
                                      std::size_t& steps) const = 0;
    /// Its value where it reads nothing, as of today.
    virtual std::optional<Value> constant() const = 0;
};

/// Is the item's value worked out? Nobody is asked for it.
bool is_worked_out(const Item& item);
/// What was worked out, as a limit of the item's answers; nothing where it is none.
std::optional<Value> as_limit(const Item& item, const Value& value);
/// The least and the greatest value of today; those that a form works out too, but for what looks
/// at answers (limits.h).
std::optional<Value> least_value(const Item& item);
std::optional<Value> greatest_value(const Item& item);
/// What was worked out, as an answer of the item's type; none where it is no such answer.
std::vector<Value> as_answers(const Item& item, const std::vector<Value>& values);

}  // namespace candor::screening
