#pragma once
#include <string_view>

namespace candor::consult {

/// "2026-11-22T12:40:00Z": RFC 3339 in UTC to the second, as base::utc_now() gives it. The order of
/// such instants is that of their text, which is how the stores compare them.
bool is_utc_instant(std::string_view text);

}  // namespace candor::consult
