#include "consult/store/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

namespace candor::consult {

FolderLock::FolderLock(const std::filesystem::path& folder)
    : folder_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    while (folder_ && ::flock(folder_.get(), LOCK_EX) != 0 && errno == EINTR) continue;
}

}  // namespace candor::consult
