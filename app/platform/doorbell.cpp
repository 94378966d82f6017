#include "platform/doorbell.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

namespace candor::platform {

Doorbell::Doorbell() : fd_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

Doorbell::~Doorbell() { ::close(fd_); }

void Doorbell::ring() const {
    const std::uint64_t one = 1;
    // It can fail only when 2^64 - 2 rings are unread: then it rings anyway.
    [[maybe_unused]] const auto written = ::write(fd_, &one, sizeof one);
}

bool Doorbell::take() const {
    std::uint64_t rings = 0;
    return ::read(fd_, &rings, sizeof rings) == sizeof rings;
}

}  // namespace candor::platform
