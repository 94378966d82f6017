#include "platform/sdl/doorbell.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <string_view>

namespace candor::platform {
namespace {

std::atomic<const Doorbell*> g_quit_bell = nullptr;
static_assert(std::atomic<const Doorbell*>::is_always_lock_free);

constexpr unsigned kSecondsToEnd = 1;

std::atomic_flag g_ending = ATOMIC_FLAG_INIT;

extern "C" void ring_quit_bell(int) {
    const int saved = errno;
    // Those who ask again do not give it more time.
    if (!g_ending.test_and_set()) ::alarm(kSecondsToEnd);
    if (const Doorbell* bell = g_quit_bell.load()) bell->ring();
    errno = saved;
}

extern "C" void leave_what_hangs(int) {
    constexpr std::string_view kWords = "ended without waiting for what did not answer\n";
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, kWords.data(), kWords.size());
    ::_exit(0);
}

void handle(int signal, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

void handle_quit_signals_with(void (*handler)(int)) {
    handle(SIGTERM, handler);
    handle(SIGINT, handler);
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
    g_ending.clear();
    handle(SIGALRM, leave_what_hangs);
    handle_quit_signals_with(ring_quit_bell);
}

QuitSignals::~QuitSignals() {
    handle_quit_signals_with(SIG_DFL);
    ::alarm(0);
    handle(SIGALRM, SIG_DFL);
    g_quit_bell = nullptr;
}

}  // namespace candor::platform
