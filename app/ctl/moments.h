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
std::string age(const std::string& instant, const std::string& now);

}  // namespace candor::ctl
