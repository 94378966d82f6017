#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "screening/expression/evaluator.h"
#include "screening/expression/number.h"
#include "screening/model/calendar.h"
#include "screening/model/value.h"

namespace candor::screening {
namespace {

const std::string* text_held(const Value& value) {
    if (const auto* uri = std::get_if<Uri>(&value)) return &uri->text;
    return std::get_if<std::string>(&value);
}

bool is_membership(const std::string& name) { return name == "in" || name == "contains"; }

bool holds_same(const Collection& collection, const Datum& wanted) {
    return std::any_of(collection.begin(), collection.end(),
                       [&](const Datum& each) { return same(each, wanted); });
}

/// Of two dates of different precision it may be unknown.
std::optional<bool> equal_or_unknown(const Datum& left, const Datum& right) {
    const Value *one_side = left.value(), *other = right.value();
    if (one_side == nullptr || other == nullptr) return same(left, right);
    const bool comparable = has_order(*one_side) && one_side->index() == other->index();
    const auto order = compare(*one_side, *other);
    if (comparable && order == std::partial_ordering::unordered) return std::nullopt;
    return order == std::partial_ordering::equivalent;
}

std::optional<bool> are_equal(const Collection& left, const Collection& right) {
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const auto found = equal_or_unknown(left[i], right[i]);
        if (!found || !*found) return found;
    }
    return true;
}

std::string blank_folded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (blank && (out.empty() || out.back() == ' ')) continue;
        out += blank ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
    return out;
}

bool are_like(const Datum& left, const Datum& right) {
    const Value *one_side = left.value(), *other = right.value();
    if (one_side != nullptr && other != nullptr) {
        const auto *text = text_held(*one_side), *wanted = text_held(*other);
        if (text != nullptr && wanted != nullptr)
            return blank_folded(*text) == blank_folded(*wanted);
    }
    return same(left, right);
}

bool are_equivalent(const Collection& left, const Collection& right) {
    return left.size() == right.size() &&
           std::all_of(left.begin(), left.end(), [&](const Datum& each) {
               return std::any_of(right.begin(), right.end(),
                                  [&](const Datum& other) { return are_like(each, other); });
           });
}

Collection ordered(const std::string& name, const Value& left, const Value& right, bool& failed) {
    const auto *text = text_held(left), *other = text_held(right);
    const bool texts = text != nullptr && other != nullptr;
    const bool can = texts || (has_order(left) && has_order(right));
    if (!can) {
        failed = true;
        return {};
    }
    const std::partial_ordering order =
        texts ? std::partial_ordering(*text <=> *other) : compare(left, right);
    if (order == std::partial_ordering::unordered) return {};
    if (name == "<") return one(order < 0);
    if (name == ">") return one(order > 0);
    return one(name == "<=" ? order <= 0 : order >= 0);
}

/// Years, months and days of a duration's unit; 0 of others.
struct Span {
    int months = 0, days = 0;
};
std::optional<Span> span_of(const Quantity& quantity) {
    const std::string& unit = quantity.code.empty() ? quantity.unit : quantity.code;
    const auto amount = Number::of(quantity.value);
    constexpr int kMostUnits = 100'000;
    if (!amount || std::abs(amount->approximate()) > kMostUnits) return std::nullopt;
    const int count = static_cast<int>(amount->truncated().approximate());
    if (unit == "year" || unit == "years" || unit == "a") return Span{count * 12, 0};
    if (unit == "month" || unit == "months" || unit == "mo") return Span{count, 0};
    if (unit == "week" || unit == "weeks" || unit == "wk") return Span{0, count * 7};
    if (unit == "day" || unit == "days" || unit == "d") return Span{0, count};
    return std::nullopt;
}

/// A date so much later; a day that the month has not becomes its last one.
std::optional<std::string> date_moved(const std::string& iso, Span by) {
    using namespace std::chrono;
    if (!is_date(iso)) return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t count) {
        return std::stoi(iso.substr(from, count));
    };
    year_month_day day =
        year(number(0, 4)) / month(iso.size() < 7 ? 1U : static_cast<unsigned>(number(5, 2))) /
        std::chrono::day(iso.size() < 10 ? 1U : static_cast<unsigned>(number(8, 2)));
    if ((iso.size() < 7 && by.months % 12 != 0) || (iso.size() < 10 && by.days != 0))
        return std::nullopt;
    day += months(by.months);
    if (!day.ok()) day = day.year() / day.month() / last;
    day = sys_days(day) + days(by.days);
    const int in = static_cast<int>(day.year());
    if (in < 1 || in > 9999) return std::nullopt;
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", in,
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return std::string(text.data()).substr(0, iso.size());
}

