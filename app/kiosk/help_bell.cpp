#include "kiosk/help_bell.h"

#include <utility>

#include "base/clock.h"

namespace candor::kiosk {

HelpBell::HelpBell(std::filesystem::path state_dir, std::function<void()> wake)
    : state_dir_(std::move(state_dir)),
      watch_({consult::help_folder(state_dir_)}, 1, [this, wake = std::move(wake)] {
          changed_ = true;
          wake();
      }) {
    consult::end_help_call(state_dir_);  // of a kiosk that was killed
}

base::Result<void> HelpBell::ring(const std::string& from) {
    call_ = TRY(consult::call_for_help(state_dir_, from, base::utc_now()));
    return {};
}

bool HelpBell::take_answer() {
    if (!call_ || !changed_.exchange(false) || !consult::is_taken(state_dir_, *call_)) return false;
    end();
    return true;
}

void HelpBell::end() {
    if (std::exchange(call_, std::nullopt)) consult::end_help_call(state_dir_);
}

}  // namespace candor::kiosk
