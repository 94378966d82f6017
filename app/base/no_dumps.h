#pragma once

namespace candor::base {

/// From here on this process leaves no core dump, and no other process of its user can read or
/// write its memory or drive it (ptrace, /proc/PID/mem); root still can. The first line of each
/// main(): what a program starts begins without it (execve).
void forbid_dumps();

}  // namespace candor::base
