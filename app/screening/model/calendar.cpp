#include "screening/model/calendar.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace candor::screening {
namespace {

using std::chrono::sys_days;

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

// "10:30", within its bounds.
bool is_clock(std::string_view text, int last_hour) {
    return text.size() == 5 && all_digits(text.substr(0, 2)) && text[2] == ':' &&
           all_digits(text.substr(3)) && number(text.substr(0, 2)) <= last_hour &&
           number(text.substr(3)) <= 59;
}

bool is_zone(std::string_view text) {
    if (text == "Z") return true;
    if (text.empty() || (text[0] != '+' && text[0] != '-')) return false;
    return is_clock(text.substr(1), 13) || text.substr(1) == "14:00";
}

std::chrono::year_month_day first_day(std::string_view date) {
    const int month = date.size() < 7 ? 1 : number(date.substr(5, 2));
    const int day = date.size() < 10 ? 1 : number(date.substr(8, 2));
    return std::chrono::year(number(date.substr(0, 4))) /
           std::chrono::month(static_cast<unsigned>(month)) /
           std::chrono::day(static_cast<unsigned>(day));
}

std::int64_t seconds_of(sys_days day) {
    return std::chrono::duration_cast<std::chrono::seconds>(day.time_since_epoch()).count();
}

std::int64_t seconds_of(std::string_view clock) {
    return number(clock.substr(0, 2)) * 3600 + number(clock.substr(3, 2)) * 60;
}

/// A date and a time as seconds since 1970, with what is below a second as written.
struct Moment {
    std::int64_t seconds = 0;
    std::string_view fraction;
};

std::string_view fraction_of(std::string_view time) {
    std::string_view fraction = time.substr(std::min<std::size_t>(time.size(), 9));
    while (!fraction.empty() && fraction.back() == '0') fraction.remove_suffix(1);
    return fraction;
}

Moment moment_of(std::string_view date_time) {
    const std::string_view rest = date_time.substr(11);
    const auto cut = rest.find_first_of("Z+-");
    const std::string_view time = rest.substr(0, cut), zone = rest.substr(cut);
    const std::int64_t ahead = zone == "Z" ? 0 : seconds_of(zone.substr(1));
    return {seconds_of(sys_days(first_day(date_time.substr(0, 10)))) + seconds_of(time) +
                number(time.substr(6, 2)) - (zone[0] == '-' ? -ahead : ahead),
            fraction_of(time)};
}

sys_days day_after(std::string_view date) {
    const auto first = first_day(date);
    if (date.size() == 4) return sys_days(first + std::chrono::years(1));
    if (date.size() == 7) return sys_days(first + std::chrono::months(1));
    return sys_days(first) + std::chrono::days(1);
}

std::partial_ordering reversed(std::partial_ordering order) { return 0 <=> order; }

// A date begins where clocks are 14 hours ahead, and ends where they are 12 hours behind.
std::partial_ordering compare_moment(std::string_view moment, std::string_view date) {
    constexpr std::int64_t kAhead = 14 * 3600, kBehind = 12 * 3600;
    const std::int64_t at = moment_of(moment).seconds;
    if (at < seconds_of(sys_days(first_day(date))) - kAhead) return std::partial_ordering::less;
    if (at >= seconds_of(day_after(date)) + kBehind) return std::partial_ordering::greater;
    return std::partial_ordering::unordered;
}

}  // namespace

bool is_date(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
    if (!all_digits(text.substr(0, 4)) || text.substr(0, 4) == "0000") return false;
    if (text.size() >= 7 && (text[4] != '-' || !all_digits(text.substr(5, 2)))) return false;
    if (text.size() == 10 && (text[7] != '-' || !all_digits(text.substr(8, 2)))) return false;
    return first_day(text).ok();
}

bool is_time(std::string_view text) {
    if (text.size() < 8 || !is_clock(text.substr(0, 5), 23) || text[5] != ':') return false;
    if (!all_digits(text.substr(6, 2)) || number(text.substr(6, 2)) > 60) return false;
    return text.size() == 8 || (text[8] == '.' && all_digits(text.substr(9)));
}

bool is_date_time(std::string_view text) {
    if (is_date(text)) return true;
    if (text.size() < 12 || !is_date(text.substr(0, 10)) || text[10] != 'T') return false;
    const std::string_view rest = text.substr(11);
    const auto cut = rest.find_first_of("Z+-");
    return cut != std::string_view::npos && is_time(rest.substr(0, cut)) &&
           is_zone(rest.substr(cut));
}

std::partial_ordering compare_dates(std::string_view left, std::string_view right) {
    const auto shared = std::min(left.size(), right.size());
    const auto order = left.substr(0, shared) <=> right.substr(0, shared);
    if (order != 0 || left.size() == right.size()) return order;
    return std::partial_ordering::unordered;
}

std::partial_ordering compare_times(std::string_view left, std::string_view right) {
    const auto order = left.substr(0, 8) <=> right.substr(0, 8);
    return order != 0 ? order : fraction_of(left) <=> fraction_of(right);
}

std::partial_ordering compare_date_times(std::string_view left, std::string_view right) {
    if (!is_date_time(left) || !is_date_time(right)) return std::partial_ordering::unordered;
    const bool left_moment = left.size() > 10, right_moment = right.size() > 10;
    if (!left_moment && !right_moment) return compare_dates(left, right);
    if (!right_moment) return compare_moment(left, right);
    if (!left_moment) return reversed(compare_moment(right, left));
    const Moment one = moment_of(left), other = moment_of(right);
    if (one.seconds != other.seconds) return one.seconds <=> other.seconds;
    return one.fraction <=> other.fraction;
}

}  // namespace candor::screening
