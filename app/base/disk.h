#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/descriptor.h"
#include "base/result.h"

// The steps by which bytes come to a disk, each of which says why it failed. `where` is for the
// Fault. Whole files: base/files.h.

namespace candor::base {

/// The Fault for the errno of something that was to be read: not_found, unreadable (no right to, or
/// hardware), disk_full, read_only (EROFS), locked, too_large; else internal.
Fault fault_of_errno(int error, std::string where);
/// Of something that was to be written or made: the same, but a right that is missing is read_only.
Fault fault_of_write(int error, std::string where);

/// A plain file for reading; a link is not followed, a FIFO not waited for. Faults: not_found,
/// unreadable, wrong_format.
Result<Descriptor> open_plain_file(const std::filesystem::path& path);
/// A file that is not there yet, for writing (mode 0644).
Result<Descriptor> create_file(const std::filesystem::path& path);
/// A file whose name was free: `beginning` and six characters (mode 0600).
struct NamedFile {
    Descriptor descriptor;
    std::string path;
};
Result<NamedFile> create_file_beside(const std::filesystem::path& beginning);

Result<void> write_all(const Descriptor& file, std::string_view bytes, const std::string& where);
/// The same at an offset.
Result<void> write_all_at(const Descriptor& file, std::string_view bytes, std::uint64_t offset,
                          const std::string& where);
/// At most `size` bytes into `buffer`; 0 at the end.
Result<std::size_t> read_some(const Descriptor& file, char* buffer, std::size_t size,
                              const std::string& where);

/// What was written to the file is on the disk afterwards.
Result<void> sync(const Descriptor& file, const std::string& where);
/// What was made, renamed or removed in the folder is on the disk afterwards.
Result<void> sync_folder(const std::filesystem::path& folder);
/// Everything written so far to this file's or folder's file system is on the disk.
Result<void> sync_disk_of(const Descriptor& file, const std::string& where);

/// The folder that a path stands in; "." for a bare name.
std::filesystem::path folder_of(const std::filesystem::path& path);

/// Points a symbolic link at `target`, at once: afterwards the old link or the new one is there.
Result<void> point_link(const std::filesystem::path& link, const std::string& target);
/// Where it points; nothing: there is no such link.
std::optional<std::string> target_of_link(const std::filesystem::path& link);

/// Removes a folder, without following links. What cannot be removed stays.
void remove_folder(const std::filesystem::path& folder);

}  // namespace candor::base
