#include "consult/store/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>

namespace candor::consult {
namespace {

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

/// An errno, or 0.
int write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(fd) == 0 ? 0 : errno;
}

int write_beside(std::string& beside, std::string_view bytes, base::Privacy privacy) {
    const int fd = ::mkostemp(beside.data(), O_CLOEXEC);
    if (fd < 0) return errno;
    // A stick with a file system without modes refuses this; the file is as open as the stick is.
    if (privacy == base::Privacy::everyone) static_cast<void>(::fchmod(fd, 0644));
    const int error = write_all(fd, bytes);
    ::close(fd);
    if (error != 0) ::unlink(beside.c_str());
    return error;
}

int move_into_free_name(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    int error = errno;
    if (error == EINVAL) error = ::link(from.c_str(), to.c_str()) == 0 ? 0 : errno;
    ::unlink(from.c_str());
    return error;
}

}  // namespace

base::Fault fault_of_write(int error, std::string where) {
    base::Fault fault = base::fault_of_errno(error, std::move(where));
    if (error == EACCES || error == EPERM) fault.kind = base::FaultKind::read_only;
    return fault;
}

base::Result<void> sync_folder(const std::filesystem::path& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return tl::unexpected(fault_of_write(errno, folder.string()));
    const int error = ::fsync(fd) == 0 ? 0 : errno;
    ::close(fd);
    if (error != 0) return tl::unexpected(fault_of_write(error, folder.string()));
    return {};
}

base::Result<void> write_new_file(const std::filesystem::path& path, std::string_view bytes,
                                  base::Privacy privacy) {
    std::string beside = path.string() + ".XXXXXX";
    int error = write_beside(beside, bytes, privacy);
    if (error == 0) error = move_into_free_name(beside, path.string());
    if (error == EEXIST)
        return base::fail(base::FaultKind::refused, path.string(), "it is there already");
    if (error != 0) return tl::unexpected(fault_of_write(error, path.string()));
    return sync_folder(folder_of(path));
}

}  // namespace candor::consult
