#include "screening/model/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace candor::screening {
namespace {

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

std::int64_t exponent_in(std::string_view text) {
    const auto mark = text.find_first_of("eE");
    if (mark == std::string_view::npos) return 0;
    text.remove_prefix(mark + 1);
    if (!text.empty() && text[0] == '+') text.remove_prefix(1);
    std::int64_t exponent = 0;
    std::from_chars(text.data(), text.data() + text.size(), exponent);
    return exponent;
}

/// Digits without zeros at either end, the first of them worth 10 to the `magnitude`.
struct Scaled {
    int sign = 0;
    std::int64_t magnitude = 0;
    std::string digits;
};

Scaled scaled(std::string_view text) {
    Scaled number;
    number.magnitude = exponent_in(text) - 1;
    const bool negative = text[0] == '-';
    bool after_point = false;
    for (const char c : text.substr(negative ? 1 : 0, text.find_first_of("eE"))) {
        if (c == '.') after_point = true;
        if (c < '0' || c > '9') continue;
        if (c != '0' || !number.digits.empty()) number.digits += c;
        if (after_point && number.digits.empty()) --number.magnitude;
        if (!after_point && !number.digits.empty()) ++number.magnitude;
    }
    number.digits.erase(number.digits.find_last_not_of('0') + 1);
    if (!number.digits.empty()) number.sign = negative ? -1 : 1;
    return number;
}

}  // namespace

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

std::partial_ordering compare_decimals(const Decimal& left, const Decimal& right) {
    // A double keeps the order of what it rounds, so only a tie needs the digits.
    if (left.value != right.value || left.text == right.text) return left.value <=> right.value;
    if (!is_decimal(left.text) || !is_decimal(right.text)) return left.value <=> right.value;
    const Scaled one = scaled(left.text), other = scaled(right.text);
    if (one.sign != other.sign) return one.sign <=> other.sign;
    if (one.sign == 0) return std::partial_ordering::equivalent;
    const auto size = one.magnitude != other.magnitude ? one.magnitude <=> other.magnitude
                                                       : one.digits <=> other.digits;
    return one.sign > 0 ? size : 0 <=> size;
}

std::int64_t decimal_places(const Decimal& decimal) {
    const std::string_view text = decimal.text;
    const auto end = std::min(text.find_first_of("eE"), text.size());
    const auto point = text.find('.');
    const auto after = point < end ? static_cast<std::int64_t>(end - point) - 1 : 0;
    return std::max<std::int64_t>(0, after - exponent_in(text));
}

}  // namespace candor::screening
