#include <algorithm>

#include "screening/model/expression.h"
#include "screens/self_check/wording.h"

namespace candor::screens {
namespace {

using screening::Item;

std::string counted(const std::string& code, std::optional<int> count, const ui::Strings& strings) {
    const std::string n = strings.number(std::to_string(count.value_or(1)));
    return strings("check.problem." + code, {{"n", n}});
}

std::string range_text(const Item& item, const ui::Strings& strings) {
    const auto [low, high] = limits_text(item, strings);
    if (low.empty() && high.empty()) return strings("check.problem.too-large");
    if (high.empty()) return strings("check.problem.below", {{"low", low}});
    if (low.empty()) return strings("check.problem.above", {{"high", high}});
    return strings("check.problem.out-of-range", {{"low", low}, {"high", high}});
}

std::string form_text(const Item& item, const ui::Strings& strings) {
    if (item.entry_format.empty()) return strings("check.problem.no-match");
    return strings("check.problem.other-form",
                   {{"format", item.entry_format.in(strings.language())}});
}

/// What an author writes a complaint about: not an answer that is only half given.
bool is_of_the_answer(const std::string& code) {
    static constexpr const char* kCodes[] = {"no-match",  "out-of-range", "too-long",
                                             "too-short", "too-precise",  "not-an-integer",
                                             "not-a-uri", "not-a-decimal"};
    return std::any_of(std::begin(kCodes), std::end(kCodes),
                       [&](const char* each) { return code == each; });
}

/// The number alone where a limit is one.
std::string amount_text(const screening::Value& limit, const ui::Strings& strings) {
    const auto* quantity = std::get_if<screening::Quantity>(&limit);
    return quantity == nullptr ? value_text(limit, strings)
                               : value_text(screening::Value(quantity->value), strings);
}

}  // namespace

std::pair<std::string, std::string> limits_text(const Item& item, const ui::Strings& strings) {
    const auto least = screening::least_value(item), greatest = screening::greatest_value(item);
    std::string low = least ? value_text(item, *least, strings) : std::string();
    const std::string high = greatest ? value_text(item, *greatest, strings) : std::string();
    if (!least || !greatest) return {low, high};
    // The unit of both stands behind the second.
    const std::string low_amount = amount_text(*least, strings);
    const std::string high_amount = amount_text(*greatest, strings);
    const bool same = low.starts_with(low_amount) && high.starts_with(high_amount) &&
                      low.substr(low_amount.size()) == high.substr(high_amount.size());
    return {same ? low_amount : low, high};
}

std::string problem_text(const Item& item, const std::string& code, const ui::Strings& strings) {
    if (!item.complaint.empty() && is_of_the_answer(code))
        return item.complaint.in(strings.language());
    if (code == "too-long") return counted(code, item.max_length, strings);
    if (code == "too-short") return counted(code, item.min_length, strings);
    if (code == "too-many") return counted(code, item.max_occurs, strings);
    if (code == "too-few" && !screening::is_question(item))
        return counted("too-few-repetitions", item.min_occurs, strings);
    if (code == "too-few") return counted(code, item.min_occurs, strings);
    if (code == "too-precise") return counted(code, item.max_decimal_places.value_or(0), strings);
    if (code == "out-of-range") return range_text(item, strings);
    if (code == "no-match") return form_text(item, strings);
    static constexpr const char* kOfOneForm[] = {
        "not-a-date",      "not-a-date-time",  "not-a-time", "not-a-uri",     "not-a-decimal",
        "not-an-integer",  "wrong-unit",       "exclusive",  "not-an-option", "incomplete-date",
        "incomplete-time", "time-without-day", "blank-group"};
    const bool known = std::any_of(std::begin(kOfOneForm), std::end(kOfOneForm),
                                   [&](const char* one) { return code == one; });
    if (known) return strings("check.problem." + code);
    if (code == "not-a-quantity") return strings("check.problem.not-a-decimal");
    return strings("check.does-not-fit");
}

}  // namespace candor::screens
