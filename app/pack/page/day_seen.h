#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"

namespace candor::pack {

/// What may be believed of a clock. Days are FHIR dates: "2026-11-22".
struct DaySeen {
    enum class Doubt {
        none,
        behind,  ///< of a day that was seen already
        ahead    ///< of the last day seen by more than a kiosk stands switched off
    };
    std::string clock;   ///< what it says
    std::string seen;    ///< the last day believed; never before the build's
    std::string judged;  ///< what reviews are held against: the later of the two
    Doubt doubt = Doubt::none;
};

/// `seen`: empty where no day was kept yet. `built`: the day of the build.
DaySeen judge_day(const std::string& clock, const std::string& seen, const std::string& built);

/// The same with what stands in "last-day" in the state folder. Writes nothing; a file that cannot
/// be read counts as none.
DaySeen day_seen(const std::filesystem::path& state_dir, const std::string& clock);

/// Keeps the clock's day, unless it is doubted or kept already.
base::Result<void> keep_day(const std::filesystem::path& state_dir, const DaySeen& day);

/// Keeps the clock's day because a person said that it is right.
base::Result<void> believe_day(const std::filesystem::path& state_dir, const std::string& clock);

/// The day of the build; SOURCE_DATE_EPOCH is kept to.
std::string built_on();

}  // namespace candor::pack
