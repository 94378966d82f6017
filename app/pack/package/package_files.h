#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "pack/folder/package_manifest.h"

namespace candor::pack {

/// What of a pack's folder goes into its package.
struct PackageFiles {
    std::vector<PackageFile> files;    ///< sorted by path, with sizes and without hashes
    std::vector<base::Fault> refused;  ///< what no package can hold: the path, and why
};

/// Left out without a word are names that begin with "." or "~$" or end with "~", what Windows and
/// macOS leave in folders (Thumbs.db, desktop.ini, __MACOSX), and a MANIFEST and its signatures
/// from an unpacked package. Faults: unreadable, too_large.
base::Result<PackageFiles> files_of_package(const std::filesystem::path& folder);

}  // namespace candor::pack
