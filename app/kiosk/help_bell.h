#pragma once
#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "base/folder_watch.h"
#include "consult/handover/help_call.h"
#include "pack/package/policy.h"
#include "screens/frame/state.h"

namespace candor::kiosk {

/// Tells the desks that somebody here would like help, and learns that staff come: the desk on this
/// state folder, or through the courier those elsewhere. Holds nothing of a person.
class HelpBell {
  public:
    /// `wake` is called on another thread when take_answer() may have something.
    HelpBell(std::filesystem::path state_dir, std::function<void()> wake);

    /// As kiosk.yaml says. Gives what the person is told: `asked` where a desk sees it at once,
    /// `asking` where the courier has to bring it there, `not_asked` (the reason is logged).
    screens::Help ring(const pack::Surroundings& around);
    /// What has become of the call since; nothing: what was told still holds.
    std::optional<screens::Help> take_answer();
    /// The visit is over: what nobody took is taken back.
    void end();

  private:
    std::filesystem::path state_dir_;
    std::optional<consult::HelpCall> call_;
    screens::Help told_ = screens::Help::none;
    std::atomic<bool> changed_ = false;
    base::FolderWatch watch_;
};

}  // namespace candor::kiosk
