#include "ctl/moments.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>

#include "consult/store/instant.h"

namespace candor::ctl {
namespace {

constexpr std::int64_t kMinute_s = 60, kHour_s = 60 * kMinute_s, kDay_s = 24 * kHour_s;

std::string instant_of(std::time_t time) {
    std::tm utc{};
    ::gmtime_r(&time, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

/// -1 for what is no instant.
std::time_t time_of(const std::string& instant) {
    std::tm utc{};
    const char* end = ::strptime(instant.c_str(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return end != nullptr && *end == '\0' ? ::timegm(&utc) : -1;
}

}  // namespace

std::optional<std::string> start_of_day(const std::string& date) {
    std::tm local{};
    const char* end = ::strptime(date.c_str(), "%Y-%m-%d", &local);
    if (end == nullptr || *end != '\0' || date.size() != 10) return std::nullopt;
    const int day = local.tm_mday;
    local.tm_isdst = -1;
    const std::time_t time = ::mktime(&local);
    // mktime() makes the 2nd of March of the 30th of February.
    if (time == -1 || local.tm_mday != day) return std::nullopt;
    return instant_of(time);
}

std::string days_before(const std::string& instant, int days) {
    return instant_of(time_of(instant) - days * kDay_s);
}

std::string age(const std::string& instant, const std::string& now) {
    const std::int64_t seconds = std::max<std::int64_t>(0, time_of(now) - time_of(instant));
    if (seconds >= kDay_s) return std::to_string(seconds / kDay_s) + " d";
    if (seconds >= kHour_s) return std::to_string(seconds / kHour_s) + " h";
    if (consult::is_hour(instant)) return "< 1 h";
    return std::to_string(seconds / kMinute_s) + " min";
}

std::string moment(const std::string& instant) {
    if (!consult::is_hour(instant)) return instant;
    return instant.substr(0, instant.find(':')) + "Z";
}

}  // namespace candor::ctl
