#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "pack/folder/package_manifest.h"

namespace candor::pack {

/// The highest version of a pack that was ever installed here. Only rollback shows a lower one
/// again, and it does not change this.
struct HighestVersion {
    int version = 0;
    std::string version_folder;  ///< VERSION; its folder may be gone
    /// packs/ID/highest says so. Else it is missing or damaged, and the folders show this much.
    bool noted = true;
};

/// Nothing: no version was ever installed, as far as can be told.
std::optional<HighestVersion> highest_version(const std::filesystem::path& state_dir,
                                              const std::string& id);

/// Under the lock of an installation, before a link is changed: from here on `version_folder` was
/// installed. Lowers nothing, and is on the disk when it returns. Faults: disk_full, read_only.
base::Result<void> note_highest(const std::filesystem::path& state_dir, const std::string& id,
                                const std::string& version_folder);
/// The same with what highest_version() says, where that is not noted.
base::Result<void> keep_highest(const std::filesystem::path& state_dir, const std::string& id);

/// Fault refused: a lower version than the highest, or the highest with other content.
base::Result<void> check_not_below(const std::filesystem::path& state_dir,
                                   const PackageManifest& manifest,
                                   const std::string& version_folder);

}  // namespace candor::pack
