#include "pack/package/held_folder.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

#include "base/disk.h"

namespace candor::pack {
namespace {

base::Descriptor opened(const std::filesystem::path& folder) {
    return base::Descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

}  // namespace

base::Descriptor hold_folder(const std::filesystem::path& folder) {
    base::Descriptor file = opened(folder);
    if (file && ::flock(file.get(), LOCK_SH | LOCK_NB) != 0) file.close();  // being removed
    return file;
}

void remove_unless_held(const std::filesystem::path& folder) {
    const base::Descriptor file = opened(folder);
    if (file && ::flock(file.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return;
    base::remove_folder(folder);
}

base::Result<FolderLock> FolderLock::take(const std::filesystem::path& path) {
    base::Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (file && ::flock(file.get(), LOCK_EX | LOCK_NB) == 0) return FolderLock(std::move(file));
    if (file && errno == EWOULDBLOCK)
        return base::fail(base::FaultKind::locked, path.string(),
                          "another installation is running");
    return tl::unexpected(base::fault_of_write(errno, path.string()));
}

}  // namespace candor::pack
