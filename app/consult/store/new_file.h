#pragma once
#include <filesystem>
#include <string_view>

#include "base/files.h"
#include "base/result.h"

namespace candor::consult {

/// Writes a file that must not be there yet: whole and on the disk (file and folder fsynced), or
/// not at all, whatever two processes do at once. Fault refused when the name is taken; else those
/// of base::write_file_atomically.
base::Result<void> write_new_file(const std::filesystem::path& path, std::string_view bytes,
                                  base::Privacy privacy);

/// fault_of_errno for a write: a right that is missing counts as read_only.
base::Fault fault_of_write(int error, std::string where);

/// What was made, renamed or removed in the folder is on the disk afterwards.
base::Result<void> sync_folder(const std::filesystem::path& folder);

}  // namespace candor::consult
