#include "pack/page/day_seen.h"

#include <algorithm>

#include "base/clock.h"
#include "base/files.h"
#include "pack/folder/fields.h"
#include "pack/page/review_due.h"

namespace candor::pack {
namespace {

constexpr const char* kLastDay = "last-day";
// Holidays, a closed practice, a kiosk in a cupboard over the winter.
constexpr int kMostDaysOff = 120;
// The build's day is another zone's, and a zone may be set right.
constexpr int kDayOfZones = 1;
// A kiosk that starts for the first time may run a build of years ago.
constexpr int kMostDaysSinceBuild = 5 * 365;

std::string read_last_day(const std::filesystem::path& state_dir) {
    auto text = base::read_file(state_dir / kLastDay, 64);
    if (!text) return {};
    if (text->ends_with('\n')) text->pop_back();
    return is_date(*text) ? *text : std::string();
}

}  // namespace

DaySeen judge_day(const std::string& clock, const std::string& seen, const std::string& built) {
    DaySeen day{clock, std::max(seen, built), {}, DaySeen::Doubt::none};
    day.judged = std::max(clock, day.seen);
    const int most = seen.empty() ? kMostDaysSinceBuild : kMostDaysOff;
    if (!is_date(clock) || days_between(clock, day.seen) > kDayOfZones)
        day.doubt = DaySeen::Doubt::behind;
    else if (days_between(day.seen, clock) > most)
        day.doubt = DaySeen::Doubt::ahead;
    return day;
}

DaySeen day_seen(const std::filesystem::path& state_dir, const std::string& clock) {
    // Pictures of screens are the same whenever the program was built.
    if (base::calendar_is_held()) return {clock, clock, clock};
    return judge_day(clock, read_last_day(state_dir), built_on());
}

base::Result<void> keep_day(const std::filesystem::path& state_dir, const DaySeen& day) {
    if (day.doubt != DaySeen::Doubt::none || read_last_day(state_dir) == day.clock) return {};
    return believe_day(state_dir, day.clock);
}

base::Result<void> believe_day(const std::filesystem::path& state_dir, const std::string& clock) {
    return base::write_file_atomically(state_dir / kLastDay, clock + "\n");
}

}  // namespace candor::pack
