#include "base/quit_signals.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <string_view>

namespace candor::base {
namespace {

constexpr int kNoBell = -1;
constexpr unsigned kSecondsToEnd = 1;

std::atomic<int> g_quit_bell = kNoBell;
static_assert(std::atomic<int>::is_always_lock_free);
std::atomic_flag g_ending = ATOMIC_FLAG_INIT;

extern "C" void ring_quit_bell(int) {
    const int saved = errno;
    // Those who ask again do not give it more time.
    if (!g_ending.test_and_set()) ::alarm(kSecondsToEnd);
    const std::uint64_t one = 1;
    if (const int bell = g_quit_bell.load(); bell != kNoBell) [[maybe_unused]]
        const auto written = ::write(bell, &one, sizeof one);
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

QuitSignals::QuitSignals(int bell) {
    g_quit_bell = bell;
    g_ending.clear();
    handle(SIGALRM, leave_what_hangs);
    handle_quit_signals_with(ring_quit_bell);
}

QuitSignals::~QuitSignals() {
    handle_quit_signals_with(SIG_DFL);
    ::alarm(0);
    handle(SIGALRM, SIG_DFL);
    g_quit_bell = kNoBell;
}

}  // namespace candor::base
