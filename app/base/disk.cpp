#include "base/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

namespace candor::base {
namespace {

FaultKind kind_of(int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
            return FaultKind::not_found;
        case ENOSPC:
        case EDQUOT:
            return FaultKind::disk_full;
        case EROFS:
            return FaultKind::read_only;
        case EACCES:
        case EPERM:
        case EIO:
            return FaultKind::unreadable;
        case EAGAIN:
        case EBUSY:
            return FaultKind::locked;
        case ENAMETOOLONG:
        case EFBIG:
            return FaultKind::too_large;
        default:
            return FaultKind::internal;
    }
}

tl::unexpected<Fault> write_fault(const std::filesystem::path& path) {
    return tl::unexpected(fault_of_write(errno, path.string()));
}

}  // namespace

Fault fault_of_errno(int error, std::string where) {
    return Fault{kind_of(error), std::move(where), std::strerror(error)};
}

Fault fault_of_write(int error, std::string where) {
    Fault fault = fault_of_errno(error, std::move(where));
    if (error == EACCES || error == EPERM) fault.kind = FaultKind::read_only;
    return fault;
}

Result<Descriptor> open_plain_file(const std::filesystem::path& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    if (!file && errno == ELOOP)
        return fail(FaultKind::wrong_format, path.string(), "a link, not a file");
    if (!file) return tl::unexpected(fault_of_errno(errno, path.string()));
    struct stat info {};
    if (::fstat(file.get(), &info) != 0)
        return tl::unexpected(fault_of_errno(errno, path.string()));
    if (!S_ISREG(info.st_mode)) return fail(FaultKind::wrong_format, path.string(), "not a file");
    return file;
}

Result<Descriptor> create_file(const std::filesystem::path& path) {
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (!file) return write_fault(path);
    return file;
}

Result<NamedFile> create_file_beside(const std::filesystem::path& beginning) {
    std::string name = beginning.string() + "XXXXXX";
    Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (!file) return write_fault(beginning);
    return NamedFile{std::move(file), std::move(name)};
}

Result<void> write_all(const Descriptor& file, std::string_view bytes, const std::string& where) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return write_fault(where);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> write_all_at(const Descriptor& file, std::string_view bytes, std::uint64_t offset,
                          const std::string& where) {
    while (!bytes.empty()) {
        const ssize_t written =
            ::pwrite(file.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return write_fault(where);
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return {};
}

Result<std::size_t> read_some(const Descriptor& file, char* buffer, std::size_t size,
                              const std::string& where) {
    while (true) {
        const ssize_t got = ::read(file.get(), buffer, size);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (errno != EINTR) return tl::unexpected(fault_of_errno(errno, where));
    }
}

Result<void> sync(const Descriptor& file, const std::string& where) {
    if (::fsync(file.get()) != 0) return write_fault(where);
    return {};
}

Result<void> sync_folder(const std::filesystem::path& folder) {
    const Descriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!file) return write_fault(folder);
    return sync(file, folder.string());
}

Result<void> sync_disk_of(const Descriptor& file, const std::string& where) {
    if (::syncfs(file.get()) != 0) return write_fault(where);
    return {};
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

Result<void> point_link(const std::filesystem::path& link, const std::string& target) {
    const auto beside = link.parent_path() / ("." + link.filename().string() + ".new");
    ::unlink(beside.c_str());
    if (::symlink(target.c_str(), beside.c_str()) != 0) return write_fault(link);
    if (::rename(beside.c_str(), link.c_str()) != 0) {
        const auto fault = write_fault(link);
        ::unlink(beside.c_str());
        return fault;
    }
    return sync_folder(folder_of(link));
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

}  // namespace candor::base
