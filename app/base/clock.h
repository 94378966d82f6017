#pragma once
#include <cstdint>
#include <string>

namespace candor::base {

/// Milliseconds that never go back and that count suspended time too (CLOCK_BOOTTIME).
std::int64_t monotonic_ms();
/// Wall clock as RFC 3339 in UTC, to the second: "2026-11-22T12:40:00Z" (FHIR instant).
std::string utc_now();
/// Today in local time as "2026-11-22" (FHIR date), by the /etc/localtime of now.
std::string local_today();

}  // namespace candor::base
