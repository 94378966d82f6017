#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <vector>

namespace candor::journeys {

/// A server on this machine that takes connections and never answers; or, while busy, takes none,
/// so that who connects hangs.
class SilentServer {
  public:
    SilentServer() : door_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        address_.sin_family = AF_INET;
        address_.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address_;
        if (::bind(door_, plain(), size) == 0 && ::listen(door_, 0) == 0)
            ::getsockname(door_, plain(), &size);
    }
    ~SilentServer() {
        for (const int line : lines_) ::close(line);
        ::close(door_);
    }
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;

    std::string port() const { return std::to_string(ntohs(address_.sin_port)); }
    /// Blocks until somebody is connected.
    void await_caller() { lines_.push_back(::accept4(door_, nullptr, nullptr, SOCK_CLOEXEC)); }
    /// Nobody is let in any more: as many wait at the door as it takes.
    void is_busy() {
        for (bool waits = false; !waits;) {
            lines_.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
            waits = ::connect(lines_.back(), plain(), sizeof address_) != 0 && lines_.size() > 2;
        }
    }

  private:
    sockaddr* plain() { return reinterpret_cast<sockaddr*>(&address_); }

    int door_ = -1;
    sockaddr_in address_{};
    std::vector<int> lines_;
};

}  // namespace candor::journeys
