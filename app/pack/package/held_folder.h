#pragma once
#include <filesystem>
#include <utility>

#include "base/descriptor.h"
#include "base/result.h"

namespace candor::pack {

/// Keeps a folder from remove_unless_held(), in any process, while it is open: what a visit shows
/// stays, however often the pack is replaced meanwhile. Without a file: there is no such folder.
base::Descriptor hold_folder(const std::filesystem::path& folder);
/// Removes a folder that nobody holds. One that is held stays for the next time.
void remove_unless_held(const std::filesystem::path& folder);

/// Held by one process at a time, until it ends or the lock is destroyed.
class FolderLock {
  public:
    /// Does not wait. Faults: locked, read_only, disk_full.
    static base::Result<FolderLock> take(const std::filesystem::path& file);

  private:
    explicit FolderLock(base::Descriptor file) : file_(std::move(file)) {}
    base::Descriptor file_;
};

}  // namespace candor::pack
