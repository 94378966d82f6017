#pragma once
#include <filesystem>

#include "pack/package/package.h"

namespace candor::pack {

/// Writes the files of a package into a folder that is not there yet, each held against its hash.
/// They are on their way to the disk, not yet on it. A fault leaves what was written.
base::Result<void> unpack(const Package& package, const std::filesystem::path& folder,
                          const Progress& progress);

/// Are the signature files in a version's folder those of the package?
bool signatures_are_the_same(const Package& package, const std::filesystem::path& version);

}  // namespace candor::pack
