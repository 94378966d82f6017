#include "kiosk/help_bell.h"

#include <utility>

#include "base/clock.h"
#include "base/log.h"
#include "consult/handover/handover.h"

namespace candor::kiosk {

using screens::Help;

namespace {

/// Nothing: nobody has said anything.
std::optional<Help> help_of(consult::HelpStand stand) {
    switch (stand) {
        case consult::HelpStand::called:
            return std::nullopt;
        case consult::HelpStand::told:
            return Help::asked;
        case consult::HelpStand::not_told:
            return Help::not_asked;
        case consult::HelpStand::taken:
            return Help::coming;
    }
    return std::nullopt;
}

}  // namespace

HelpBell::HelpBell(std::filesystem::path state_dir, std::function<void()> wake)
    : state_dir_(std::move(state_dir)),
      watch_({consult::help_folder(state_dir_)}, 1, [this, wake = std::move(wake)] {
          changed_ = true;
          wake();
      }) {
    consult::end_help_call(state_dir_);  // of a kiosk that was killed
}

Help HelpBell::ring(const pack::Surroundings& around) {
    auto call = consult::call_for_help(state_dir_, around.help_from, base::utc_now());
    if (!call) {
        base::log(call.error());
        return Help::not_asked;
    }
    call_ = std::move(*call);
    if (!around.delivers) return told_ = Help::asked;
    // It may begin to work later, and is told of the call then.
    const bool brings = consult::courier_lives(state_dir_);
    if (!brings) base::log("Nobody is told of a call for help: candor-courier does not run.");
    return told_ = brings ? Help::asking : Help::not_asked;
}

std::optional<Help> HelpBell::take_answer() {
    if (!call_ || !changed_.exchange(false)) return std::nullopt;
    const auto now = help_of(consult::stand_of(state_dir_, *call_));
    if (!now || *now == told_) return std::nullopt;
    if (*now == Help::coming) end();
    return told_ = *now;
}

void HelpBell::end() {
    if (std::exchange(call_, std::nullopt)) consult::end_help_call(state_dir_);
}

}  // namespace candor::kiosk
