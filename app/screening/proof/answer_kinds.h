#pragma once
#include <vector>

#include "screening/model/enable_when.h"

namespace candor::screening {

/// A comparison that a condition makes with one question's answers: never `exists` nor `not_equal`,
/// which ask whether there is an answer and whether `equal` fails.
struct Comparison {
    Operator op = Operator::equal;
    Value value;
};

/// Answers of one value that the comparisons cannot tell apart.
struct AnswerKind {
    Value example;            ///< the shortest way to give such an answer; problems() finds none
    std::vector<bool> meets;  ///< which of the comparisons it makes true
    bool alone = false;       ///< goes with no other answer
};

struct AnswerKinds {
    std::vector<AnswerKind> kinds;
    bool complete = true;  ///< false: there may be answers of kinds that are not listed
};

/// All kinds of answers that the question takes: of its options, or of the values that are compared
/// with or bound it, what lies around each, and some other value.
AnswerKinds kinds_of_answers(const Item& question, const std::vector<Comparison>& comparisons);

}  // namespace candor::screening
