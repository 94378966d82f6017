#include "base/folder_watch.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <utility>

#include "base/files.h"
#include "base/last_catch.h"

namespace candor::base {
namespace {

namespace fs = std::filesystem;

constexpr int kQuietMs = 60;  // editors save in several steps
constexpr int kMostFolders = 4'000;
constexpr int kMostRounds = 8;  // but something that never rests is looked at, too
constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                   IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

/// `left`: how many folders may be watched still, so that a large stick takes no more than its
/// share of the system's watches.
void watch(int inotify, const fs::path& folder, int depth, int& left) {
    if (--left < 0) return;
    inotify_add_watch(inotify, folder.c_str(), kChanges);
    if (depth == 0) return;
    const auto entries = entries_of(folder);
    if (!entries) return;  // a stick that is being pulled out
    for (const FolderEntry& entry : *entries)
        if (entry.is_folder() && !entry.is_link()) watch(inotify, entry.path(), depth - 1, left);
}

/// Reads what is waiting.
void drain(int fd) {
    std::array<char, 16 * 1024> bytes{};
    while (read(fd, bytes.data(), bytes.size()) > 0) continue;
}

}  // namespace

FolderWatch::FolderWatch(std::vector<fs::path> folders, int depth, std::function<void()> on_change)
    : folders_(std::move(folders)),
      depth_(depth),
      on_change_(std::move(on_change)),
      stop_(eventfd(0, EFD_CLOEXEC)),
      inotify_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    if (stop_ < 0 || inotify_ < 0) return;
    watch_all();  // before anybody can change something
    run_contained("folder watch", [this] { thread_ = std::thread([this] { run(); }); });
}

FolderWatch::~FolderWatch() {
    const std::uint64_t one = 1;
    if (thread_.joinable() && write(stop_, &one, sizeof one) == sizeof one) thread_.join();
    for (const int fd : {stop_, inotify_})
        if (fd >= 0) close(fd);
}

void FolderWatch::watch_all() const {
    int left = kMostFolders;
    for (const fs::path& folder : folders_) {
        std::error_code error;
        if (fs::is_directory(folder, error))
            watch(inotify_, folder, depth_, left);
        else
            watch(inotify_, folder.parent_path(), 0, left);
    }
}

/// It waits for the kernel, and a Worker for jobs: so this thread is none.
void FolderWatch::run() {
    const int mounts = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    std::array<pollfd, 3> waiting{
        {{stop_, POLLIN, 0}, {inotify_, POLLIN, 0}, {mounts, POLLPRI, 0}}};
    while (poll(waiting.data(), waiting.size(), -1) >= 0 || errno == EINTR) {
        if ((waiting[0].revents & POLLIN) != 0) break;
        if (waiting[1].revents == 0 && waiting[2].revents == 0) continue;
        drain(inotify_);
        for (int round = 0; round < kMostRounds; ++round) {
            std::array<pollfd, 2> more{{{stop_, POLLIN, 0}, {inotify_, POLLIN, 0}}};
            if (poll(more.data(), more.size(), kQuietMs) <= 0 || more[0].revents != 0) break;
            drain(inotify_);
        }
        run_contained("folder watch", [this] {
            watch_all();  // folders that came; for the others it changes nothing
            on_change_();
        });
    }
    if (mounts >= 0) close(mounts);
}

}  // namespace candor::base
