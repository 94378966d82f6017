#include "screening/model/value.h"

#include <array>
#include <optional>

#include "base/secret_string.h"
#include "screening/model/calendar.h"
#include "screening/model/decimal.h"

namespace candor::screening {
namespace {

std::optional<Decimal> number_of(const Value& value) {
    if (const auto* decimal = std::get_if<Decimal>(&value)) return *decimal;
    const auto* integer = std::get_if<std::int64_t>(&value);
    if (integer == nullptr) return std::nullopt;
    return Decimal{std::to_string(*integer), static_cast<double>(*integer)};
}

const std::string* text_of(const Value& value) {
    if (const auto* uri = std::get_if<Uri>(&value)) return &uri->text;
    return std::get_if<std::string>(&value);
}

std::partial_ordering same(bool equal) {
    return equal ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
}

std::partial_ordering compare_same(bool left, bool right) { return same(left == right); }
std::partial_ordering compare_same(std::int64_t left, std::int64_t right) { return left <=> right; }
std::partial_ordering compare_same(const Decimal& left, const Decimal& right) {
    return compare_decimals(left, right);
}
std::partial_ordering compare_same(const Date& left, const Date& right) {
    return compare_dates(left.iso, right.iso);
}
std::partial_ordering compare_same(const std::string& left, const std::string& right) {
    return same(left == right);
}
std::partial_ordering compare_same(const Coding& left, const Coding& right) {
    const bool words_alone = left.code.empty() && right.code.empty();
    return same(left.code == right.code && left.system == right.system &&
                (!words_alone || left.display == right.display));
}
std::partial_ordering compare_same(const DateTime& left, const DateTime& right) {
    return compare_date_times(left.iso, right.iso);
}
std::partial_ordering compare_same(const Time& left, const Time& right) {
    return compare_times(left.iso, right.iso);
}
std::partial_ordering compare_same(const Uri& left, const Uri& right) {
    return same(left.text == right.text);
}
std::partial_ordering compare_same(const Quantity& left, const Quantity& right) {
    if (!same_unit(left, right)) return std::partial_ordering::unordered;
    const auto order = compare_decimals(left.value, right.value);
    if (left.comparator.empty() && right.comparator.empty()) return order;
    return same(order == 0 && left.comparator == right.comparator);
}

// Numbers of both types, and an uri with the text that a condition writes for one: R4 has no
// answerUri.
std::partial_ordering compare_kin(const Value& left, const Value& right) {
    const auto left_number = number_of(left), right_number = number_of(right);
    if (left_number && right_number) return compare_decimals(*left_number, *right_number);
    const auto *left_text = text_of(left), *right_text = text_of(right);
    return same(left_text != nullptr && right_text != nullptr && *left_text == *right_text);
}

void wipe_held(bool& flag) { flag = false; }
void wipe_held(std::int64_t& integer) { integer = 0; }
void wipe_held(std::string& text) { base::wipe(text); }
void wipe_held(Date& date) { base::wipe(date.iso); }
void wipe_held(DateTime& date_time) { base::wipe(date_time.iso); }
void wipe_held(Time& time) { base::wipe(time.iso); }
void wipe_held(Uri& uri) { base::wipe(uri.text); }
void wipe_held(Decimal& decimal) {
    base::wipe(decimal.text);
    decimal.value = 0;
}
void wipe_held(Coding& coding) {
    for (std::string* text : {&coding.system, &coding.code, &coding.display}) base::wipe(*text);
}
void wipe_held(Quantity& quantity) {
    wipe_held(quantity.value);
    for (std::string* text :
         {&quantity.comparator, &quantity.unit, &quantity.system, &quantity.code})
        base::wipe(*text);
}

}  // namespace

std::partial_ordering compare(const Value& left, const Value& right) {
    if (left.index() != right.index()) return compare_kin(left, right);
    return std::visit(
        [&](const auto& value) {
            return compare_same(value, std::get<std::decay_t<decltype(value)>>(right));
        },
        left);
}

bool equal(const Value& left, const Value& right) {
    return compare(left, right) == std::partial_ordering::equivalent;
}

bool same_unit(const Quantity& left, const Quantity& right) {
    if (!left.code.empty() && !right.code.empty())
        return left.code == right.code && left.system == right.system;
    if (left.code.empty() && right.code.empty()) return left.unit == right.unit;
    return !left.unit.empty() && left.unit == right.unit;
}

Quantity measured_in(const Unit& unit, const Decimal& amount) {
    Quantity quantity;
    quantity.value = amount;
    quantity.unit = unit.coding.display.empty() ? unit.coding.code : unit.coding.display;
    quantity.system = unit.coding.system;
    quantity.code = unit.coding.code;
    return quantity;
}

bool has_order(const Value& value) {
    return !std::holds_alternative<bool>(value) && !std::holds_alternative<std::string>(value) &&
           !std::holds_alternative<Coding>(value) && !std::holds_alternative<Uri>(value);
}

bool is_uri(std::string_view text) {
    return !text.empty() && text.find_first_of(" \t\r\n\f\v") == std::string_view::npos;
}

const char* fhir_type(const Value& value) {
    constexpr std::array kTypes{"Boolean", "Integer",  "Decimal", "Date", "String",
                                "Coding",  "DateTime", "Time",    "Uri",  "Quantity"};
    static_assert(kTypes.size() == std::variant_size_v<Value>);
    return kTypes[value.index()];
}

bool is_blank(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr && text->find_first_not_of(" \t\r\n") == std::string::npos;
}

void wipe(Value& value) {
    std::visit([](auto& held) { wipe_held(held); }, value);
}

}  // namespace candor::screening
