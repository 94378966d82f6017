#pragma once
#include <cstdint>

#include "base/stop_signal.h"
#include "fleet/database_url.h"

namespace candor::fleet {

/// The same with the addresses of its hosts: libpq would look them up itself, and block for as long
/// as the name service pleases. Here `stop` and the deadline (base::monotonic_ms) end the wait; the
/// look-up itself is left to finish alone, one in the whole process: until it has, the same hosts
/// wait for it with whoever asked first, and others for its end. Any thread. Faults: unreachable,
/// cancelled.
base::Result<Database> resolve(const Database& database, const base::StopSignal& stop,
                               std::int64_t deadline_ms);

}  // namespace candor::fleet
