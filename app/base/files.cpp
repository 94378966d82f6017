#include "base/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "base/disk.h"

namespace candor::base {
namespace {

constexpr std::size_t kMostEntries = 100'000;

mode_t mode_of(Privacy privacy) { return privacy == Privacy::owner_only ? 0600 : 0644; }

Result<void> write_and_sync(const Descriptor& file, std::string_view bytes,
                            const std::string& where) {
    TRY(write_all(file, bytes, where));
    return sync(file, where);
}

/// Takes a file's name away again, unless it was given its own.
class Beside {
  public:
    explicit Beside(std::string path) : path_(std::move(path)) {}
    ~Beside() {
        if (!path_.empty()) ::unlink(path_.c_str());
    }
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;
    Result<void> replace(const std::filesystem::path& path) {
        if (::rename(path_.c_str(), path.c_str()) != 0)
            return tl::unexpected(fault_of_write(errno, path.string()));
        path_.clear();
        return sync_folder(folder_of(path));
    }
    Result<void> take_free_name(const std::filesystem::path& path);

  private:
    std::string path_;
};

Result<void> Beside::take_free_name(const std::filesystem::path& path) {
    int error = ::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0
                    ? 0
                    : errno;
    // Some file systems know no such flag; a link takes no name either that is not free.
    if (error == EINVAL) error = ::link(path_.c_str(), path.c_str()) == 0 ? 0 : errno;
    ::unlink(std::exchange(path_, {}).c_str());
    if (error == EEXIST) return fail(FaultKind::refused, path.string(), "it is there already");
    if (error != 0) return tl::unexpected(fault_of_write(error, path.string()));
    return sync_folder(folder_of(path));
}

}  // namespace

std::string stamp_of(const std::filesystem::path& file) {
    std::error_code error;
    const auto written = std::filesystem::last_write_time(file, error).time_since_epoch().count();
    return std::to_string(written) + ' ' + std::to_string(std::filesystem::file_size(file, error));
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

Result<OpenFile> file_in_memory(std::string_view bytes, const std::string& where) {
    Descriptor file(::memfd_create("bytes", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!file) return tl::unexpected(fault_of_errno(errno, where));
    TRY(write_all(file, bytes, where));
    constexpr int kSeals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
    if (::fcntl(file.get(), F_ADD_SEALS, kSeals) != 0 || ::lseek(file.get(), 0, SEEK_SET) != 0)
        return tl::unexpected(fault_of_errno(errno, where));
    return OpenFile{std::move(file), bytes.size()};
}

Result<std::string> read_bytes(const Descriptor& file, std::size_t count,
                               const std::string& where) {
    std::string bytes(count, '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const auto got = TRY(read_some(file, bytes.data() + have, bytes.size() - have, where));
        if (got == 0) break;
        have += got;
    }
    bytes.resize(have);
    return bytes;
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes) {
    const auto file = TRY(open_file(path, max_bytes));
    return read_bytes(file.descriptor, file.bytes, path.string());
}

Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                                   Privacy privacy) {
    const std::string beside = path.string() + ".new", where = path.string();
    const mode_t mode = mode_of(privacy);
    const Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
    if (!file) return tl::unexpected(fault_of_write(errno, where));
    Beside written(beside);
    if (::fchmod(file.get(), mode) != 0) return tl::unexpected(fault_of_write(errno, where));
    TRY(write_and_sync(file, bytes, where));
    return written.replace(path);
}

Result<void> write_new_file(const std::filesystem::path& path, std::string_view bytes,
                            Privacy privacy) {
    const std::string where = path.string();
    const auto file = create_file_beside(where + ".");
    if (!file) return tl::unexpected(Fault{file.error().kind, where, file.error().detail});
    Beside written(file->path);
    // A stick with a file system without modes refuses this; the file is as open as the stick is.
    if (privacy == Privacy::everyone)
        static_cast<void>(::fchmod(file->descriptor.get(), mode_of(privacy)));
    TRY(write_and_sync(file->descriptor, bytes, where));
    return written.take_free_name(path);
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
    if (error) return tl::unexpected(fault_of_write(error.value(), path.string()));
    if (!std::filesystem::is_directory(path, error))
        return fail(FaultKind::wrong_format, path.string(), "not a folder");
    if (::faccessat(AT_FDCWD, path.c_str(), W_OK | X_OK, AT_EACCESS) != 0)
        return tl::unexpected(fault_of_write(errno, path.string()));
    return {};
}

}  // namespace candor::base
