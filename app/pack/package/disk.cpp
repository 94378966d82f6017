#include "pack/package/disk.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

#include "base/files.h"

namespace candor::pack {
namespace {

tl::unexpected<base::Fault> write_fault(const std::filesystem::path& path) {
    return tl::unexpected(fault_of_write(errno, path.string()));
}

}  // namespace

base::Fault fault_of_write(int error, std::string where) {
    auto fault = base::fault_of_errno(error, std::move(where));
    if (error == EACCES || error == EPERM) fault.kind = base::FaultKind::read_only;
    return fault;
}

base::Result<OpenFile> open_plain_file(const std::filesystem::path& path) {
    OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    if (!file && errno == ELOOP)
        return base::fail(base::FaultKind::wrong_format, path.string(), "a link, not a file");
    if (!file) return tl::unexpected(base::fault_of_errno(errno, path.string()));
    struct stat info {};
    if (::fstat(file.fd(), &info) != 0)
        return tl::unexpected(base::fault_of_errno(errno, path.string()));
    if (!S_ISREG(info.st_mode))
        return base::fail(base::FaultKind::wrong_format, path.string(), "not a file");
    return file;
}

base::Result<OpenFile> create_file(const std::filesystem::path& path) {
    OpenFile file(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (!file) return write_fault(path);
    return file;
}

base::Result<void> write_all(const OpenFile& file, std::string_view bytes,
                             const std::string& where) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.fd(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return write_fault(where);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

base::Result<void> write_all_at(const OpenFile& file, std::string_view bytes, std::uint64_t offset,
                                const std::string& where) {
    while (!bytes.empty()) {
        const ssize_t written =
            ::pwrite(file.fd(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return write_fault(where);
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return {};
}

base::Result<std::size_t> read_some(const OpenFile& file, char* buffer, std::size_t size,
                                    const std::string& where) {
    while (true) {
        const ssize_t got = ::read(file.fd(), buffer, size);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) return tl::unexpected(base::fault_of_errno(errno, where));
    }
}

base::Result<void> sync_disk_of(const OpenFile& folder, const std::string& where) {
    if (::syncfs(folder.fd()) != 0) return write_fault(where);
    return {};
}

base::Result<void> sync_folder(const std::filesystem::path& folder) {
    const OpenFile file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!file || ::fsync(file.fd()) != 0) return write_fault(folder);
    return {};
}

base::Result<void> point_link(const std::filesystem::path& link, const std::string& target) {
    const auto beside = link.parent_path() / ("." + link.filename().string() + ".new");
    ::unlink(beside.c_str());
    if (::symlink(target.c_str(), beside.c_str()) != 0) return write_fault(link);
    if (::rename(beside.c_str(), link.c_str()) != 0) {
        const auto fault = write_fault(link);
        ::unlink(beside.c_str());
        return fault;
    }
    return sync_folder(link.parent_path());
}

std::optional<std::string> target_of_link(const std::filesystem::path& link) {
    std::error_code error;
    auto target = std::filesystem::read_symlink(link, error).string();
    if (error) return std::nullopt;
    return target;
}

void remove_folder(const std::filesystem::path& folder) {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

OpenFile hold_folder(const std::filesystem::path& folder) {
    OpenFile file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (file && ::flock(file.fd(), LOCK_SH | LOCK_NB) != 0) file.close();  // being removed
    return file;
}

void remove_unless_held(const std::filesystem::path& folder) {
    const OpenFile file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (file && ::flock(file.fd(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return;
    remove_folder(folder);
}

base::Result<FolderLock> FolderLock::take(const std::filesystem::path& path) {
    OpenFile file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (!file) return write_fault(path);
    if (::flock(file.fd(), LOCK_EX | LOCK_NB) == 0) return FolderLock(std::move(file));
    if (errno == EWOULDBLOCK)
        return base::fail(base::FaultKind::locked, path.string(),
                          "another installation is running");
    return write_fault(path);
}

}  // namespace candor::pack
