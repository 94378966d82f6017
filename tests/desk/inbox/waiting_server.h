#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>

namespace candor::desk {

/// An HTTP server on this machine that answers one request, and only when the test says so.
class WaitingServer {
  public:
    WaitingServer() : door_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        if (::bind(door_, plain, size) == 0 && ::listen(door_, 1) == 0 &&
            ::getsockname(door_, plain, &size) == 0)
            port_ = ntohs(address.sin_port);
    }
    ~WaitingServer() {
        ::close(line_);
        ::close(door_);
    }
    WaitingServer(const WaitingServer&) = delete;
    WaitingServer& operator=(const WaitingServer&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/fhir"; }
    /// Blocks until a request is here, whole.
    void await_request() {
        line_ = ::accept4(door_, nullptr, nullptr, SOCK_CLOEXEC);
        std::size_t head = 0;
        while ((head = request_.find("\r\n\r\n")) == std::string::npos && more()) {
        }
        const auto length = request_.find("Content-Length: ");
        if (length == std::string::npos) return;
        const std::size_t whole = head + 4 + std::stoul(request_.substr(length + 16));
        while (request_.size() < whole && more()) {
        }
    }
    const std::string& request() const { return request_; }
    /// Blocks until the other side has hung up.
    void await_end() {
        while (more()) {
        }
    }
    /// Refuses what came.
    void refuse() {
        const std::string answer =
            "HTTP/1.1 422 No\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n";
        static_cast<void>(::send(line_, answer.data(), answer.size(), MSG_NOSIGNAL));
    }

  private:
    bool more() {
        char bytes[4096];
        const ssize_t got = ::recv(line_, bytes, sizeof bytes, 0);
        if (got > 0) request_.append(bytes, static_cast<std::size_t>(got));
        return got > 0;
    }

    int door_ = -1, line_ = -1;
    int port_ = 0;
    std::string request_;
};

}  // namespace candor::desk
