#include <algorithm>
#include <set>

#include "screening/calendar.h"
#include "screening/evaluate.h"
#include "screening/utf8.h"
#include "screening/value.h"

namespace candor::screening {
namespace {

using Codes = std::set<std::string>;

bool is_option(const Item& item, const Value& value) {
    return std::any_of(item.options.begin(), item.options.end(),
                       [&](const AnswerOption& option) { return equal(option.value, value); });
}

bool fits_type(ItemType type, const Value& value) {
    switch (type) {
        case ItemType::boolean:
            return std::holds_alternative<bool>(value);
        case ItemType::integer:
            return std::holds_alternative<std::int64_t>(value);
        case ItemType::decimal:
            return std::holds_alternative<Decimal>(value);
        case ItemType::date:
            return std::holds_alternative<Date>(value);
        case ItemType::date_time:
            return std::holds_alternative<DateTime>(value);
        case ItemType::time:
            return std::holds_alternative<Time>(value);
        case ItemType::url:
            return std::holds_alternative<Uri>(value);
        case ItemType::quantity:
            return std::holds_alternative<Quantity>(value);
        case ItemType::string:
        case ItemType::text:
            return std::holds_alternative<std::string>(value);
        case ItemType::choice:
            return !std::holds_alternative<bool>(value);
        case ItemType::open_choice:
            return !std::holds_alternative<bool>(value);
        default:
            return false;
    }
}

void check_range(const Item& item, const Value& value, Codes& codes) {
    const bool low = item.min_value && compare(value, *item.min_value) < 0;
    const bool high = item.max_value && compare(value, *item.max_value) > 0;
    if (low || high) codes.insert("out-of-range");
    const auto* integer = std::get_if<std::int64_t>(&value);
    if (integer != nullptr && !to_integer(std::to_string(*integer))) codes.insert("out-of-range");
}

void check_text(const Item& item, const std::string& text, Codes& codes) {
    if (!is_utf8(text)) codes.insert("not-utf8");
    if (item.max_length && utf8_count(text) > static_cast<std::size_t>(*item.max_length))
        codes.insert("too-long");
}

void check_form(const Value& value, Codes& codes) {
    if (const auto* date = std::get_if<Date>(&value); date != nullptr && !is_date(date->iso))
        codes.insert("not-a-date");
    if (const auto* decimal = std::get_if<Decimal>(&value);
        decimal != nullptr && !to_decimal(decimal->text))
        codes.insert("not-a-decimal");
}

void check_option(const Item& item, const Value& value, Codes& codes) {
    if (item.type != ItemType::choice && item.type != ItemType::open_choice) return;
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
    if (const auto* text = std::get_if<std::string>(&value)) check_text(item, *text, codes);
}

void check_together(const Item& item, const std::vector<Value>& values, Codes& codes) {
    if (values.size() < 2) return;
    if (!item.repeats) codes.insert("too-many");
    for (const auto& option : item.options) {
        if (!option.exclusive) continue;
        const bool chosen = std::any_of(values.begin(), values.end(), [&](const Value& value) {
            return equal(value, option.value);
        });
        if (chosen) codes.insert("exclusive");
    }
}

}  // namespace

std::vector<std::string> problems(const Item& item, const std::vector<Value>& values) {
    Codes codes;
    for (const auto& value : values) check_value(item, value, codes);
    check_together(item, values, codes);
    return {codes.begin(), codes.end()};
}

}  // namespace candor::screening
