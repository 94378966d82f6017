#include "screening/value.h"

#include <sodium.h>

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "base/secret_string.h"

namespace candor::screening {
namespace {

// Through long double, because it tells 18 digits apart, as FHIR's decimals need, and a double does
// not.
std::optional<long double> number_of(const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return static_cast<long double>(*integer);
    const auto* decimal = std::get_if<Decimal>(&value);
    if (decimal == nullptr) return std::nullopt;
    long double number = 0;
    const char* end = decimal->text.data() + decimal->text.size();
    const auto read = std::from_chars(decimal->text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end) return static_cast<long double>(decimal->value);
    return number;
}

std::partial_ordering compare_dates(std::string_view left, std::string_view right) {
    const auto shared = std::min(left.size(), right.size());
    const int order = left.substr(0, shared).compare(right.substr(0, shared));
    if (order != 0) return order < 0 ? std::partial_ordering::less : std::partial_ordering::greater;
    return left.size() == right.size() ? std::partial_ordering::equivalent
                                       : std::partial_ordering::unordered;
}

std::partial_ordering same(bool equal) {
    return equal ? std::partial_ordering::equivalent : std::partial_ordering::unordered;
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int days_in(int year, int month) {
    constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

int two_digits(std::string_view text, std::size_t at) {
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
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

}  // namespace

std::partial_ordering compare(const Value& left, const Value& right) {
    const auto left_number = number_of(left), right_number = number_of(right);
    if (left_number && right_number) return *left_number <=> *right_number;
    if (left.index() != right.index()) return std::partial_ordering::unordered;
    if (const auto* date = std::get_if<Date>(&left))
        return compare_dates(date->iso, std::get<Date>(right).iso);
    if (const auto* coding = std::get_if<Coding>(&left)) {
        const auto& other = std::get<Coding>(right);
        return same(coding->code == other.code && coding->system == other.system);
    }
    if (const auto* flag = std::get_if<bool>(&left)) return same(*flag == std::get<bool>(right));
    return same(std::get<std::string>(left) == std::get<std::string>(right));
}

bool equal(const Value& left, const Value& right) {
    return compare(left, right) == std::partial_ordering::equivalent;
}

bool has_order(const Value& value) {
    return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<Decimal>(value) ||
           std::holds_alternative<Date>(value);
}

bool is_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    if (!all_digits(text.substr(0, 4)) || text.substr(0, 4) == "0000") return false;
    if (text.size() == 4) return true;
    if (text[4] != '-' || !all_digits(text.substr(5, 2))) return false;
    const int month = two_digits(text, 5);
    if (month < 1 || month > 12) return false;
    if (text.size() == 7) return true;
    if (text[7] != '-' || !all_digits(text.substr(8, 2))) return false;
    const int year = two_digits(text, 0) * 100 + two_digits(text, 2), day = two_digits(text, 8);
    return day >= 1 && day <= days_in(year, month);
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
    constexpr std::array kTypes{"Boolean", "Integer", "Decimal", "Date", "String", "Coding"};
    return kTypes[value.index()];
}

bool is_blank(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr && text->find_first_not_of(" \t\r\n") == std::string::npos;
}

void wipe(Value& value) {
    if (auto* flag = std::get_if<bool>(&value)) *flag = false;
    if (auto* integer = std::get_if<std::int64_t>(&value)) *integer = 0;
    if (auto* text = std::get_if<std::string>(&value)) base::wipe(*text);
    if (auto* date = std::get_if<Date>(&value)) base::wipe(date->iso);
    if (auto* decimal = std::get_if<Decimal>(&value)) {
        base::wipe(decimal->text);
        decimal->value = 0;
    }
    if (auto* coding = std::get_if<Coding>(&value)) {
        base::wipe(coding->system);
        base::wipe(coding->code);
        base::wipe(coding->display);
    }
}

}  // namespace candor::screening
