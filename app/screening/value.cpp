#include "screening/value.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/secret_string.h"
#include "screening/calendar.h"

namespace candor::screening {
namespace {

// Through long double, because it tells 18 digits apart, as FHIR's decimals need, and a double does
// not.
long double number_of(const Decimal& decimal) {
    long double number = 0;
    const char* end = decimal.text.data() + decimal.text.size();
    const auto read = std::from_chars(decimal.text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end) return static_cast<long double>(decimal.value);
    return number;
}

std::optional<long double> number_of(const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return static_cast<long double>(*integer);
    const auto* decimal = std::get_if<Decimal>(&value);
    if (decimal == nullptr) return std::nullopt;
    return number_of(*decimal);
}

std::partial_ordering same(bool equal) {
    return equal ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
}

std::partial_ordering compare_same(bool left, bool right) { return same(left == right); }
std::partial_ordering compare_same(std::int64_t left, std::int64_t right) { return left <=> right; }
std::partial_ordering compare_same(const Decimal& left, const Decimal& right) {
    return number_of(left) <=> number_of(right);
}
std::partial_ordering compare_same(const Date& left, const Date& right) {
    return compare_dates(left.iso, right.iso);
}
std::partial_ordering compare_same(const std::string& left, const std::string& right) {
    return same(left == right);
}
std::partial_ordering compare_same(const Coding& left, const Coding& right) {
    return same(left.code == right.code && left.system == right.system);
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
    const auto order = number_of(left.value) <=> number_of(right.value);
    if (left.comparator.empty() && right.comparator.empty()) return order;
    return same(order == 0 && left.comparator == right.comparator);
}

// [-] digits without a leading zero [. digits] [e [+-] digits], which is JSON's grammar too.
bool is_decimal(std::string_view text) {
    const auto digits = [&text] {
        const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(end);
        return end;
    };
    const auto eat = [&text](std::string_view any) {
        if (text.empty() || any.find(text[0]) == std::string_view::npos) return false;
        text.remove_prefix(1);
        return true;
    };
    eat("-");
    const bool zero = !text.empty() && text[0] == '0';
    const auto whole = digits();
    if (whole == 0 || (zero && whole > 1)) return false;
    if (eat(".") && digits() == 0) return false;
    if (eat("eE")) {
        eat("+-");
        if (digits() == 0) return false;
    }
    return text.empty();
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
    const auto left_number = number_of(left), right_number = number_of(right);
    if (left_number && right_number) return *left_number <=> *right_number;
    if (left.index() != right.index()) return std::partial_ordering::unordered;
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

bool has_order(const Value& value) {
    return !std::holds_alternative<bool>(value) && !std::holds_alternative<std::string>(value) &&
           !std::holds_alternative<Coding>(value) && !std::holds_alternative<Uri>(value);
}

bool is_uri(std::string_view text) {
    return !text.empty() && text.find_first_of(" \t\r\n\f\v") == std::string_view::npos;
}

std::optional<Decimal> to_decimal(std::string_view text) {
    constexpr std::size_t kLongest = 64;
    if (text.size() > kLongest || !is_decimal(text)) return std::nullopt;
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
    return Decimal{std::string(text), value};
}

std::optional<std::int64_t> to_integer(std::string_view text) {
    std::int32_t value = 0;
    if (!is_decimal(text)) return std::nullopt;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return value;
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
