#include <algorithm>
#include <array>

#include "screening/expression/evaluator.h"
#include "screening/expression/number.h"
#include "screening/model/value.h"

namespace candor::screening {
namespace {

/// A quantity's number, or the number itself.
std::optional<Number> size_in(const Value& value) {
    const auto* quantity = std::get_if<Quantity>(&value);
    return Number::of(quantity == nullptr ? value : Value(quantity->value));
}

/// The value with that size: a quantity keeps its unit.
Value resized(const Value& value, const Number& size) {
    const auto* quantity = std::get_if<Quantity>(&value);
    if (quantity == nullptr) return size.value();
    Quantity out = *quantity;
    const Value number = size.value();
    const auto* integer = std::get_if<std::int64_t>(&number);
    out.value = integer == nullptr ? std::get<Decimal>(number)
                                   : Decimal{std::to_string(*integer), size.approximate()};
    return out;
}

bool add_up(const std::string& name, const Applied& to) {
    if (name != "sum" && name != "avg") return false;
    const Value* first = to.source.empty() ? nullptr : to.source.front().value();
    std::optional<Number> total = Number(0);
    for (const Datum& each : to.source) {
        const Value* value = each.value();
        const auto size = value == nullptr ? std::nullopt : size_in(*value);
        if (!size || value->index() == 0) {
            to.failed = true;
            return true;
        }
        total = total ? total->plus(*size) : total;
    }
    if (name == "avg" && total && first != nullptr)
        total = total->divided_by(Number(static_cast<std::int64_t>(to.source.size())));
    if (name == "avg" && first == nullptr) return true;
    if (total) to.out = one(first == nullptr ? total->value() : resized(*first, *total));
    return true;
}

bool find_end(const std::string& name, const Applied& to) {
    if (name != "min" && name != "max") return false;
    const Datum* found = nullptr;
    for (const Datum& each : to.source) {
        if (each.value() == nullptr) {
            to.failed = true;
            return true;
        }
        if (found == nullptr) {
            found = &each;
            continue;
        }
        const auto order = compare(*each.value(), *found->value());
        if (order == std::partial_ordering::unordered) to.failed = true;
        if (name == "min" ? order < 0 : order > 0) found = &each;
    }
    if (found != nullptr) to.out = {*found};
    return true;
}

bool weigh(const std::string& name, const Applied& to, const Navigation& navigation) {
    if (name != "ordinal" && name != "weight") return false;
    for (const Datum& each : to.source)
        if (const auto weight = navigation.weight(each)) to.out.push_back(datum(*weight));
    return true;
}

std::optional<Number> argument_in(const Applied& to) {
    if (to.arguments.empty()) return Number(0);
    const Value* value = only_value(to.arguments.front());
    const auto number = value == nullptr ? std::nullopt : Number::of(*value);
    if (!number && !to.arguments.front().empty()) to.failed = true;
    return number;
}

std::optional<Number> changed(const std::string& name, const Number& number,
                              const Number& argument) {
    if (name == "abs") return number.sign() < 0 ? number.negated() : number;
    if (name == "ceiling") return number.ceiling();
    if (name == "floor") return number.floor();
    if (name == "truncate") return number.truncated();
    if (name == "sqrt") return number.square_root();
    if (name == "power") return number.to_the(argument);
    if (name == "ln") return number.logarithm();
    if (name == "exp") return number.exponential();
    if (name == "log") return number.logarithm(argument);
    return number.rounded(static_cast<int>(std::clamp(argument.approximate(), 0.0, 8.0)));
}

bool change(const std::string& name, const Applied& to) {
    constexpr std::array<std::string_view, 10> kNames{
        "abs", "ceiling", "floor", "truncate", "sqrt", "power", "round", "ln", "exp", "log"};
    if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) return false;
    if (to.source.empty()) return true;
    const Value* value = only_value(to.source);
    const auto number = value == nullptr ? std::nullopt : size_in(*value);
    const auto argument = argument_in(to);
    to.failed |= !number;
    if (!number || !argument) return true;
    if (const auto result = changed(name, *number, *argument))
        to.out = one(resized(*value, *result));
    return true;
}

}  // namespace

bool apply_to_numbers(const std::string& name, const Applied& to, const Navigation& navigation) {
    return add_up(name, to) || find_end(name, to) || weigh(name, to, navigation) ||
           change(name, to);
}

}  // namespace candor::screening
