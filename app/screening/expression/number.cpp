#include "screening/expression/number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>

namespace candor::screening {
namespace {

__extension__ using Scaled128 = __int128;
constexpr int kPlaces = 8;
constexpr Scaled128 kOne = 100'000'000;
constexpr Scaled128 kMost = kOne * 10'000'000'000LL * 1'000'000'000'000LL;  // 10 to the 30

Scaled128 power_of_ten(int exponent) {
    Scaled128 power = 1;
    while (exponent-- > 0) power *= 10;
    return power;
}

std::string text_of(Scaled128 scaled) {
    const bool negative = scaled < 0;
    if (negative) scaled = -scaled;
    std::string digits;
    for (int i = 0; i <= kPlaces || scaled > 0; ++i, scaled /= 10)
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(scaled % 10)));
    std::string text = digits.substr(0, digits.size() - kPlaces);
    std::string fraction = digits.substr(digits.size() - kPlaces);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    if (!fraction.empty()) text += "." + fraction;
    return (negative ? "-" : "") + text;
}

}  // namespace

Number::Number(std::int64_t whole) : scaled_(static_cast<Wide>(whole) * kOne), integer_(true) {}

std::optional<Number> Number::checked(Wide scaled, bool integer) {
    if (scaled > kMost || scaled < -kMost) return std::nullopt;
    return Number(scaled, integer);
}

std::optional<Number> Number::of(const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return Number(*integer);
    const auto* decimal = std::get_if<Decimal>(&value);
    return decimal == nullptr ? std::nullopt : parsed(decimal->text);
}

// [-] digits [. digits] [e [+-] digits], as decimal.h has them.
std::optional<Number> Number::parsed(const std::string& text) {
    const std::size_t mark = std::min(text.find_first_of("eE"), text.size());
    int exponent = 0;
    if (mark < text.size()) {
        const std::size_t from = mark + (text[mark + 1] == '+' ? 2 : 1);
        const auto read = std::from_chars(text.data() + from, text.data() + text.size(), exponent);
        if (read.ec != std::errc() || exponent > 40 || exponent < -400) return std::nullopt;
    }
    Wide scaled = 0;
    int places = -exponent;
    bool after_point = false;
    for (const char c : text.substr(0, mark)) {
        if (c == '.') after_point = true;
        if (c < '0' || c > '9') continue;
        if (scaled > kMost) {
            if (!after_point) return std::nullopt;
            continue;  // far behind the last place that is kept
        }
        scaled = scaled * 10 + (c - '0');
        if (after_point) ++places;
    }
    for (; places < kPlaces; ++places) {
        if (scaled > kMost) return std::nullopt;
        scaled *= 10;
    }
    if (places - kPlaces > 37)
        scaled = 0;
    else if (places > kPlaces)
        scaled = rounded_quotient(scaled, power_of_ten(places - kPlaces));
    return checked(text[0] == '-' ? -scaled : scaled, false);
}

std::optional<Number> Number::near(double value) {
    constexpr double kMostNear = 1e20;
    if (!std::isfinite(value) || std::fabs(value) > kMostNear) return std::nullopt;
    return checked(static_cast<Wide>(std::round(value * static_cast<double>(kOne))), false);
}

Number::Wide Number::rounded_quotient(Wide dividend, Wide divisor) {
    const Wide quotient = dividend / divisor, rest = dividend % divisor;
    const auto size = [](Wide n) { return n < 0 ? -n : n; };
    if (size(rest) < size(divisor) - size(rest)) return quotient;
    return (dividend < 0) == (divisor < 0) ? quotient + 1 : quotient - 1;
}

Value Number::value() const {
    constexpr Wide kMostInteger = INT64_MAX;
    const Wide whole = scaled_ / kOne;
    if (integer_ && whole <= kMostInteger && whole >= -kMostInteger)
        return static_cast<std::int64_t>(whole);
    Decimal decimal{text_of(scaled_), 0};
    decimal.value = approximate();
    return decimal;
}

double Number::approximate() const {
    double value = 0;
    const std::string text = text_of(scaled_);
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

int Number::sign() const { return scaled_ < 0 ? -1 : scaled_ > 0 ? 1 : 0; }
bool Number::is_whole() const { return scaled_ % kOne == 0; }

std::optional<Number> Number::plus(const Number& other) const {
    return checked(scaled_ + other.scaled_, integer_ && other.integer_);
}

std::optional<Number> Number::minus(const Number& other) const {
    return checked(scaled_ - other.scaled_, integer_ && other.integer_);
}

std::optional<Number> Number::times(const Number& other) const {
    Wide product = 0;
    if (__builtin_mul_overflow(scaled_, other.scaled_, &product)) return std::nullopt;
    return checked(rounded_quotient(product, kOne), integer_ && other.integer_);
}

std::optional<Number> Number::divided_by(const Number& other) const {
    Wide dividend = 0;
    if (other.scaled_ == 0 || __builtin_mul_overflow(scaled_, kOne, &dividend)) return std::nullopt;
    return checked(rounded_quotient(dividend, other.scaled_), false);
}

std::optional<Number> Number::whole_quotient(const Number& other) const {
    if (other.scaled_ == 0) return std::nullopt;
    return checked(scaled_ / other.scaled_ * kOne, true);
}

std::optional<Number> Number::remainder(const Number& other) const {
    if (other.scaled_ == 0) return std::nullopt;
    return Number(scaled_ % other.scaled_, integer_ && other.integer_);
}

std::optional<Number> Number::to_the(const Number& power) const {
    constexpr int kMostSteps = 200;
    if (!power.is_whole()) return near(std::pow(approximate(), power.approximate()));
    const Wide times_over = power.scaled_ / kOne;
    if (times_over > kMostSteps || times_over < -kMostSteps) return std::nullopt;
    std::optional<Number> result = Number(Wide{kOne}, integer_ && power.integer_);
    const int count = static_cast<int>(times_over < 0 ? -times_over : times_over);
    for (int i = 0; i < count && result; ++i) result = result->times(*this);
    if (result && times_over < 0) return Number(Wide{kOne}, false).divided_by(*result);
    return result;
}

Number Number::negated() const { return {-scaled_, integer_}; }

Number Number::rounded(int places) const {
    if (places >= kPlaces) return *this;
    const Wide unit = power_of_ten(kPlaces - std::max(places, 0));
    return {rounded_quotient(scaled_, unit) * unit, integer_};
}

Number Number::truncated() const { return {scaled_ / kOne * kOne, true}; }

Number Number::floor() const {
    const Wide whole = scaled_ / kOne - (scaled_ < 0 && !is_whole() ? 1 : 0);
    return {whole * kOne, true};
}

Number Number::ceiling() const { return negated().floor().negated(); }

std::optional<Number> Number::square_root() const {
    if (scaled_ < 0) return std::nullopt;
    return near(std::sqrt(approximate()));
}

std::optional<Number> Number::logarithm() const {
    if (scaled_ <= 0) return std::nullopt;
    return near(std::log(approximate()));
}

std::optional<Number> Number::logarithm(const Number& base) const {
    if (scaled_ <= 0 || base.scaled_ <= 0 || base.scaled_ == kOne) return std::nullopt;
    return near(std::log(approximate()) / std::log(base.approximate()));
}

std::optional<Number> Number::exponential() const { return near(std::exp(approximate())); }

}  // namespace candor::screening
