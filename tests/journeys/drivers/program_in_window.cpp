#include "program_in_window.h"

#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <stdexcept>

#include "base/clock.h"
#include "program.h"
#include "ui/touch.h"

namespace candor::journeys {
namespace {

// Nothing here takes that long; only a program that never answers does.
constexpr int kWindowPatienceMs = 120'000;
// A second is promised, and the rest is for a busy machine: less than any state's next deadline, so
// that what ends only then has not ended in time.
constexpr int kEndMs = 10'000;
constexpr unsigned long kWindowRestMs = 150;

int whole(float at) { return static_cast<int>(std::lround(at)); }

}  // namespace

ProgramInWindow::ProgramInWindow(const platform::XServer& server, std::filesystem::path folder,
                                 std::vector<std::string> words)
    : server_(server), folder_(std::move(folder)), words_(std::move(words)) {
    words_.insert(words_.end(), {"--observe", observe_file()});
    is_started();
}

ProgramInWindow::~ProgramInWindow() { is_killed(); }

void ProgramInWindow::is_started() {
    observed_ = std::make_unique<Observed>(observe_file());
    pid_ = start_program(words_, log());
    pid_fd_ = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));
    if (!await([](const ui::Tree& tree) { return !tree.nodes.empty(); }))
        throw std::runtime_error(words_.front() + " shows nothing");
}

void ProgramInWindow::is_killed() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    ::close(pid_fd_);
    pid_ = -1;
}

int ProgramInWindow::ends() {
    pollfd ending{pid_fd_, POLLIN, 0};
    if (::poll(&ending, 1, kEndMs) != 1) return -1;
    int status = 0;
    ::waitpid(pid_, &status, 0);
    ::close(pid_fd_);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int ProgramInWindow::ends_on(int signal) {
    ::kill(pid_, signal);
    return ends();
}

int ProgramInWindow::ends_with_its_window() {
    server_.close_window();
    return ends();
}

void ProgramInWindow::is_killed_and_started_again() {
    is_killed();
    is_started();
}

bool ProgramInWindow::await(const Wanted& wanted) {
    // All in all: a screen that changes by itself would keep the wait going for ever.
    const std::int64_t until = base::monotonic_ms() + kWindowPatienceMs;
    observed_->read();
    while (!wanted(tree())) {
        const std::int64_t left = until - base::monotonic_ms();
        if (left <= 0) return false;
        if (!observed_->wait(pid_fd_, static_cast<int>(left))) {
            if (::waitpid(pid_, nullptr, WNOHANG) != pid_) return false;
            pid_ = -1;
            throw std::runtime_error(words_.front() + " ended by itself: " + text_of(log()));
        }
        observed_->read();
    }
    return true;
}

void ProgramInWindow::put_down(base::Point at) {
    server_.move(whole(at.x), whole(at.y));
    server_.press(ui::Touch::kDoubleTapMs + 1);
}

void ProgramInWindow::move_to(base::Point at) { server_.move(whole(at.x), whole(at.y)); }

void ProgramInWindow::lift(Lift how) { server_.release(how == Lift::at_once ? 0 : kWindowRestMs); }

void ProgramInWindow::tap_again() {
    server_.press();
    server_.release();
}

void ProgramInWindow::wait(int seconds) {
    throw std::logic_error("real time is not waited for: " + std::to_string(seconds) + " s");
}

}  // namespace candor::journeys
