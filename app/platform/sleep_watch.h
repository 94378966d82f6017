#pragma once
#include <cstdint>

namespace candor::platform {

/// Notices that the machine slept (suspend to memory or disk): CLOCK_BOOTTIME ran on while
/// CLOCK_MONOTONIC stood still.
class SleepWatch {
  public:
    SleepWatch();
    ~SleepWatch();
    SleepWatch(const SleepWatch&) = delete;
    SleepWatch& operator=(const SleepWatch&) = delete;

    /// Turns readable when the machine wakes up, or the wall clock is set.
    int fd() const { return fd_; }
    /// Whether the machine slept for more than 2 s since the last call.
    bool slept();
    /// The same for clocks that the caller read.
    bool slept(std::int64_t boot_ms, std::int64_t running_ms);

  private:
    void arm() const;

    int fd_;
    std::int64_t asleep_ms_;  ///< how far CLOCK_BOOTTIME was ahead when last looked at
};

}  // namespace candor::platform
