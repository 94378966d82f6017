#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace candor::base {

// Instants are text: RFC 3339 in UTC to the second, "2026-11-22T12:40:00Z", as utc_now() gives them
// (FHIR instant). Their order is that of their text, which is how the stores compare them.

/// Has it that shape?
bool is_utc_instant(std::string_view text);
/// Seconds since 1970 of any RFC 3339 moment, with fractions (dropped) and offsets too; nothing: it
/// is none.
std::optional<std::int64_t> seconds_of(std::string_view instant);
/// The instant of so many seconds since 1970.
std::string instant_of(std::int64_t seconds);

/// The beginning of its hour, "2026-11-22T12:00:00Z": all that is kept of an instant outside a
/// seal. What is no instant stays as it is.
std::string hour_of(std::string_view instant);
/// Is the hour all that it tells? (Once in 3600 times an older program's instant looks like that.)
bool is_hour(std::string_view instant);

/// A moment in local time, as strftime() says it (at most 63 bytes).
std::string local_words(std::int64_t seconds, const char* pattern);
/// The local day as a number that grows by one a day.
std::int64_t local_day_of(std::int64_t seconds);
/// When a local day such as "2026-11-22" begins; nothing: there is no such day.
std::optional<std::int64_t> start_of_local_day(std::string_view date);

}  // namespace candor::base
