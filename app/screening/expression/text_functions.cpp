#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "screening/expression/evaluator.h"
#include "screening/expression/number.h"
#include "screening/model/calendar.h"
#include "screening/model/decimal.h"
#include "screening/model/regex.h"

namespace candor::screening {
namespace {

std::optional<std::string> written_out(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* uri = std::get_if<Uri>(&value)) return uri->text;
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
    if (const auto* decimal = std::get_if<Decimal>(&value)) return decimal->text;
    if (const auto* date = std::get_if<Date>(&value)) return date->iso;
    if (const auto* moment = std::get_if<DateTime>(&value)) return moment->iso;
    if (const auto* time = std::get_if<Time>(&value)) return time->iso;
    if (const auto* quantity = std::get_if<Quantity>(&value))
        return quantity->value.text + " '" +
               (quantity->code.empty() ? quantity->unit : quantity->code) + "'";
    return std::nullopt;
}

std::optional<Value> as_decimal(const Value& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return to_decimal(*flag ? "1.0" : "0.0");
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return to_decimal(std::to_string(*integer));
    if (std::holds_alternative<Decimal>(value)) return value;
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::nullopt : std::optional<Value>(to_decimal(*text));
}

std::optional<Value> as_boolean(const Value& value) {
    if (std::holds_alternative<bool>(value)) return value;
    auto text = written_out(value).value_or("");
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    for (const std::string_view yes : {"true", "t", "yes", "y", "1", "1.0"})
        if (text == yes) return true;
    for (const std::string_view no : {"false", "f", "no", "n", "0", "0.0"})
        if (text == no) return false;
    return std::nullopt;
}

std::optional<Value> quantity_from(const Value& value) {
    if (std::holds_alternative<Quantity>(value)) return value;
    const auto number = as_decimal(value);
    if (!number) return std::nullopt;
    return Quantity{std::get<Decimal>(*number), {}, "1", "http://unitsofmeasure.org", "1"};
}

std::optional<Value> integer_from(const Value& value) {
    if (std::holds_alternative<std::int64_t>(value)) return value;
    if (const auto* flag = std::get_if<bool>(&value)) return std::int64_t{*flag ? 1 : 0};
    const auto* text = std::get_if<std::string>(&value);
    const auto integer = text == nullptr ? std::nullopt : to_integer(*text);
    return integer ? std::optional<Value>(*integer) : std::nullopt;
}

std::optional<Value> as_date(const Value& value) {
    if (std::holds_alternative<Date>(value)) return value;
    const auto text = written_out(value).value_or("");
    const std::string day = text.substr(0, 10);
    return is_date(day) ? std::optional<Value>(Date{day}) : std::nullopt;
}

bool convert(const std::string& name, const Applied& to) {
    if (!name.starts_with("to") || name == "today") return false;
    if (to.source.empty()) return true;
    const Value* value = only_value(to.source);
    if (value == nullptr) {
        to.failed = true;
        return true;
    }
    if (name == "toString") {
        if (auto text = written_out(*value)) to.out = one(std::move(*text));
    } else {
        to.out = one_if(name == "toInteger"   ? integer_from(*value)
                        : name == "toDecimal" ? as_decimal(*value)
                        : name == "toBoolean" ? as_boolean(*value)
                        : name == "toDate"    ? as_date(*value)
                                              : quantity_from(*value));
    }
    return true;
}

bool put_behind_each_other(const std::string& name, const Applied& to) {
    if (name != "join") return false;
    const Value* between = to.arguments.empty() ? nullptr : only_value(to.arguments[0]);
    const auto* sign = between == nullptr ? nullptr : std::get_if<std::string>(between);
    std::string out;
    for (const Datum& each : to.source) {
        const Value* value = each.value();
        const auto text = value == nullptr ? std::nullopt : written_out(*value);
        if (!text) to.failed = true;
        if (&each != &to.source.front() && sign != nullptr) out += *sign;
        out += text.value_or("");
    }
    if (!to.source.empty()) to.out = one(std::move(out));
    return true;
}

bool found_in(const std::string& text, const std::string& expression, bool& failed) {
    std::string why;
    const auto regex = Regex::compile("(?s).*(?:" + expression + ").*", why);
    failed |= regex == nullptr;
    return regex != nullptr && regex->matches(text);
}

std::optional<Value> compared(const std::string& name, const std::string& text,
                              const std::string& other, bool& failed) {
    if (name == "startsWith") return text.starts_with(other);
    if (name == "endsWith") return text.ends_with(other);
    if (name == "contains") return text.find(other) != std::string::npos;
    if (name == "matches") return found_in(text, other, failed);
    const auto at = text.find(other);
    if (at == std::string::npos) return std::int64_t{-1};
    return static_cast<std::int64_t>(base::utf8_count(std::string_view(text).substr(0, at)));
}

/// Where the character of that number begins.
std::size_t offset_of(std::string_view text, std::int64_t number) {
    std::size_t at = 0;
    while (number > 0 && at < text.size()) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
        --number;
    }
    return at;
}

std::optional<Value> cut(const std::string& text, const Applied& to) {
    std::array<std::int64_t, 2> numbers{0, INT32_MAX};
    for (std::size_t i = 0; i < to.arguments.size(); ++i) {
        const Value* value = only_value(to.arguments[i]);
        const auto* number = value == nullptr ? nullptr : std::get_if<std::int64_t>(value);
        if (number == nullptr) return std::nullopt;
        numbers[i] = *number;
    }
    const std::size_t from = offset_of(text, numbers[0]);
    if (numbers[0] < 0 || from >= text.size()) return std::nullopt;
    const std::string_view rest = std::string_view(text).substr(from);
    return std::string(rest.substr(0, offset_of(rest, numbers[1])));
}

std::string without_edges(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

/// Of Latin letters alone, as codes are written.
std::string cased(std::string text, bool upper) {
    for (char& c : text) {
        if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (!upper && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

}  // namespace

bool apply_to_texts(const std::string& name, const Applied& to) {
    if (convert(name, to) || put_behind_each_other(name, to)) return true;
    if (to.source.empty()) return true;
    const Value* value = only_value(to.source);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
    if (text == nullptr) {
        to.failed = true;
        return true;
    }
    if (name == "length") {
        to.out = one(static_cast<std::int64_t>(base::utf8_count(*text)));
    } else if (name == "upper" || name == "lower") {
        to.out = one(cased(*text, name == "upper"));
    } else if (name == "trim") {
        to.out = one(without_edges(*text));
    } else if (name == "substring") {
        to.out = one_if(cut(*text, to));
    } else {
        const Value* other = only_value(to.arguments.front());
        const auto* wanted = other == nullptr ? nullptr : std::get_if<std::string>(other);
        if (wanted != nullptr)
            to.out = one_if(compared(name, *text, *wanted, to.failed));
        else
            to.failed |= !to.arguments.front().empty();
    }
    return true;
}

}  // namespace candor::screening
