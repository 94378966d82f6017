#include "fleet/stop_signal.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace candor::fleet {

StopSignal::StopSignal() : fd_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

StopSignal::~StopSignal() { ::close(fd_); }

void StopSignal::raise() { ::eventfd_write(fd_, 1); }

bool StopSignal::raised() const {
    pollfd look{fd_, POLLIN, 0};
    return ::poll(&look, 1, 0) == 1;
}

}  // namespace candor::fleet
