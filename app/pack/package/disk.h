#pragma once
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"

namespace candor::pack {

/// An open file, closed at the end.
class OpenFile {
  public:
    explicit OpenFile(int fd = -1) : fd_(fd) {}
    ~OpenFile() { close(); }
    OpenFile(OpenFile&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    OpenFile& operator=(OpenFile&& other) noexcept {
        if (this != &other) close(), fd_ = std::exchange(other.fd_, -1);
        return *this;
    }
    int fd() const { return fd_; }
    explicit operator bool() const { return fd_ >= 0; }
    void close() {
        if (fd_ >= 0) ::close(fd_);
        fd_ = -1;
    }

  private:
    int fd_;
};

/// A plain file for reading; a link is not followed. Faults: not_found, unreadable, wrong_format.
base::Result<OpenFile> open_plain_file(const std::filesystem::path& path);
/// A file that is not there yet, for writing.
base::Result<OpenFile> create_file(const std::filesystem::path& path);
base::Result<void> write_all(const OpenFile& file, std::string_view bytes,
                             const std::string& where);
/// The same at an offset.
base::Result<void> write_all_at(const OpenFile& file, std::string_view bytes, std::uint64_t offset,
                                const std::string& where);
/// At most `size` bytes into `buffer`; 0 at the end.
base::Result<std::size_t> read_some(const OpenFile& file, char* buffer, std::size_t size,
                                    const std::string& where);

/// Everything written so far to this folder's file system is on the disk.
base::Result<void> sync_disk_of(const OpenFile& folder, const std::string& where);
base::Result<void> sync_folder(const std::filesystem::path& folder);

/// The Fault of a failed write: as base::fault_of_errno(), but EACCES is read_only.
base::Fault fault_of_write(int error, std::string where);

/// Points a symbolic link at `target`, at once: afterwards the old link or the new one is there.
base::Result<void> point_link(const std::filesystem::path& link, const std::string& target);
/// Where it points; nothing: there is no such link.
std::optional<std::string> target_of_link(const std::filesystem::path& link);

/// Removes a folder, without following links. What cannot be removed stays.
void remove_folder(const std::filesystem::path& folder);

/// Keeps a folder from remove_unless_held(), in any process, while it is open: what a visit shows
/// stays, however often the pack is replaced meanwhile. Without a file: there is no such folder.
OpenFile hold_folder(const std::filesystem::path& folder);
/// Removes a folder that nobody holds. One that is held stays for the next time.
void remove_unless_held(const std::filesystem::path& folder);

/// Held by one process at a time, until it ends or the lock is destroyed.
class FolderLock {
  public:
    /// Does not wait. Faults: locked, read_only, disk_full.
    static base::Result<FolderLock> take(const std::filesystem::path& file);

  private:
    explicit FolderLock(OpenFile file) : file_(std::move(file)) {}
    OpenFile file_;
};

}  // namespace candor::pack
