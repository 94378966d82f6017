#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "ui/strings.h"

namespace candor::desk {

/// How much is known of a moment: outside its seal a request has the hour alone.
enum class Known { to_the_second, to_the_hour };
/// "just now", "18 min", "2 h", "yesterday", "3 days", and from a week on the date.
std::string age_words(const ui::Strings& strings, std::int64_t then_s, std::int64_t now_s,
                      Known known = Known::to_the_second);
/// The moment in local time: "14:05", and on another day "2026-11-24 14:05"; of an hour its
/// beginning and its end, "14:00–15:00".
std::string moment_words(std::int64_t then_s, std::int64_t now_s,
                         Known known = Known::to_the_second);

}  // namespace candor::desk
