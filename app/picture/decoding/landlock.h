#pragma once

namespace candor::picture {

enum class Landlock { in_force, not_here, refused };

/// Gives up, for this process and for good, the opening of every file, and (where the kernel knows
/// how) TCP, signals to others and abstract sockets: a second lock behind the call filter, of Linux
/// 5.13 and later. What is open stays open.
Landlock give_up_files();

}  // namespace candor::picture
