#include "platform/sleep_watch.h"

#include <sys/timerfd.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>
#include <utility>

namespace candor::platform {
namespace {

constexpr std::int64_t kSleepMs = 2000;
// The kernel counts nanoseconds in 63 bits, until the year 2262. This is 2255.
constexpr std::int64_t kNever_s = 9'000'000'000;
static_assert(sizeof(std::time_t) == sizeof kNever_s);

std::int64_t read_ms(clockid_t clock) {
    timespec now{};
    ::clock_gettime(clock, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

}  // namespace

SleepWatch::SleepWatch()
    : fd_(::timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC)),
      asleep_ms_(read_ms(CLOCK_BOOTTIME) - read_ms(CLOCK_MONOTONIC)) {
    arm();
}

SleepWatch::~SleepWatch() { ::close(fd_); }

void SleepWatch::arm() const {
    // The timer itself never goes off; the kernel cancels it when the machine resumes.
    itimerspec never{};
    never.it_value.tv_sec = kNever_s;
    ::timerfd_settime(fd_, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr);
}

bool SleepWatch::slept() {
    std::uint64_t expirations = 0;
    if (::read(fd_, &expirations, sizeof expirations) < 0 && errno == ECANCELED) arm();
    return slept(read_ms(CLOCK_BOOTTIME), read_ms(CLOCK_MONOTONIC));
}

bool SleepWatch::slept(std::int64_t boot_ms, std::int64_t running_ms) {
    const std::int64_t asleep_ms = boot_ms - running_ms;
    return asleep_ms - std::exchange(asleep_ms_, asleep_ms) > kSleepMs;
}

}  // namespace candor::platform
