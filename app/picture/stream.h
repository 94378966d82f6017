#pragma once
#include <cstddef>

#include "base/descriptor.h"

namespace candor::picture {

/// Blocking; false when the other side is gone. A SIGPIPE is never raised (`fd` is a socket).
bool send_all(int fd, const void* bytes, std::size_t count);
bool receive_all(int fd, void* bytes, std::size_t count);

/// The same, with an open file handed over beside the bytes (SCM_RIGHTS; a Unix socket).
bool send_with_file(int fd, const void* bytes, std::size_t count, const base::Descriptor& file);
/// False also when no file came along.
bool receive_with_file(int fd, void* bytes, std::size_t count, base::Descriptor& file);

}  // namespace candor::picture
