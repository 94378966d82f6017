#include "base/stop_signal.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/clock.h"

namespace candor::base {

StopSignal::StopSignal() : fd_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

StopSignal::~StopSignal() { ::close(fd_); }

void StopSignal::raise() { ::eventfd_write(fd_, 1); }

bool StopSignal::raised() const {
    pollfd look{fd_, POLLIN, 0};
    return ::poll(&look, 1, 0) == 1;
}

StopSignal::Waited StopSignal::wait_for(int fd, short events, std::int64_t deadline_ms) const {
    pollfd waiting[2] = {{fd_, POLLIN, 0}, {fd, events, 0}};
    int ready = -1;
    do {
        const auto left = std::max<std::int64_t>(deadline_ms - monotonic_ms(), 0);
        ready = ::poll(waiting, 2, static_cast<int>(left));
    } while (ready < 0 && errno == EINTR);
    if ((waiting[0].revents & POLLIN) != 0) return Waited::raised;
    return ready == 0 ? Waited::late : Waited::ready;
}

}  // namespace candor::base
