#include "base/clock.h"

#include <ctime>

#include "base/instant.h"

namespace candor::base {
namespace {

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
    return instant_of(std::time(nullptr));
}

std::string local_today() {
    if (!held().empty()) return held().substr(0, 10);
    ::tzset();  // localtime_r alone would know an updated /etc/localtime at the next start only
    return local_words(std::time(nullptr), "%Y-%m-%d");
}

void hold_calendar(const std::string& instant) { held() = instant; }

bool calendar_is_held() { return !held().empty(); }

}  // namespace candor::base