std::optional<Value> date_moved(const Value& from, const Quantity& by, bool back) {
    auto span = span_of(by);
    if (!span) return std::nullopt;
    if (back) span = Span{-span->months, -span->days};
    if (const auto* date = std::get_if<Date>(&from)) {
        const auto iso = date_moved(date->iso, *span);
        return iso ? std::optional<Value>(Date{*iso}) : std::nullopt;
    }
    const auto* moment = std::get_if<DateTime>(&from);
    if (moment == nullptr) return std::nullopt;
    const auto iso = date_moved(moment->iso.substr(0, 10), *span);
    if (!iso) return std::nullopt;
    return DateTime{*iso + (moment->iso.size() > 10 ? moment->iso.substr(10) : "")};
}

std::optional<Number> counted(const std::string& name, const Number& left, const Number& right) {
    if (name == "+") return left.plus(right);
    if (name == "-") return left.minus(right);
    if (name == "*") return left.times(right);
    if (name == "/") return left.divided_by(right);
    return name == "div" ? left.whole_quotient(right) : left.remainder(right);
}

std::optional<Value> with_quantity(const std::string& name, const Quantity& left,
                                   const Value& right) {
    const auto* quantity = std::get_if<Quantity>(&right);
    const bool adds = name == "+" || name == "-";
    if (quantity != nullptr && (!adds || !same_unit(left, *quantity))) return std::nullopt;
    if (quantity == nullptr && name != "*" && name != "/") return std::nullopt;
    const auto one_side = Number::of(left.value);
    const auto other = Number::of(quantity == nullptr ? right : Value(quantity->value));
    const auto result = one_side && other ? counted(name, *one_side, *other) : std::nullopt;
    if (!result) return std::nullopt;
    Quantity out = left;
    const Value value = result->value();
    const auto* integer = std::get_if<std::int64_t>(&value);
    out.value = integer == nullptr ? std::get<Decimal>(value)
                                   : Decimal{std::to_string(*integer), result->approximate()};
    return out;
}

Collection computed(const std::string& name, const Value& left, const Value& right, bool& failed) {
    const auto one_side = Number::of(left), other = Number::of(right);
    if (one_side && other) {
        const auto result = counted(name, *one_side, *other);
        return result ? one(result->value()) : Collection();
    }
    const auto *text = text_held(left), *more = text_held(right);
    if (name == "+" && text != nullptr && more != nullptr) return one(*text + *more);
    const auto* quantity = std::get_if<Quantity>(&right);
    if ((name == "+" || name == "-") && quantity != nullptr &&
        !std::holds_alternative<Quantity>(left))
        return one_if(date_moved(left, *quantity, name == "-"));
    if (const auto* amount = std::get_if<Quantity>(&left))
        return one_if(with_quantity(name, *amount, right));
    if (quantity != nullptr && one_side && name == "*")
        return one_if(with_quantity(name, *quantity, left));
    failed = true;
    return {};
}

std::string joined(const Collection& left, const Collection& right, bool& failed) {
    std::string out;
    for (const Collection* side : {&left, &right}) {
        if (side->empty()) continue;
        const Value* value = only_value(*side);
        const auto* text = value == nullptr ? nullptr : text_held(*value);
        if (text == nullptr) failed = true;
        if (text != nullptr) out += *text;
    }
    return out;
}

Collection united(const Collection& left, const Collection& right) {
    Collection out;
    for (const Collection* side : {&left, &right})
        for (const Datum& each : *side)
            if (!holds_same(out, each)) out.push_back(each);
    return out;
}

Collection membership(const std::string& name, const Collection& left, const Collection& right,
                      bool& failed) {
    const Collection& wanted = name == "in" ? left : right;
    const Collection& within = name == "in" ? right : left;
    if (wanted.empty()) return {};
    if (wanted.size() > 1) failed = true;
    return one(holds_same(within, wanted.front()));
}

}  // namespace

Collection combine(const std::string& name, const Collection& left, const Collection& right,
                   bool& failed) {
    if (name == "|") return united(left, right);
    if (name == "&") return one(joined(left, right, failed));
    if (name == "~") return one(are_equivalent(left, right));
    if (name == "!~") return one(!are_equivalent(left, right));
    if (is_membership(name)) return membership(name, left, right, failed);
    if (left.empty() || right.empty()) return {};
    if (name == "=" || name == "!=") {
        const auto found = are_equal(left, right);
        return found ? one((name == "=") == *found) : Collection();
    }
    const Value *one_side = only_value(left), *other = only_value(right);
    if (one_side == nullptr || other == nullptr) {
        failed = true;
        return {};
    }
    if (name == "<" || name == ">" || name == "<=" || name == ">=")
        return ordered(name, *one_side, *other, failed);
    return computed(name, *one_side, *other, failed);
}

}  // namespace candor::screening
