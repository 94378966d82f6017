#include <algorithm>
#include <set>

#include "base/secret_string.h"
#include "base/utf8.h"
#include "screening/model/answer_type.h"
#include "screening/model/calendar.h"
#include "screening/model/evaluate.h"
#include "screening/model/expression.h"
#include "screening/model/value.h"

namespace candor::screening {
namespace {

using Codes = std::set<std::string>;

/// A limit without a unit is one of the amount.
std::partial_ordering compare_with_limit(const Value& value, const Value& limit) {
    const auto* quantity = std::get_if<Quantity>(&value);
    const bool amount = quantity != nullptr && !std::holds_alternative<Quantity>(limit);
    if (amount && !quantity->comparator.empty()) return std::partial_ordering::unordered;
    return amount ? compare(quantity->value, limit) : compare(value, limit);
}

void check_range(const Item& item, const Value& value, Codes& codes) {
    const auto least = least_value(item), greatest = greatest_value(item);
    const bool low = least && compare_with_limit(value, *least) < 0;
    const bool high = greatest && compare_with_limit(value, *greatest) > 0;
    if (low || high) codes.insert("out-of-range");
    const auto* integer = std::get_if<std::int64_t>(&value);
    if (integer != nullptr && !to_integer(std::to_string(*integer))) codes.insert("out-of-range");
}

/// The answer as FHIR writes it; empty for what is not one text.
std::optional<std::string> written(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* uri = std::get_if<Uri>(&value)) return uri->text;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
    if (const auto* decimal = std::get_if<Decimal>(&value)) return decimal->text;
    if (const auto* date = std::get_if<Date>(&value)) return date->iso;
    if (const auto* moment = std::get_if<DateTime>(&value)) return moment->iso;
    if (const auto* time = std::get_if<Time>(&value)) return time->iso;
    return std::nullopt;
}

void check_text(const Item& item, const Value& value, Codes& codes) {
    auto text = written(value);
    if (!text) return;
    if (!base::is_utf8(*text)) codes.insert("not-utf8");
    const auto length = base::utf8_count(*text);
    if (item.max_length && length > static_cast<std::size_t>(*item.max_length))
        codes.insert("too-long");
    if (item.min_length && length < static_cast<std::size_t>(*item.min_length))
        codes.insert("too-short");
    if (item.regex && !item.regex->matches(*text)) codes.insert("no-match");
    base::wipe(*text);
}

void check_form(const Value& value, Codes& codes) {
    if (const auto* date = std::get_if<Date>(&value); date != nullptr && !is_date(date->iso))
        codes.insert("not-a-date");
    if (const auto* moment = std::get_if<DateTime>(&value);
        moment != nullptr && !is_date_time(moment->iso))
        codes.insert("not-a-date-time");
    if (const auto* time = std::get_if<Time>(&value); time != nullptr && !is_time(time->iso))
        codes.insert("not-a-time");
    if (const auto* uri = std::get_if<Uri>(&value); uri != nullptr && !is_uri(uri->text))
        codes.insert("not-a-uri");
    if (const auto* decimal = std::get_if<Decimal>(&value);
        decimal != nullptr && !to_decimal(decimal->text))
        codes.insert("not-a-decimal");
}

void check_quantity(const Item& item, const Quantity& quantity, Codes& codes) {
    if (!to_decimal(quantity.value.text)) codes.insert("not-a-quantity");
    const bool counted = std::any_of(item.units.begin(), item.units.end(), [&](const Unit& unit) {
        return same_unit(quantity, measured_in(unit, quantity.value));
    });
    if (!item.units.empty() && !counted && !item.other_units) codes.insert("wrong-unit");
}

void check_places(const Item& item, const Value& value, Codes& codes) {
    if (!item.max_decimal_places) return;
    const auto* decimal = std::get_if<Decimal>(&value);
    if (const auto* quantity = std::get_if<Quantity>(&value)) decimal = &quantity->value;
    if (decimal != nullptr && decimal_places(*decimal) > *item.max_decimal_places)
        codes.insert("too-precise");
}

void check_option(const Item& item, const Value& value, Codes& codes) {
    if (item.options.empty()) return;
    const bool own_words =
        item.type == ItemType::open_choice && std::holds_alternative<std::string>(value);
    if (!own_words && !is_option(item, value)) codes.insert("not-an-option");
}

void check_value(const Item& item, const Value& value, Codes& codes) {
    if (!fits_type(item.type, value)) {
        codes.insert("wrong-type");
        return;
    }
    check_form(value, codes);
    check_range(item, value, codes);
    check_option(item, value, codes);
    check_text(item, value, codes);
    check_places(item, value, codes);
    if (const auto* quantity = std::get_if<Quantity>(&value))
        check_quantity(item, *quantity, codes);
}

void check_together(const Item& item, const std::vector<Value>& values, Codes& codes) {
    for (auto& code : count_problems(item, values.size())) codes.insert(std::move(code));
    if (values.size() < 2) return;
    for (const auto& option : item.options) {
        if (!option.exclusive) continue;
        const bool chosen = std::any_of(values.begin(), values.end(), [&](const Value& value) {
            return equal(value, option.value);
        });
        if (chosen) codes.insert("exclusive");
    }
}

}  // namespace

std::vector<std::string> count_problems(const Item& item, std::size_t count) {
    std::vector<std::string> codes;
    if (count == 0) return codes;
    const bool over = item.max_occurs && count > static_cast<std::size_t>(*item.max_occurs);
    if (over || (count > 1 && !item.repeats)) codes.emplace_back("too-many");
    if (item.min_occurs && count < static_cast<std::size_t>(*item.min_occurs))
        codes.emplace_back("too-few");
    return codes;
}

std::vector<std::string> problems(const Item& item, const std::vector<Value>& values) {
    Codes codes;
    for (const auto& value : values) check_value(item, value, codes);
    check_together(item, values, codes);
    return {codes.begin(), codes.end()};
}

}  // namespace candor::screening
