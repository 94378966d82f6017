#pragma once
#include "picture/request.h"

namespace candor::picture {

/// Gives up, for this process and for good, all that a picture decoder does not need: memory
/// without end (setrlimit), every system call that is not on a short list (call_filter.h), every
/// file that is not open yet (landlock.h, where the kernel has it). False: the system refused, and
/// nothing hostile should be decoded.
bool confine(const ImageLimits& limits);
/// Lets the system end the process if the next picture takes much more than its time.
void allow_cpu_time(std::chrono::milliseconds max_time);

}  // namespace candor::picture
