#pragma once
#include <filesystem>
#include <functional>
#include <thread>
#include <vector>

namespace candor::base {

/// Tells when something in these folders or below them changes, and when something is mounted or
/// unmounted below them (inotify, /proc/self/mountinfo). Folders that are not there yet are seen
/// when they come, if the one above them is there. Watches 4,000 folders at most. Waits without
/// using the processor.
class FolderWatch {
  public:
    /// `depth`: levels of folders below each that are watched. `on_change` is called on the watch's
    /// own thread, once for changes that follow each other closely.
    FolderWatch(std::vector<std::filesystem::path> folders, int depth,
                std::function<void()> on_change);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;
    /// False: the system has no inotify or thread left to give, and nothing will be told.
    bool works() const { return thread_.joinable(); }

  private:
    void run();
    void watch_all() const;

    std::vector<std::filesystem::path> folders_;
    int depth_;
    std::function<void()> on_change_;
    int stop_ = -1;  ///< an eventfd
    int inotify_ = -1;
    std::thread thread_;
};

}  // namespace candor::base
