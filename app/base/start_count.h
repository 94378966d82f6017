#pragma once
#include <filesystem>

// How many starts of a program, one after the other, came to nothing. A file's length is the count,
// so that counting one costs a byte and waits for no disk. Where it cannot be written, nothing
// counts.

namespace candor::base {

/// 0 where there is no file.
int starts_in_vain(const std::filesystem::path& file);
/// One more has begun.
void count_start(const std::filesystem::path& file);
/// `count` of them, or fewer, are left.
void leave_starts(const std::filesystem::path& file, int count);

}  // namespace candor::base
