#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "ui/strings.h"

namespace candor::desk {

/// Seconds since 1970 of an RFC 3339 instant in UTC ("2026-11-25T03:10:00Z"); 0: it is none.
std::int64_t seconds_of(std::string_view instant);
/// "just now", "18 min", "2 h", "yesterday", "3 days", and from a week on the date.
std::string age_words(const ui::Strings& strings, std::int64_t then_s, std::int64_t now_s);
/// The moment in local time: "14:05", and on another day "2026-11-24 14:05".
std::string moment_words(std::int64_t then_s, std::int64_t now_s);

}  // namespace candor::desk
