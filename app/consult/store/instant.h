#pragma once
#include <string>
#include <string_view>

namespace candor::consult {

/// "2026-11-22T12:40:00Z": RFC 3339 in UTC to the second, as base::utc_now() gives it. The order of
/// such instants is that of their text, which is how the stores compare them.
bool is_utc_instant(std::string_view text);

/// The beginning of its hour, "2026-11-22T12:00:00Z": all that is kept of an instant outside a
/// seal. What is no instant stays as it is.
std::string hour_of(std::string_view instant);

/// Is the hour all that it tells? (Once in 3600 times an older program's instant looks like that.)
bool is_hour(std::string_view instant);

}  // namespace candor::consult
