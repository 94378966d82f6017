#pragma once
#include <compare>
#include <string_view>

namespace candor::screening {

/// A FHIR date that the calendar has: "2026", "2026-11" or "2026-11-22".
bool is_date(std::string_view text);
/// A FHIR time: "10:30:00" or "10:30:00.250"; no zone, never 24:00.
bool is_time(std::string_view text);
/// A FHIR dateTime: a date alone, or "2026-11-22T10:30:00+03:00" with its zone, "Z" for none.
bool is_date_time(std::string_view text);

/// How two of a kind stand to each other. Unordered: dates of different precision whose common part
/// is the same ("2026" and "2026-11"), and a moment that may fall into a date somewhere on earth.
/// Moments are the same whatever zone they are written in.
std::partial_ordering compare_dates(std::string_view left, std::string_view right);
std::partial_ordering compare_times(std::string_view left, std::string_view right);
std::partial_ordering compare_date_times(std::string_view left, std::string_view right);

}  // namespace candor::screening
