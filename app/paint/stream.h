#pragma once
#include <cstddef>

namespace candor::paint {

/// Blocking; false when the other side is gone. A SIGPIPE is never raised (`fd` is a socket).
bool send_all(int fd, const void* bytes, std::size_t count);
bool receive_all(int fd, void* bytes, std::size_t count);

}  // namespace candor::paint
