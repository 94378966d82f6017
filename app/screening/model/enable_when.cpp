#include "screening/model/enable_when.h"

#include <array>

#include "screening/model/value.h"

namespace candor::screening {
namespace {

template <typename Matches>
bool any_answer(Answers answers, Matches matches) {
    return std::any_of(answers.begin(), answers.end(), [&](std::span<const Value> values) {
        return std::any_of(values.begin(), values.end(), matches);
    });
}

bool matches(Operator op, std::partial_ordering order) {
    switch (op) {
        case Operator::greater:
            return order > 0;
        case Operator::less:
            return order < 0;
        case Operator::greater_or_equal:
            return order >= 0;
        case Operator::less_or_equal:
            return order <= 0;
        default:
            return order == 0;
    }
}

}  // namespace

bool holds(const EnableWhen& condition, Answers answers) {
    if (condition.op == Operator::exists) {
        const auto* wanted = std::get_if<bool>(&condition.answer);
        return any_answer(answers, [](const Value&) { return true; }) ==
               (wanted == nullptr || *wanted);
    }
    if (is_ordering(condition.op) && !has_order(condition.answer)) return false;
    const bool found = any_answer(answers, [&](const Value& value) {
        return matches(condition.op, compare(value, condition.answer));
    });
    return condition.op == Operator::not_equal ? !found : found;
}

bool is_ordering(Operator op) {
    return op == Operator::greater || op == Operator::less || op == Operator::greater_or_equal ||
           op == Operator::less_or_equal;
}

const char* name_of(Operator op) {
    constexpr std::array kNames{"exists", "=", "!=", ">", "<", ">=", "<="};
    return kNames[static_cast<std::size_t>(op)];
}

}  // namespace candor::screening
