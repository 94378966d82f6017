#include "screens/self_check/wording.h"

#include <charconv>

#include "screening/model/unit_print.h"
#include "screening/model/value.h"
#include "screens/self_check/scale.h"

namespace candor::screens {
namespace {

using screening::Item;
using screening::Value;

/// "07" is 7; what is no number is 0.
int digits_of(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::string moment_text(std::string_view iso, const ui::Strings& strings) {
    const std::string date = date_words(iso.substr(0, 10), strings);
    if (iso.size() < 16) return date;
    const std::string time = strings.number(iso.substr(11, 5));
    return strings("date.and-time", {{"date", date}, {"time", time}});
}

std::string quantity_text(const screening::Quantity& quantity, const std::string& unit,
                          const ui::Strings& strings) {
    const std::string number = strings.number(quantity.value.text);
    return unit.empty() ? number : number + " " + unit;
}

}  // namespace

std::string date_words(std::string_view iso, const ui::Strings& strings) {
    if (iso.size() < 4) return std::string(iso);
    const std::string year = strings.number(iso.substr(0, 4));
    if (iso.size() < 7) return year;
    const int month = digits_of(iso.substr(5, 2));
    if (month < 1 || month > 12) return std::string(iso);
    const std::string name = month_name(month, strings);
    if (iso.size() < 10) return strings("date.month-year", {{"month", name}, {"year", year}});
    const std::string day = strings.number(std::to_string(digits_of(iso.substr(8, 2))));
    return strings("date.day-month-year", {{"day", day}, {"month", name}, {"year", year}});
}

std::string month_name(int month, const ui::Strings& strings) {
    return strings("month." + std::to_string(month));
}

std::string value_text(const Value& value, const ui::Strings& strings) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return strings.number(std::to_string(*number));
    if (const auto* decimal = std::get_if<screening::Decimal>(&value))
        return strings.number(decimal->text);
    if (const auto* date = std::get_if<screening::Date>(&value))
        return date_words(date->iso, strings);
    if (const auto* moment = std::get_if<screening::DateTime>(&value))
        return moment_text(moment->iso, strings);
    if (const auto* time = std::get_if<screening::Time>(&value))
        return strings.number(std::string_view(time->iso).substr(0, 5));
    if (const auto* uri = std::get_if<screening::Uri>(&value)) return uri->text;
    if (const auto* quantity = std::get_if<screening::Quantity>(&value))
        return quantity_text(*quantity, screening::unit_words(quantity->unit, quantity->code),
                             strings);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* coding = std::get_if<screening::Coding>(&value))
        return coding->display.empty() ? coding->code : coding->display;
    return strings(std::get<bool>(value) ? "check.yes" : "check.no");
}

std::string value_text(const Item& item, const Value& value, const ui::Strings& strings) {
    for (const screening::AnswerOption& option : item.options) {
        if (!screening::equal(option.value, value) || option.label.empty()) continue;
        const std::string& words = option.label.in(strings.language());
        return option.prefix.empty() ? words : option.prefix + " " + words;
    }
    const bool number = std::holds_alternative<std::int64_t>(value) ||
                        std::holds_alternative<screening::Decimal>(value);
    const auto* quantity = std::get_if<screening::Quantity>(&value);
    const int unit = quantity != nullptr             ? unit_of(item, *quantity)
                     : number && !item.units.empty() ? 0
                                                     : -1;
    if (unit < 0) return value_text(value, strings);
    const std::string name =
        item.units[static_cast<std::size_t>(unit)].label.in(strings.language());
    if (quantity != nullptr) return quantity_text(*quantity, name, strings);
    return value_text(value, strings) + " " + name;
}

std::string answer_text(const Item& item, const std::vector<Value>& values,
                        const ui::Strings& strings) {
    std::string out;
    for (const Value& value : values) {
        if (!out.empty()) out += strings("check.between-answers");
        out += value_text(item, value, strings);
    }
    return out;
}

std::string cause_text(const Item& item, const screening::Cause& cause,
                       const ui::Strings& strings) {
    if (cause.values.empty()) return strings("check.rather-not-say");
    std::string out;
    for (const Value* value : cause.values) {
        if (!out.empty()) out += strings("check.between-answers");
        out += value_text(item, *value, strings);
    }
    return out;
}

std::string title_text(const Title& title, const ui::Strings& strings) {
    const std::string text =
        title.item == nullptr ? "" : item_text(*title.item, strings.language());
    if (title.number == 0) return text;
    const std::string n = strings.number(std::to_string(title.number));
    const std::string of = strings.number(std::to_string(title.of));
    const std::string place = strings("check.number-of", {{"n", n}, {"of", of}});
    return text.empty() ? place
                        : strings("check.title-number", {{"title", text}, {"place", place}});
}

std::string item_text(const Item& item, const std::string& language) {
    const std::string& text = item.text.in(language);
    if (item.prefix.empty()) return text;
    const std::string& prefix = item.prefix.in(language);
    return text.empty() ? prefix : prefix + " " + text;
}

}  // namespace candor::screens
