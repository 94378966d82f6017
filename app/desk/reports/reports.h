#pragma once
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "consult/store/counts.h"
#include "screens/staff/staff.h"

namespace candor::desk {

/// What this machine's kiosk has in its state folder. Nothing is written.
struct KioskReport {
    std::filesystem::path state;
    bool delivers = false;              ///< its kiosk.yaml names a database
    std::int64_t stored = 0;            ///< requests in consult.db
    std::int64_t waiting = 0;           ///< of those, how many no database has yet
    std::string oldest;                 ///< instant of the oldest that waits
    std::optional<bool> courier_lives;  ///< what delivers them runs; nothing: none, or not known
    std::optional<base::Fault> fault;   ///< consult.db cannot be read
    std::vector<content::StaffPack> packs;
};
std::shared_ptr<const KioskReport> read_kiosk(const std::filesystem::path& state,
                                              const std::filesystem::path& content);

/// The counts that may be shown: never of today, and no number below consult::kFewest.
struct CountsReport {
    std::string today;
    std::vector<consult::DayCount> counts;
    std::optional<base::Fault> fault;
};
std::shared_ptr<const CountsReport> read_counts(const std::filesystem::path& state);

/// One measure over the days before today, oldest first.
inline constexpr int kDaysShown = 30;
struct CountedDay {
    std::string day;
    std::int64_t number = 0;  ///< 0: fewer than consult::kFewest, however many
};
using CountedDays = std::array<CountedDay, kDaysShown>;
CountedDays days_of(const CountsReport& report, consult::Counted what);

}  // namespace candor::desk
