#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace candor::base {
namespace {

constexpr std::size_t kMostEntries = 100'000;

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool sync_folder(const std::filesystem::path& folder) {
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return fd.get() >= 0 && ::fsync(fd.get()) == 0;
}

}  // namespace

Fault fault_of_errno(int error, std::string where) {
    FaultKind kind = FaultKind::internal;
    switch (error) {
        case ENOENT:
        case ENOTDIR:
            kind = FaultKind::not_found;
            break;
        case ENOSPC:
        case EDQUOT:
            kind = FaultKind::disk_full;
            break;
        case EROFS:
            kind = FaultKind::read_only;
            break;
        case EACCES:
        case EPERM:
        case EIO:
            kind = FaultKind::unreadable;
            break;
        case EAGAIN:
        case EBUSY:
            kind = FaultKind::locked;
            break;
        case ENAMETOOLONG:
        case EFBIG:
            kind = FaultKind::too_large;
            break;
        default:
            break;
    }
    return Fault{kind, std::move(where), std::strerror(error)};
}

Result<OpenFile> open_file(const std::filesystem::path& path, std::size_t max_bytes) {
    Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (fd.get() < 0) return tl::unexpected(fault_of_errno(errno, path.string()));
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0) return tl::unexpected(fault_of_errno(errno, path.string()));
    if (!S_ISREG(info.st_mode)) return fail(FaultKind::wrong_format, path.string(), "not a file");
    const auto bytes = static_cast<std::size_t>(info.st_size);
    if (bytes > max_bytes)
        return fail(FaultKind::too_large, path.string(),
                    std::to_string(bytes) + " bytes, at most " + std::to_string(max_bytes));
    return OpenFile{std::move(fd), bytes};
}

Result<std::string> read_bytes(const Descriptor& file, std::size_t count,
                               const std::string& where) {
    std::string bytes(count, '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + have, bytes.size() - have);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return tl::unexpected(fault_of_errno(errno, where));
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes) {
    const auto file = open_file(path, max_bytes);
    if (!file) return tl::unexpected(file.error());
    return read_bytes(file->descriptor, file->bytes, path.string());
}

Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                                   Privacy privacy) {
    const std::filesystem::path beside = path.string() + ".new";
    const mode_t mode = privacy == Privacy::owner_only ? 0600 : 0644;
    {
        const Descriptor fd(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
        if (fd.get() < 0) return tl::unexpected(fault_of_errno(errno, path.string()));
        if (::fchmod(fd.get(), mode) != 0 || !write_all(fd.get(), bytes) ||
            ::fsync(fd.get()) != 0) {
            const int error = errno;
            ::unlink(beside.c_str());
            return tl::unexpected(fault_of_errno(error, path.string()));
        }
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) {
        const int error = errno;
        ::unlink(beside.c_str());
        return tl::unexpected(fault_of_errno(error, path.string()));
    }
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    if (!sync_folder(folder)) return tl::unexpected(fault_of_errno(errno, folder.string()));
    return {};
}

Readers readers_of(const std::filesystem::path& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return Readers::owner;
    if ((info.st_mode & S_IROTH) != 0) return Readers::anybody;
    return (info.st_mode & S_IRGRP) != 0 ? Readers::group : Readers::owner;
}

bool FolderEntry::is_link() const {
    std::error_code unknown;
    return entry_.is_symlink(unknown);
}

bool FolderEntry::is_folder() const {
    std::error_code unknown;
    return entry_.is_directory(unknown);
}

bool FolderEntry::is_file() const {
    std::error_code unknown;
    return entry_.is_regular_file(unknown);
}

Result<std::vector<FolderEntry>> entries_of(const std::filesystem::path& folder) {
    std::vector<FolderEntry> found;
    std::error_code error;
    std::filesystem::directory_iterator at(folder, error);
    for (const std::filesystem::directory_iterator end; !error && at != end; at.increment(error))
        if (found.size() < kMostEntries) found.emplace_back(*at);
    if (error) return tl::unexpected(fault_of_errno(error.value(), folder.string()));
    std::sort(found.begin(), found.end(), [](const FolderEntry& a, const FolderEntry& b) {
        return a.path().native() < b.path().native();
    });
    return found;
}

Result<void> ensure_folder(const std::filesystem::path& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) return tl::unexpected(fault_of_errno(error.value(), path.string()));
    if (!std::filesystem::is_directory(path, error))
        return fail(FaultKind::wrong_format, path.string(), "not a folder");
    if (::access(path.c_str(), W_OK | X_OK) != 0)
        return tl::unexpected(fault_of_errno(errno, path.string()));
    return {};
}

}  // namespace candor::base
