#include "desk/shell/moments.h"

#include <cstdio>
#include <ctime>

namespace candor::desk {
namespace {

constexpr std::int64_t kMinute = 60, kHour = 3600, kDay = 24 * kHour;

std::tm local(std::int64_t seconds) {
    const auto moment = static_cast<std::time_t>(seconds);
    std::tm out{};
    ::localtime_r(&moment, &out);
    return out;
}

/// The local day as a number that grows by one a day.
std::int64_t day_of(std::int64_t seconds) {
    std::tm moment = local(seconds);
    return (seconds + moment.tm_gmtoff) / kDay;
}

std::string formatted(std::int64_t seconds, const char* pattern) {
    const std::tm moment = local(seconds);
    char text[32];
    return std::string(text, std::strftime(text, sizeof text, pattern, &moment));
}

}  // namespace

std::int64_t seconds_of(std::string_view instant) {
    std::tm moment{};
    const std::string text(instant);
    const char* end = ::strptime(text.c_str(), "%Y-%m-%dT%H:%M:%S", &moment);
    return end == nullptr ? 0 : static_cast<std::int64_t>(::timegm(&moment));
}

std::string age_words(const ui::Strings& strings, std::int64_t then_s, std::int64_t now_s,
                      Known known) {
    const std::int64_t age = now_s - then_s;
    const std::int64_t days = day_of(now_s) - day_of(then_s);
    if (age < kHour && known == Known::to_the_hour) return strings("age.under-an-hour");
    if (age < kMinute) return strings("age.now");
    if (age < kHour) return strings.plural("age.minutes", static_cast<int>(age / kMinute));
    if (days <= 0 || age < 6 * kHour)
        return strings.plural("age.hours", static_cast<int>(age / kHour));
    if (days == 1) return strings("age.yesterday");
    if (days < 7) return strings.plural("age.days", static_cast<int>(days));
    return formatted(then_s, "%Y-%m-%d");
}

std::string moment_words(std::int64_t then_s, std::int64_t now_s, Known known) {
    const bool today = day_of(then_s) == day_of(now_s);
    std::string words = formatted(then_s, today ? "%H:%M" : "%Y-%m-%d %H:%M");
    if (known == Known::to_the_hour) words += "–" + formatted(then_s + kHour, "%H:%M");
    return words;
}

}  // namespace candor::desk
