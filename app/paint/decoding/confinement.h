#pragma once
#include "paint/image_store.h"

namespace candor::paint {

/// Gives up, for this process and for good, what a picture decoder never needs: memory without
/// end, written files, sockets, other programs and processes (setrlimit, seccomp). False: the
/// system refused, and nothing hostile should be decoded.
bool confine(const ImageLimits& limits);
/// Lets the system end the process if the next picture takes much more than its time.
void allow_cpu_time(std::chrono::milliseconds max_time);

}  // namespace candor::paint
