#pragma once
#include <optional>
#include <string>

namespace candor::ctl {

/// The instant (RFC 3339, UTC, as base::utc_now()) at which a local day such as "2026-11-22"
/// begins. Empty: there is no such day.
std::optional<std::string> start_of_day(const std::string& date);
/// So many times 24 hours before an instant.
std::string days_before(const std::string& instant, int days);
/// How long ago, in the largest whole unit: "40 min", "5 h", "12 d"; "0 min" for what is to come.
/// Of a moment whose hour alone is known (base::is_hour) "< 1 h" is the least.
std::string age(const std::string& instant, const std::string& now);

/// "2026-11-22T12Z" where the hour alone is known; else the instant.
std::string moment(const std::string& instant);

}  // namespace candor::ctl
