#include "desk/shell/moments.h"

#include "base/instant.h"

namespace candor::desk {
namespace {

constexpr std::int64_t kMinute = 60, kHour = 3600, kDay = 24 * kHour;

}  // namespace

std::string age_words(const ui::Strings& strings, std::int64_t then_s, std::int64_t now_s,
                      Known known) {
    const std::int64_t age = now_s - then_s;
    const std::int64_t days = base::local_day_of(now_s) - base::local_day_of(then_s);
    if (age < kHour && known == Known::to_the_hour) return strings("age.under-an-hour");
    if (age < kMinute) return strings("age.now");
    if (age < kHour) return strings.plural("age.minutes", static_cast<int>(age / kMinute));
    if (days <= 0 || age < 6 * kHour)
        return strings.plural("age.hours", static_cast<int>(age / kHour));
    if (days == 1) return strings("age.yesterday");
    if (days < 7) return strings.plural("age.days", static_cast<int>(days));
    return base::local_words(then_s, "%Y-%m-%d");
}

std::string moment_words(std::int64_t then_s, std::int64_t now_s, Known known) {
    const bool today = base::local_day_of(then_s) == base::local_day_of(now_s);
    std::string words = base::local_words(then_s, today ? "%H:%M" : "%Y-%m-%d %H:%M");
    if (known == Known::to_the_hour) words += "–" + base::local_words(then_s + kHour, "%H:%M");
    return words;
}

}  // namespace candor::desk
