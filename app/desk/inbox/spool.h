#pragma once
#include <string>
#include <string_view>

#include "fleet/stop_signal.h"

namespace candor::desk {

/// Runs `program -s -` (lp's words for "silently, from standard input") and gives it the bytes;
/// no file is written. True: it took them all and ended well. Once `stop` is raised or the
/// deadline (of base::monotonic_ms) is over, the program and what it started are killed.
bool hand_to_spool(const std::string& program, std::string_view bytes,
                   const fleet::StopSignal& stop, std::int64_t deadline_ms);

}  // namespace candor::desk
