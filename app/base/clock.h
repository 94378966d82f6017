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
/// From now on the calendar (utc_now, local_today) stands still at that instant, so that pictures
/// of screens are the same on every day: for programs that only make such pictures. Call it before
/// another thread asks.
void hold_calendar(const std::string& instant);
bool calendar_is_held();

}  // namespace candor::base
