#include "screening/proof/answer_kinds.h"

#include <algorithm>

#include "screening/model/evaluate.h"
#include "screening/model/expression.h"
#include "screening/model/value.h"
#include "screening/proof/sample_values.h"

namespace candor::screening {
namespace {

bool stands_alone(const Item& question, const Value& value) {
    return std::any_of(question.options.begin(), question.options.end(), [&](const auto& option) {
        return option.exclusive && equal(option.value, value);
    });
}

AnswerKind kind_of(const Item& question, const std::vector<Comparison>& comparisons, Value value) {
    AnswerKind kind;
    const std::span<const Value> answer(&value, 1);
    for (const auto& comparison : comparisons)
        kind.meets.push_back(holds({{}, comparison.op, comparison.value}, Answers(&answer, 1)));
    kind.alone = stands_alone(question, value);
    kind.example = std::move(value);
    return kind;
}

bool same(const AnswerKind& a, const AnswerKind& b) {
    return a.alone == b.alone && a.meets == b.meets;
}

void add_in_all_units(const Item& question, const Decimal& amount, std::vector<Value>& values) {
    if (question.units.empty()) values.emplace_back(Quantity{amount, {}, {}, {}, {}});
    for (const Unit& unit : question.units) values.emplace_back(measured_in(unit, amount));
}

std::vector<Value> boundaries(const Item& question, const std::vector<Comparison>& comparisons) {
    std::vector<Value> values;
    for (const auto& comparison : comparisons) values.push_back(comparison.value);
    for (const auto& limit : {least_value(question), greatest_value(question)}) {
        if (!limit) continue;
        const auto* decimal = std::get_if<Decimal>(&*limit);
        const auto* integer = std::get_if<std::int64_t>(&*limit);
        if (question.type != ItemType::quantity || (decimal == nullptr && integer == nullptr)) {
            values.push_back(*limit);
            continue;
        }
        const Decimal amount =
            decimal != nullptr ? *decimal
                               : Decimal{std::to_string(*integer), static_cast<double>(*integer)};
        add_in_all_units(question, amount, values);
    }
    return values;
}

}  // namespace

AnswerKinds kinds_of_answers(const Item& question, const std::vector<Comparison>& comparisons) {
    AnswerKinds found;
    const Samples samples = sample_values(question, boundaries(question, comparisons));
    // Limits of today are other ones tomorrow.
    found.complete = samples.complete && !question.min_expression && !question.max_expression;
    bool any_other = false;
    Item one = question;
    one.min_occurs.reset();
    one.items.clear();
    for (const auto& value : samples.values) {
        if (!problems(one, {value}).empty()) continue;
        AnswerKind kind = kind_of(question, comparisons, value);
        any_other |= std::find(kind.meets.begin(), kind.meets.end(), true) == kind.meets.end();
        const bool known = std::any_of(found.kinds.begin(), found.kinds.end(),
                                       [&](const AnswerKind& k) { return same(k, kind); });
        if (!known) found.kinds.push_back(std::move(kind));
    }
    if (samples.needs_other && !any_other) found.complete = false;
    return found;
}

}  // namespace candor::screening
