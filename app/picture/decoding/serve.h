#pragma once

namespace candor::picture {

/// Answers WireRequests that come over the socket until the other side is gone; confines the
/// process at the first. Returns the program's exit status.
int serve_decoding(int socket);

}  // namespace candor::picture
