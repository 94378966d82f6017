#pragma once

namespace candor::base {

/// From here on the heap (glibc's) gives back what large blocks held as soon as they are freed, and
/// all threads share one: for a program that works much at its start and then stands for weeks.
/// Call it before the first thread.
void keep_heap_lean();

}  // namespace candor::base
