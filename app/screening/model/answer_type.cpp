#include "screening/model/answer_type.h"

#include <algorithm>

#include "screening/model/value.h"

namespace candor::screening {
namespace {

template <typename... Types>
bool is_any(const Value& value) {
    return (std::holds_alternative<Types>(value) || ...);
}

}  // namespace

bool is_choice(const Item& item) {
    return item.type == ItemType::choice || item.type == ItemType::open_choice;
}

bool fits_type(ItemType type, const Value& value) {
    switch (type) {
        case ItemType::group:
        case ItemType::display:
            return false;
        case ItemType::boolean:
            return is_any<bool>(value);
        case ItemType::choice:
        case ItemType::open_choice:
            return is_any<Coding, std::string, std::int64_t, Date, Time>(value);
        case ItemType::integer:
            return is_any<std::int64_t>(value);
        case ItemType::decimal:
            return is_any<Decimal>(value);
        case ItemType::date:
            return is_any<Date>(value);
        case ItemType::date_time:
            return is_any<DateTime>(value);
        case ItemType::time:
            return is_any<Time>(value);
        case ItemType::string:
        case ItemType::text:
            return is_any<std::string>(value);
        case ItemType::url:
            return is_any<Uri>(value);
        case ItemType::quantity:
            return is_any<Quantity>(value);
    }
    return false;
}

bool can_meet(ItemType type, const Value& answer) {
    switch (type) {
        case ItemType::integer:
        case ItemType::decimal:
            return is_any<std::int64_t, Decimal>(answer);
        case ItemType::url:
            return is_any<std::string>(answer);
        case ItemType::choice:
        case ItemType::open_choice:
            return fits_type(type, answer) || is_any<Decimal>(answer);
        default:
            return fits_type(type, answer);
    }
}

bool is_option(const Item& item, const Value& value) {
    return std::any_of(item.options.begin(), item.options.end(),
                       [&](const AnswerOption& option) { return equal(option.value, value); });
}

}  // namespace candor::screening
