#include "base/service_manager.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#include "base/descriptor.h"

namespace candor::base {
namespace {

std::string in_environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

std::optional<std::int64_t> number_of(const std::string& text) {
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end || number <= 0) return std::nullopt;
    return number;
}

/// WATCHDOG_PID says whom it is meant for; a child has it in its environment, too.
bool is_meant_for_us() {
    const auto process = number_of(in_environment("WATCHDOG_PID"));
    return !process || *process == ::getpid();
}

}  // namespace

ServiceManager::ServiceManager() : socket_(in_environment("NOTIFY_SOCKET")) {
    if (socket_.size() < 2 || socket_.size() >= sizeof(sockaddr_un::sun_path)) socket_.clear();
    const auto watchdog_us = number_of(in_environment("WATCHDOG_USEC"));
    if (!socket_.empty() && watchdog_us && is_meant_for_us())
        pause_ms_ = std::max<std::int64_t>(1, *watchdog_us / 2000);
}

void ServiceManager::ready() {
    if (!ready_) tell("READY=1");
    ready_ = true;
}

void ServiceManager::alive(std::int64_t now_ms) {
    if (!pause_ms_ || now_ms < next_ms_) return;
    tell("WATCHDOG=1");
    next_ms_ = now_ms + *pause_ms_;
}

int ServiceManager::sooner(int timeout_ms, std::int64_t now_ms) const {
    if (!pause_ms_) return timeout_ms;
    const auto left = static_cast<int>(std::clamp<std::int64_t>(next_ms_ - now_ms, 0, *pause_ms_));
    return timeout_ms < 0 ? left : std::min(timeout_ms, left);
}

void ServiceManager::tell(std::string_view word) const {
    if (socket_.empty()) return;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, socket_.data(), socket_.size());
    if (address.sun_path[0] == '@') address.sun_path[0] = '\0';
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
    const Descriptor to(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!to) return;
    static_cast<void>(::sendto(to.get(), word.data(), word.size(), MSG_NOSIGNAL,
                               reinterpret_cast<const sockaddr*>(&address), size));
}

}  // namespace candor::base
