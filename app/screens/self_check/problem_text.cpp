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

}  // namespace

std::pair<std::string, std::string> limits_text(const Item& item, const ui::Strings& strings) {
    const auto least = screening::least_value(item), greatest = screening::greatest_value(item);
    return {least ? value_text(item, *least, strings) : std::string(),
            greatest ? value_text(item, *greatest, strings) : std::string()};
}

std::string problem_text(const Item& item, const std::string& code, const ui::Strings& strings) {
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
