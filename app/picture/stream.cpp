#include "picture/stream.h"

#include <sys/socket.h>

#include <cerrno>
#include <cstring>

namespace candor::picture {
namespace {

/// One message with room for one descriptor beside its bytes.
struct Message {
    Message(void* bytes, std::size_t count) : data{bytes, count} {
        head.msg_iov = &data;
        head.msg_iovlen = 1;
        head.msg_control = beside;
        head.msg_controllen = sizeof beside;
    }
    Message(const Message&) = delete;
    Message& operator=(const Message&) = delete;

    iovec data;
    alignas(cmsghdr) char beside[CMSG_SPACE(sizeof(int))] = {};
    msghdr head{};
};

base::Descriptor file_of(Message& message) {
    const cmsghdr* beside = CMSG_FIRSTHDR(&message.head);
    if (beside == nullptr || beside->cmsg_level != SOL_SOCKET || beside->cmsg_type != SCM_RIGHTS ||
        beside->cmsg_len != CMSG_LEN(sizeof(int)))
        return base::Descriptor{};
    int fd = -1;
    std::memcpy(&fd, CMSG_DATA(beside), sizeof fd);
    return base::Descriptor(fd);
}

}  // namespace

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

bool send_with_file(int fd, const void* bytes, std::size_t count, const base::Descriptor& file) {
    Message message(const_cast<void*>(bytes), count);
    cmsghdr* beside = CMSG_FIRSTHDR(&message.head);
    beside->cmsg_level = SOL_SOCKET;
    beside->cmsg_type = SCM_RIGHTS;
    beside->cmsg_len = CMSG_LEN(sizeof(int));
    const int handed = file.get();
    std::memcpy(CMSG_DATA(beside), &handed, sizeof handed);
    ssize_t sent = -1;
    do {
        sent = ::sendmsg(fd, &message.head, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    const auto done = static_cast<std::size_t>(sent);
    return sent > 0 && send_all(fd, static_cast<const char*>(bytes) + done, count - done);
}

bool receive_with_file(int fd, void* bytes, std::size_t count, base::Descriptor& file) {
    Message message(bytes, count);
    ssize_t got = -1;
    do {
        got = ::recvmsg(fd, &message.head, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    if (got <= 0) return false;
    file = file_of(message);
    const auto done = static_cast<std::size_t>(got);
    return file.get() >= 0 && receive_all(fd, static_cast<char*>(bytes) + done, count - done);
}

}  // namespace candor::picture
