#pragma once
#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "base/folder_watch.h"
#include "consult/handover/help_call.h"

namespace candor::kiosk {

/// Tells the desk on this state folder that somebody here would like help, and learns that staff
/// come. Holds nothing of a person.
class HelpBell {
  public:
    /// `wake` is called on another thread when take_answer() may be true.
    HelpBell(std::filesystem::path state_dir, std::function<void()> wake);

    /// `from`: the kiosk's name for the desk. Faults: consult::call_for_help's.
    base::Result<void> ring(const std::string& from);
    /// Staff took the call; true once.
    bool take_answer();
    /// The visit is over: what nobody took is taken back.
    void end();

  private:
    std::filesystem::path state_dir_;
    std::optional<consult::HelpCall> call_;
    std::atomic<bool> changed_ = false;
    base::FolderWatch watch_;
};

}  // namespace candor::kiosk
