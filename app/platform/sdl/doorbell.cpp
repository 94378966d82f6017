#include "platform/sdl/doorbell.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>

namespace candor::platform {
namespace {

std::atomic<const Doorbell*> g_quit_bell = nullptr;
static_assert(std::atomic<const Doorbell*>::is_always_lock_free);

extern "C" void ring_quit_bell(int) {
    const int saved = errno;
    if (const Doorbell* bell = g_quit_bell.load()) bell->ring();
    errno = saved;
}

void handle_quit_signals_with(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

}  // namespace

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

QuitSignals::QuitSignals(const Doorbell& bell) {
    g_quit_bell = &bell;
    handle_quit_signals_with(ring_quit_bell);
}

QuitSignals::~QuitSignals() {
    handle_quit_signals_with(SIG_DFL);
    g_quit_bell = nullptr;
}

}  // namespace candor::platform
