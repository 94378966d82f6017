#include "courier_process.h"

#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "program.h"

namespace candor::journeys {
namespace {

// A second is promised, and the rest is for a busy machine.
constexpr int kCourierEndMs = 10'000;

}  // namespace

int ends_on_signal(pid_t child, int signal) {
    const int ending = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
    ::kill(child, signal);
    pollfd ended{ending, POLLIN, 0};
    const bool in_time = ::poll(&ended, 1, kCourierEndMs) == 1;
    ::close(ending);
    int status = 0;
    if (!in_time || ::waitpid(child, &status, 0) != child) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

CourierProcess::CourierProcess(const std::filesystem::path& state) : state_(state) { is_started(); }

CourierProcess::~CourierProcess() { is_killed(); }

void CourierProcess::is_started() {
    pid_ = start_program({built("candor-courier"), "--state", state_}, log());
}

void CourierProcess::is_killed() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
}

int CourierProcess::ends_on(int signal) {
    const int status = ends_on_signal(pid_, signal);
    if (status >= 0) pid_ = -1;
    return status;
}

}  // namespace candor::journeys
