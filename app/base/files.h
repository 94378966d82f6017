#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/descriptor.h"
#include "base/result.h"

namespace candor::base {

/// The whole file as bytes. Faults: not_found, unreadable, too_large (over `max_bytes`; never read
/// further than that), wrong_format for what is not a regular file.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes);

/// A regular file, open to be read, and its size. Faults as for read_file.
struct OpenFile {
    Descriptor descriptor;
    std::size_t bytes = 0;
};
Result<OpenFile> open_file(const std::filesystem::path& path, std::size_t max_bytes);
/// A file in memory with these bytes and no way to change them. `where` is for the Fault.
Result<OpenFile> file_in_memory(std::string_view bytes, const std::string& where);
/// The next `count` bytes, fewer where the file ends before. `where` is for the Fault.
Result<std::string> read_bytes(const Descriptor& file, std::size_t count, const std::string& where);

/// When a file was written and how long it is: other words once it was replaced.
std::string stamp_of(const std::filesystem::path& file);

enum class Privacy { everyone, owner_only };  ///< file mode 0644 or 0600

/// Writes beside, fsyncs, renames over `path`, fsyncs the folder: after a power cut the old file or
/// the new one is there, whole. Faults: disk_full, read_only (a right that is missing, too),
/// unreadable (hardware), not_found (no such folder).
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                                   Privacy privacy = Privacy::everyone);

/// Writes a file that must not be there yet: whole and on the disk (file and folder fsynced), or
/// not at all, whatever two processes do at once. Fault refused when the name is taken; else those
/// of write_file_atomically.
Result<void> write_new_file(const std::filesystem::path& path, std::string_view bytes,
                            Privacy privacy);

/// Something that lies in a folder. What cannot be looked at is neither folder nor file.
class FolderEntry {
  public:
    explicit FolderEntry(std::filesystem::directory_entry entry) : entry_(std::move(entry)) {}
    const std::filesystem::path& path() const { return entry_.path(); }
    std::string name() const { return path().filename().string(); }
    bool is_link() const;
    /// Of a link: what it leads to.
    bool is_folder() const;
    bool is_file() const;

  private:
    std::filesystem::directory_entry entry_;
};

/// What lies in a folder, by name; of more than 100,000 entries some are left out. The one way to
/// list a folder: the standard's iterators throw when a stick is pulled out between two names.
/// Faults: not_found, unreadable (all of it, whatever was read before).
Result<std::vector<FolderEntry>> entries_of(const std::filesystem::path& folder);

/// Creates the folder and its parents, and checks that it can be written. Faults: read_only,
/// disk_full, wrong_format (something else has the name).
Result<void> ensure_folder(const std::filesystem::path& path);

enum class Readers { owner, group, anybody };
/// Who may read the file, root aside; `owner` for one that is not there.
Readers readers_of(const std::filesystem::path& path);

}  // namespace candor::base
