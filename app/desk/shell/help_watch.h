#pragma once
#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>

#include "base/folder_watch.h"
#include "consult/handover/help_call.h"

namespace candor::desk {

/// Tells when somebody at a kiosk that works on the same state folder would like help.
class HelpWatch {
  public:
    /// `wake` is called on another thread when look() may give something else.
    HelpWatch(std::filesystem::path state_dir, std::function<void()> wake);

    /// The call that nobody has taken yet; reads it where something has changed. True: `call` is
    /// another one now.
    bool look(std::optional<consult::HelpCall>& call);

  private:
    std::filesystem::path state_dir_;
    std::atomic<bool> changed_ = true;
    base::FolderWatch watch_;
};

}  // namespace candor::desk
