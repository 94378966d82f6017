#include "base/clock.h"

#include <ctime>

namespace candor::base {
namespace {

std::string format(const std::tm& moment, const char* pattern) {
    char text[32];
    return std::string(text, std::strftime(text, sizeof text, pattern, &moment));
}

/// Empty: the calendar goes on.
std::string& held() {
    static std::string instant;
    return instant;
}

}  // namespace

std::int64_t monotonic_ms() {
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

std::string utc_now() {
    if (!held().empty()) return held();
    const std::time_t now = std::time(nullptr);
    std::tm moment{};
    ::gmtime_r(&now, &moment);
    return format(moment, "%Y-%m-%dT%H:%M:%SZ");
}

std::string local_today() {
    if (!held().empty()) return held().substr(0, 10);
    const std::time_t now = std::time(nullptr);
    std::tm moment{};
    ::tzset();  // localtime_r alone would know an updated /etc/localtime at the next start only
    ::localtime_r(&now, &moment);
    return format(moment, "%Y-%m-%d");
}

void hold_calendar(const std::string& instant) { held() = instant; }

bool calendar_is_held() { return !held().empty(); }

}  // namespace candor::base
