#include "screens/self_check/scale.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "screening/model/value.h"

namespace candor::screens {

using screening::Item;
using screening::ItemType;
using screening::Quantity;
using screening::Value;

int Scale::steps() const { return static_cast<int>(std::floor((high - low) / step + 1e-9)); }

double Scale::at(float share) const {
    const double nearest = std::round(static_cast<double>(share) * (high - low) / step);
    return std::clamp(low + nearest * step, low, low + steps() * step);
}

float Scale::share(double value) const {
    return static_cast<float>(std::clamp((value - low) / (high - low), 0.0, 1.0));
}

double Scale::moved(std::optional<double> value, int by) const {
    const double top = low + steps() * step;
    if (!value) return by > 0 ? low : top;
    const double here = std::round((*value - low) / step);
    return std::clamp(low + (here + by) * step, low, top);
}

std::string Scale::text(double value) const {
    char out[64];
    std::snprintf(out, sizeof out, "%.*f", decimals, value);
    return out;
}

std::optional<double> size_of(const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*integer);
    if (const auto* decimal = std::get_if<screening::Decimal>(&value)) return decimal->value;
    if (const auto* quantity = std::get_if<Quantity>(&value)) return quantity->value.value;
    return std::nullopt;
}

namespace {

int decimals_of(const Value& value) {
    const std::string* text = nullptr;
    if (const auto* decimal = std::get_if<screening::Decimal>(&value)) text = &decimal->text;
    if (const auto* quantity = std::get_if<Quantity>(&value)) text = &quantity->value.text;
    const auto dot = text == nullptr ? std::string::npos : text->find('.');
    return dot == std::string::npos ? 0 : static_cast<int>(text->size() - dot - 1);
}

}  // namespace

std::optional<Scale> scale_of(const Item& item) {
    constexpr double kMostSteps = 10'000;
    constexpr int kMostDecimals = 6;
    const bool number = item.type == ItemType::integer || item.type == ItemType::decimal ||
                        item.type == ItemType::quantity;
    if (!number || item.repeats || item.units.size() > 1 || !item.options.empty() ||
        item.control != screening::ItemControl::slider || !item.min_value || !item.max_value ||
        item.min_expression || item.max_expression)
        return std::nullopt;
    const auto low = size_of(*item.min_value), high = size_of(*item.max_value);
    if (!low || !high || *low >= *high) return std::nullopt;
    Scale scale{*low, *high, 1, 0};
    if (item.slider_step) {
        scale.step = static_cast<double>(*item.slider_step);
    } else if (item.type != ItemType::integer) {
        const int wanted = std::max(decimals_of(*item.min_value), decimals_of(*item.max_value));
        const int places = std::min(item.max_decimal_places.value_or(wanted), wanted);
        scale.step = std::pow(10.0, -std::clamp(places, 0, kMostDecimals));
    }
    scale.decimals = item.type == ItemType::integer
                         ? 0
                         : std::min(kMostDecimals, std::max(decimals_of(*item.min_value),
                                                            decimals_of(*item.max_value)));
    const double steps = (scale.high - scale.low) / scale.step;
    if (scale.step <= 0 || steps < 1 || steps > kMostSteps) return std::nullopt;
    return scale;
}

Quantity quantity_of(const Item& item, const screening::Decimal& number, int unit) {
    if (unit < 0 || unit >= static_cast<int>(item.units.size()))
        return Quantity{number, {}, {}, {}, {}};
    return screening::measured_in(item.units[static_cast<std::size_t>(unit)], number);
}

int unit_of(const Item& item, const Quantity& quantity) {
    for (std::size_t i = 0; i < item.units.size(); ++i) {
        if (screening::same_unit(quantity, quantity_of(item, {}, static_cast<int>(i))))
            return static_cast<int>(i);
    }
    return -1;
}

std::optional<Value> value_on_scale(const Item& item, const std::string& text) {
    if (item.type == ItemType::integer) {
        const auto integer = screening::to_integer(text);
        return integer ? std::optional<Value>(*integer) : std::nullopt;
    }
    const auto decimal = screening::to_decimal(text);
    if (!decimal) return std::nullopt;
    if (item.type == ItemType::decimal) return Value(*decimal);
    return Value(quantity_of(item, *decimal, item.units.empty() ? -1 : 0));
}

}  // namespace candor::screens
