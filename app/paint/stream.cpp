#include "paint/stream.h"

#include <sys/socket.h>

#include <cerrno>

namespace candor::paint {

bool send_all(int fd, const void* bytes, std::size_t count) {
    const auto* at = static_cast<const char*>(bytes);
    while (count > 0) {
        const ssize_t sent = ::send(fd, at, count, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent <= 0) return false;
        at += sent, count -= static_cast<std::size_t>(sent);
    }
    return true;
}

bool receive_all(int fd, void* bytes, std::size_t count) {
    auto* at = static_cast<char*>(bytes);
    while (count > 0) {
        const ssize_t got = ::recv(fd, at, count, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        at += got, count -= static_cast<std::size_t>(got);
    }
    return true;
}

}  // namespace candor::paint
