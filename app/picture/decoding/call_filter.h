#pragma once

namespace candor::picture {

/// Leaves this process, for good, the system calls that decoding needs (read what is open, memory,
/// threads, its own standard input) and no other: each answers EPERM, so that a library that merely
/// looks for something goes on without. False: the system refused. One thread.
bool allow_few_calls();

}  // namespace candor::picture
