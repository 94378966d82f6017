#include "desk/shell/help_watch.h"

#include <utility>

namespace candor::desk {

HelpWatch::HelpWatch(std::filesystem::path state_dir, std::function<void()> wake)
    : state_dir_(std::move(state_dir)),
      watch_({consult::help_folder(state_dir_)}, 1, [this, wake = std::move(wake)] {
          changed_ = true;
          wake();
      }) {}

bool HelpWatch::look(std::optional<consult::HelpCall>& call) {
    if (!changed_.exchange(false)) return false;
    auto now = consult::open_help_call(state_dir_);
    if (now == call) return false;
    call = std::move(now);
    return true;
}

}  // namespace candor::desk
