#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "base/folder_watch.h"

namespace candor::kiosk {

/// Tells that kiosk.yaml says something else than before, whoever saves it and however. One with a
/// mistake is told in the log alone, and nothing follows it until the mistake is mended.
class SettingsWatch {
  public:
    /// What it says now is known from here on.
    explicit SettingsWatch(std::filesystem::path state_dir);

    /// From now on: `on_change` is called on another thread. Called once.
    void begin(std::function<void()> on_change);
    /// False: nothing will be told.
    bool works() const { return watch_ && watch_->works(); }

  private:
    std::string said_now() const;
    bool is_other_and_sound();

    std::filesystem::path state_dir_;
    std::string said_;  ///< from begin() on the watch's thread alone
    std::optional<base::FolderWatch> watch_;
};

}  // namespace candor::kiosk
