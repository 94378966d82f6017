#pragma once
#include <cstdint>

namespace candor::desk {

/// Counts down to the lock while nobody touches the desk. Times are milliseconds of one clock.
class IdleLock {
  public:
    explicit IdleLock(int minutes) : limit_ms_(minutes * 60'000LL) {}
    void touched(std::int64_t now_ms) { last_ms_ = now_ms; }
    bool is_due(std::int64_t now_ms) const { return now_ms - last_ms_ >= limit_ms_; }
    /// Whole minutes that are left, rounded up; what the navigation says.
    int minutes_left(std::int64_t now_ms) const;
    /// When minutes_left() changes next.
    std::int64_t next_deadline_ms(std::int64_t now_ms) const;

  private:
    std::int64_t limit_ms_, last_ms_ = 0;
};

}  // namespace candor::desk
