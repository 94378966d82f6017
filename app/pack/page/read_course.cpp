#include "pack/page/read_course.h"

#include <algorithm>
#include <charconv>

#include "pack/folder/fields.h"
#include "pack/page/markdown.h"

namespace candor::pack {
namespace {

constexpr int kMostDays = 730;
constexpr std::string_view kNotCounted = "nobody-knows";

RichText linked_words(const std::string& text, int line, const PageScope& scope) {
    if (text.empty()) return {};
    return parse_words(text, {line, scope.language, scope.links, scope.report});
}

int day_number(std::string_view text) {
    int day = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), day);
    const bool fits = error == std::errc{} && end == text.data() + text.size();
    return fits && day <= kMostDays ? day : 0;
}

/// "3", or "7-10".
void read_days(const Fields& fields, CourseDay& out, Report& report) {
    const std::string given = fields.text("day", Need::required);
    if (given.empty()) return;
    const auto dash = given.find('-');
    const std::string_view all(given);
    out.first = day_number(all.substr(0, dash));
    out.last = dash == std::string::npos ? out.first : day_number(all.substr(dash + 1));
    if (out.first < 1 || out.last < out.first)
        report.error(fields.line_of("day"), "wrong-value",
                     in_quotes(given) + " is no day after a procedure.",
                     "Write a day such as 3, or days such as 7-10, up to " +
                         std::to_string(kMostDays) + ".");
}

void read_rate(const Fields& fields, CourseDay& out, const PageScope& scope) {
    out.rate = linked_words(fields.text("rate", Need::optional), fields.line_of("rate"), scope);
    const std::string blank = fields.text("blank", Need::optional);
    out.not_counted = blank == kNotCounted;
    if (!blank.empty() && !out.not_counted)
        scope.report.error(fields.line_of("blank"), "wrong-value",
                           in_quotes(blank) + " is no “blank” of a day.", "Write nobody-knows.");
    if (!out.usual.empty() && blank.empty() && out.rate.empty())
        scope.report.warning(fields.line_of("day"), "missing-rate",
                             "This day does not say how often it happens.",
                             "Write “rate: …” with its source, or “blank: nobody-knows”.");
    if (!blank.empty() && !out.rate.empty())
        scope.report.error(fields.line_of("blank"), "blank-with-words",
                           "This day says how often, and that nobody has counted.",
                           "Keep one of the two.");
}

CourseDay read_day(const YamlNode& node, const PageScope& scope) {
    const Fields fields(node, "A day", {"day", "usual", "rate", "blank", "care"}, scope.report);
    CourseDay out;
    if (!fields.is_map()) return out;
    read_days(fields, out, scope.report);
    out.care = linked_words(fields.text("care", Need::optional), fields.line_of("care"), scope);
    out.usual =
        linked_words(fields.text("usual", out.care.empty() ? Need::required : Need::optional),
                     fields.line_of("usual"), scope);
    read_rate(fields, out, scope);
    return out;
}

}  // namespace

Course read_course(const YamlNode& node, const PageScope& scope) {
    const Fields fields(node, "“course”", {"days", "call-now", "call-note"}, scope.report);
    Course out;
    int before = 0;
    for (const auto& item : fields.list("days", Need::required)) {
        out.days.push_back(read_day(item, scope));
        if (out.days.back().first > 0 && out.days.back().first <= before)
            scope.report.error(item.line, "day-order", "This day is not after the one above it.",
                               "Put the days in their order, each once.");
        before = std::max(before, out.days.back().last);
    }
    for (const auto& item : fields.list("call-now", Need::required)) {
        if (!item.is_scalar())
            scope.report.error(item.line, "wrong-value", "A sign should be words.",
                               "Put the words into quotes.");
        out.call_now.push_back(linked_words(item.text, item.line, scope));
    }
    out.call_note =
        linked_words(fields.text("call-note", Need::optional), fields.line_of("call-note"), scope);
    return out;
}

}  // namespace candor::pack
