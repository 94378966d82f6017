#include "desk/shell/idle_lock.h"

#include <algorithm>

namespace candor::desk {

int IdleLock::minutes_left(std::int64_t now_ms) const {
    const std::int64_t left = std::max<std::int64_t>(0, last_ms_ + limit_ms_ - now_ms);
    return static_cast<int>((left + 59'999) / 60'000);
}

std::int64_t IdleLock::next_deadline_ms(std::int64_t now_ms) const {
    const int minutes = minutes_left(now_ms);
    return minutes == 0 ? now_ms : last_ms_ + limit_ms_ - (minutes - 1) * 60'000LL;
}

}  // namespace candor::desk
