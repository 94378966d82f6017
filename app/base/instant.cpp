#include "base/instant.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace candor::base {
namespace {

constexpr std::int64_t kMinute_s = 60, kHour_s = 60 * kMinute_s, kDay_s = 24 * kHour_s;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Does text begin like this, with a digit for each '0'?
bool has_shape(std::string_view text, std::string_view shape) {
    if (text.size() < shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == '0' ? !is_digit(text[i]) : text[i] != shape[i]) return false;
    return true;
}

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
    int number = 0;
    for (const char c : text.substr(at, digits)) number = 10 * number + (c - '0');
    return number;
}

struct Day {
    int year = 0, month = 0, day = 0;
};

/// Of a text that begins with "0000-00-00".
std::optional<Day> day_at_front(std::string_view text) {
    const Day day{number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2)};
    const std::chrono::year_month_day date(std::chrono::year(day.year),
                                           std::chrono::month(static_cast<unsigned>(day.month)),
                                           std::chrono::day(static_cast<unsigned>(day.day)));
    if (!date.ok()) return std::nullopt;
    return day;
}

std::int64_t days_since_1970(const Day& day) {
    using namespace std::chrono;
    return sys_days(year(day.year) / day.month / day.day).time_since_epoch().count();
}

/// "Z" or "+01:00", in seconds east of UTC.
std::optional<std::int64_t> offset_of(std::string_view zone) {
    if (zone == "Z" || zone == "z") return 0;
    if (zone.size() != 6 || !(has_shape(zone, "+00:00") || has_shape(zone, "-00:00")))
        return std::nullopt;
    const int hours = number_at(zone, 1, 2), minutes = number_at(zone, 4, 2);
    if (hours > 23 || minutes > 59) return std::nullopt;
    const std::int64_t east = hours * kHour_s + minutes * kMinute_s;
    return zone[0] == '-' ? -east : east;
}

std::tm local_time(std::int64_t seconds) {
    const auto moment = static_cast<std::time_t>(seconds);
    std::tm local{};
    ::localtime_r(&moment, &local);
    return local;
}

}  // namespace

bool is_utc_instant(std::string_view text) {
    constexpr std::string_view kShape = "0000-00-00T00:00:00Z";
    return text.size() == kShape.size() && has_shape(text, kShape);
}

std::optional<std::int64_t> seconds_of(std::string_view instant) {
    constexpr std::string_view kShape = "0000-00-00T00:00:00";
    if (!has_shape(instant, kShape)) return std::nullopt;
    const auto day = day_at_front(instant);
    const int hour = number_at(instant, 11, 2), minute = number_at(instant, 14, 2),
              second = number_at(instant, 17, 2);
    if (!day || hour > 23 || minute > 59 || second > 60) return std::nullopt;
    std::string_view rest = instant.substr(kShape.size());
    if (rest.size() > 1 && rest[0] == '.' && is_digit(rest[1])) {
        rest.remove_prefix(1);
        while (!rest.empty() && is_digit(rest[0])) rest.remove_prefix(1);
    }
    const auto east = offset_of(rest);
    if (!east) return std::nullopt;
    return days_since_1970(*day) * kDay_s + hour * kHour_s + minute * kMinute_s + second - *east;
}

std::string instant_of(std::int64_t seconds) {
    const auto moment = static_cast<std::time_t>(seconds);
    std::tm utc{};
    ::gmtime_r(&moment, &utc);
    char text[64];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

std::string hour_of(std::string_view instant) {
    constexpr std::size_t kMinutes = std::string_view("2026-11-22T12:").size();
    if (!is_utc_instant(instant)) return std::string(instant);
    return std::string(instant.substr(0, kMinutes)) + "00:00Z";
}

bool is_hour(std::string_view instant) {
    return is_utc_instant(instant) && hour_of(instant) == instant;
}

std::string local_words(std::int64_t seconds, const char* pattern) {
    const std::tm local = local_time(seconds);
    char text[64];
    return {text, std::strftime(text, sizeof text, pattern, &local)};
}

std::int64_t local_day_of(std::int64_t seconds) {
    return (seconds + local_time(seconds).tm_gmtoff) / kDay_s;
}

std::optional<std::int64_t> start_of_local_day(std::string_view date) {
    constexpr std::string_view kShape = "0000-00-00";
    if (date.size() != kShape.size() || !has_shape(date, kShape)) return std::nullopt;
    const auto day = day_at_front(date);
    if (!day) return std::nullopt;
    std::tm local{};
    local.tm_year = day->year - 1900;
    local.tm_mon = day->month - 1;
    local.tm_mday = day->day;
    local.tm_isdst = -1;
    const std::time_t time = ::mktime(&local);
    if (time == -1) return std::nullopt;
    return time;
}

}  // namespace candor::base
