#include "printing/program.h"

#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "base/descriptor.h"

namespace candor::printing {
namespace {

constexpr std::size_t kMostSaid = 64U << 10;

using Waited = base::StopSignal::Waited;

/// A group of its own, so that what it starts ends with it; and none of our threads' signal masks.
class StartAttributes {
  public:
    StartAttributes() {
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
    ~StartAttributes() { posix_spawnattr_destroy(&attributes_); }
    StartAttributes(const StartAttributes&) = delete;
    StartAttributes& operator=(const StartAttributes&) = delete;
    const posix_spawnattr_t* get() const { return &attributes_; }

  private:
    posix_spawnattr_t attributes_;
};

/// Our own environment, in the plain language.
class PlainEnvironment {
  public:
    PlainEnvironment() {
        for (char** each = environ; *each != nullptr; ++each)
            if (std::strncmp(*each, "LC_ALL=", 7) != 0) entries_.push_back(*each);
        entries_.push_back(language_);
        entries_.push_back(nullptr);
    }
    char** get() { return entries_.data(); }

  private:
    char language_[9] = "LC_ALL=C";
    std::vector<char*> entries_;
};

/// A pair of connected sockets: a pipe whose reader has ended raises SIGPIPE, and does not tell
/// whether all was read.
struct Line {
    Line() {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return;
        ours = base::Descriptor(ends[0]);
        theirs = base::Descriptor(ends[1]);
    }
    base::Descriptor ours, theirs;
};

class Running {
  public:
    explicit Running(const Program& program) {
        if (input_.ours.get() < 0 || output_.ours.get() < 0) return;
        start(program);
        input_.theirs.close();
        output_.theirs.close();
        if (pid_ > 0)
            pid_fd_ = base::Descriptor(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
    }
    ~Running() {
        if (pid_ > 0) ::kill(-pid_, SIGKILL);
        reap();
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    bool is_running() const { return pid_ > 0 && pid_fd_.get() >= 0; }

    bool give(std::string_view bytes, const base::StopSignal& stop, std::int64_t deadline_ms) {
        while (!bytes.empty()) {
            if (stop.wait_for(input_.ours.get(), POLLOUT, deadline_ms) != Waited::ready)
                return false;
            const ssize_t sent =
                ::send(input_.ours.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent < 0 && (errno == EAGAIN || errno == EINTR)) continue;
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return ::shutdown(input_.ours.get(), SHUT_WR) == 0 || errno == ENOTCONN;
    }

    std::optional<Ended> end(const base::StopSignal& stop, std::int64_t deadline_ms) {
        if (stop.wait_for(pid_fd_.get(), POLLIN, deadline_ms) != Waited::ready) return {};
        const int status = reap();
        if (!WIFEXITED(status)) return {};
        return Ended{WEXITSTATUS(status), took_all(), said()};
    }

  private:
    void start(const Program& program) {
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, input_.theirs.get(), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&files, output_.theirs.get(), STDOUT_FILENO);
        posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
        std::vector<std::string> words{program.path};
        words.insert(words.end(), program.words.begin(), program.words.end());
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        if (::posix_spawn(&pid_, program.path.c_str(), &files, StartAttributes().get(),
                          arguments.data(), PlainEnvironment().get()) != 0)
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
        return ::getsockopt(input_.ours.get(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 &&
               error == 0;
    }

    /// What is there: something that it left running may hold the other end for ever.
    std::string said() const {
        std::string words(kMostSaid, '\0');
        std::size_t size = 0;
        while (size < words.size()) {
            const ssize_t got =
                ::recv(output_.ours.get(), words.data() + size, words.size() - size, MSG_DONTWAIT);
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) break;
            size += static_cast<std::size_t>(got);
        }
        words.resize(size);
        return words;
    }

    Line input_, output_;
    base::Descriptor pid_fd_;
    pid_t pid_ = -1;
};

}  // namespace

std::optional<Ended> run(const Program& program, std::string_view input,
                         const base::StopSignal& stop, std::int64_t deadline_ms) {
    Running running(program);
    if (!running.is_running() || !running.give(input, stop, deadline_ms)) return {};
    return running.end(stop, deadline_ms);
}

}  // namespace candor::printing
