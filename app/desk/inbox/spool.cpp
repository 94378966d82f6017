#include "desk/inbox/spool.h"

#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace candor::desk {
namespace {

using Waited = fleet::StopSignal::Waited;

/// A group of its own, so that what it starts ends with it; and none of our threads' signal masks.
class SpoolAttributes {
  public:
    SpoolAttributes() {
        sigset_t none, ignored_here;
        sigemptyset(&none);
        sigemptyset(&ignored_here);
        sigaddset(&ignored_here, SIGPIPE);
        posix_spawnattr_init(&attributes_);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setsigmask(&attributes_, &none);
        posix_spawnattr_setsigdefault(&attributes_, &ignored_here);
        posix_spawnattr_setflags(
            &attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpoolAttributes() { posix_spawnattr_destroy(&attributes_); }
    SpoolAttributes(const SpoolAttributes&) = delete;
    SpoolAttributes& operator=(const SpoolAttributes&) = delete;
    const posix_spawnattr_t* get() const { return &attributes_; }

  private:
    posix_spawnattr_t attributes_;
};

/// The running program. Its standard input is a socket: a pipe whose reader has ended raises
/// SIGPIPE, and does not tell whether all was read.
class Spool {
  public:
    explicit Spool(const std::string& program) {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return;
        socket_ = ends[0];
        start(program, ends[1]);
        ::close(ends[1]);
        if (pid_ > 0) pid_fd_ = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));
    }
    ~Spool() {
        if (pid_ > 0) ::kill(-pid_, SIGKILL);
        reap();
        if (socket_ >= 0) ::close(socket_);
        if (pid_fd_ >= 0) ::close(pid_fd_);
    }
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    bool is_running() const { return pid_ > 0 && pid_fd_ >= 0; }

    bool give(std::string_view bytes, const fleet::StopSignal& stop, std::int64_t deadline_ms) {
        while (!bytes.empty()) {
            if (stop.wait_for(socket_, POLLOUT, deadline_ms) != Waited::ready) return false;
            const ssize_t sent =
                ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent < 0 && (errno == EAGAIN || errno == EINTR)) continue;
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return ::shutdown(socket_, SHUT_WR) == 0;
    }

    bool ends_well(const fleet::StopSignal& stop, std::int64_t deadline_ms) {
        if (stop.wait_for(pid_fd_, POLLIN, deadline_ms) != Waited::ready) return false;
        const int status = reap();
        return WIFEXITED(status) && WEXITSTATUS(status) == 0 && took_all();
    }

  private:
    void start(const std::string& program, int its_end) {
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, its_end, STDIN_FILENO);
        posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
        std::string words[] = {program, "-s", "-"};
        char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), nullptr};
        if (::posix_spawn(&pid_, program.c_str(), &files, SpoolAttributes().get(), arguments,
                          environ) != 0)
            pid_ = -1;
        posix_spawn_file_actions_destroy(&files);
    }

    int reap() {
        int status = -1;
        while (pid_ > 0 && ::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = -1;
        return status;
    }

    /// A socket that is closed with something unread tells the other end (ECONNRESET).
    bool took_all() const {
        int error = 0;
        socklen_t size = sizeof error;
        return ::getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
    }

    int socket_ = -1, pid_fd_ = -1;
    pid_t pid_ = -1;
};

}  // namespace

bool hand_to_spool(const std::string& program, std::string_view bytes,
                   const fleet::StopSignal& stop, std::int64_t deadline_ms) {
    Spool spool(program);
    return spool.is_running() && spool.give(bytes, stop, deadline_ms) &&
           spool.ends_well(stop, deadline_ms);
}

}  // namespace candor::desk
