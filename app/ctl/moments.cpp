#include "ctl/moments.h"

#include <algorithm>
#include <cstdint>

#include "base/instant.h"

namespace candor::ctl {
namespace {

constexpr std::int64_t kMinute_s = 60, kHour_s = 60 * kMinute_s, kDay_s = 24 * kHour_s;

/// -1 for what is no instant.
std::int64_t time_of(const std::string& instant) { return base::seconds_of(instant).value_or(-1); }

}  // namespace

std::optional<std::string> start_of_day(const std::string& date) {
    const auto start = base::start_of_local_day(date);
    if (!start) return std::nullopt;
    return base::instant_of(*start);
}

std::string days_before(const std::string& instant, int days) {
    return base::instant_of(time_of(instant) - days * kDay_s);
}

std::string age(const std::string& instant, const std::string& now) {
    const std::int64_t seconds = std::max<std::int64_t>(0, time_of(now) - time_of(instant));
    if (seconds >= kDay_s) return std::to_string(seconds / kDay_s) + " d";
    if (seconds >= kHour_s) return std::to_string(seconds / kHour_s) + " h";
    if (base::is_hour(instant)) return "< 1 h";
    return std::to_string(seconds / kMinute_s) + " min";
}

std::string moment(const std::string& instant) {
    if (!base::is_hour(instant)) return instant;
    return instant.substr(0, instant.find(':')) + "Z";
}

}  // namespace candor::ctl
