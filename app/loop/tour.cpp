#include "loop/tour.h"

#include "base/clock.h"
#include "base/files.h"
#include "base/log.h"

namespace candor::loop {
namespace {

constexpr const char* kTourMoment = "2026-11-25T12:00:00Z";

}  // namespace

void Tour::take(const std::string& name) {
    calls_.settle();
    const auto taken = folder_.take(name, window_.shown(), calls_.tree());
    if (!taken) base::log(taken.error());
    good_ = good_ && taken;
}

bool prepare_tour(const std::filesystem::path& folder) {
    if (const auto made = base::ensure_folder(folder); !made) {
        base::log(made.error());
        base::log("--screens: give a folder that can be written.");
        return false;
    }
    base::hold_calendar(kTourMoment);
    return true;
}

}  // namespace candor::loop
