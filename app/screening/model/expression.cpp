#include "screening/model/expression.h"

#include <algorithm>

#include "screening/model/answer_type.h"
#include "screening/model/value.h"

namespace candor::screening {
namespace {

std::optional<Decimal> plain_number(const Value& value) {
    if (const auto* decimal = std::get_if<Decimal>(&value)) return *decimal;
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return Decimal{std::to_string(*integer), static_cast<double>(*integer)};
    return std::nullopt;
}

std::optional<Value> as_quantity(const Item& item, const Value& value) {
    if (std::holds_alternative<Quantity>(value)) return value;
    const auto number = plain_number(value);
    if (!number) return std::nullopt;
    Quantity quantity{*number, {}, {}, {}, {}};
    if (item.units.size() == 1) {
        const Coding& unit = item.units.front().coding;
        quantity.unit = unit.display;
        quantity.system = unit.system;
        quantity.code = unit.code;
    }
    return quantity;
}

std::optional<Value> as_integer(const Value& value) {
    const auto* decimal = std::get_if<Decimal>(&value);
    if (decimal == nullptr) return value;
    const auto whole = to_integer(decimal->text);
    return whole ? std::optional<Value>(*whole) : std::nullopt;
}

/// The value as one of that type, where only its form differs.
std::optional<Value> converted(const Item& item, const Value& value) {
    const auto* date = std::get_if<Date>(&value);
    const auto* moment = std::get_if<DateTime>(&value);
    const auto* text = std::get_if<std::string>(&value);
    switch (item.type) {
        case ItemType::integer:
            return as_integer(value);
        case ItemType::decimal:
            if (const auto number = plain_number(value)) return *number;
            return value;
        case ItemType::quantity:
            return as_quantity(item, value);
        case ItemType::date:
            return moment != nullptr ? Value(Date{moment->iso.substr(0, 10)}) : value;
        case ItemType::date_time:
            return date != nullptr ? Value(DateTime{date->iso}) : value;
        case ItemType::url:
            return text != nullptr && is_uri(*text) ? Value(Uri{*text}) : value;
        default:
            return value;
    }
}

std::optional<Value> limit_of(const std::optional<Value>& fixed,
                              const std::shared_ptr<const Expression>& expression,
                              const Item& item) {
    if (expression == nullptr) return fixed;
    const auto value = expression->reads().nothing() ? expression->constant() : std::nullopt;
    return value ? converted(item, *value) : std::nullopt;
}

}  // namespace

std::optional<Value> as_limit(const Item& item, const Value& value) {
    auto limit = converted(item, value);
    return limit && fits_type(item.type, *limit) ? std::move(limit) : std::nullopt;
}

bool is_worked_out(const Item& item) { return item.calculated != nullptr; }

std::optional<Value> least_value(const Item& item) {
    return limit_of(item.min_value, item.min_expression, item);
}

std::optional<Value> greatest_value(const Item& item) {
    return limit_of(item.max_value, item.max_expression, item);
}

std::vector<Value> as_answers(const Item& item, const std::vector<Value>& values) {
    std::vector<Value> answers;
    for (const Value& value : values) {
        auto answer = converted(item, value);
        if (!answer || !fits_type(item.type, *answer) || is_blank(*answer)) continue;
        const bool offered =
            item.options.empty() || is_option(item, *answer) || item.type == ItemType::open_choice;
        if (offered) answers.push_back(std::move(*answer));
    }
    if (answers.size() > 1 && !item.repeats) answers.clear();
    return answers;
}

}  // namespace candor::screening
