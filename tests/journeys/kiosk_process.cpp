#include "kiosk_process.h"

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <csignal>
#include <stdexcept>

#include "headless_kiosk.h"
#include "program.h"

namespace candor::journeys {
namespace {

// Nothing here takes that long; only a kiosk that never answers does.
constexpr int kPatienceMs = 120'000;
constexpr unsigned long kRestMs = 150;

int whole(float at) { return static_cast<int>(std::lround(at)); }

pid_t parent_of(const std::filesystem::path& process) {
    const std::string stat = text_of(process / "stat");
    const auto name_end = stat.rfind(") ");
    if (name_end == std::string::npos) return -1;
    // After the name: the state, one letter, and then the parent.
    return static_cast<pid_t>(std::atoi(stat.c_str() + name_end + 4));
}

}  // namespace

KioskProcess::KioskProcess(const platform::XServer& server, std::filesystem::path folder)
    : server_(server), folder_(std::move(folder)) {
    start();
}

KioskProcess::~KioskProcess() { kill(); }

void KioskProcess::start() {
    observed_ = std::make_unique<Observed>(observe_file());
    pid_ = start_program({built("candor-kiosk"), "--observe", observe_file(), "--state", state(),
                          "--content", shipped_content(), "--size", "1080x1920"},
                         log());
    pid_fd_ = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));
    if (!await([](const ui::Tree& tree) { return !tree.nodes.empty(); }))
        throw std::runtime_error("the kiosk shows nothing");
}

void KioskProcess::kill() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    ::close(pid_fd_);
    pid_ = -1;
}

void KioskProcess::is_killed_and_started_again() {
    kill();
    start();
}

bool KioskProcess::await(const Wanted& wanted) {
    observed_->read();
    while (!wanted(tree())) {
        if (!observed_->wait(pid_fd_, kPatienceMs)) {
            if (::waitpid(pid_, nullptr, WNOHANG) != pid_) return false;
            pid_ = -1;
            throw std::runtime_error("the kiosk ended by itself: " + text_of(log()));
        }
        observed_->read();
    }
    return true;
}

void KioskProcess::put_down(base::Point at) {
    server_.move(whole(at.x), whole(at.y));
    server_.press();
}

void KioskProcess::move_to(base::Point at) { server_.move(whole(at.x), whole(at.y)); }

void KioskProcess::lift(Lift how) { server_.release(how == Lift::at_once ? 0 : kRestMs); }

void KioskProcess::wait(int seconds) {
    throw std::logic_error("real time is not waited for: " + std::to_string(seconds) + " s");
}

std::vector<pid_t> KioskProcess::decoders() const {
    std::vector<pid_t> out;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const pid_t id = std::atoi(entry.path().filename().c_str());
        if (id > 0 && parent_of(entry.path()) == pid_) out.push_back(id);
    }
    return out;
}

}  // namespace candor::journeys
