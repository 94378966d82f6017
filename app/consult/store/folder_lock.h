#pragma once
#include <filesystem>

#include "base/descriptor.h"

namespace candor::consult {

/// Holds a folder's flock while it lives; the system lets go of it even when the process is killed.
class FolderLock {
  public:
    explicit FolderLock(const std::filesystem::path& folder);
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

  private:
    base::Descriptor folder_;
};

}  // namespace candor::consult
