#pragma once
#include <filesystem>

#include "pack/package/approval.h"
#include "pack/package/package.h"

namespace candor::pack {

/// Writes the package of a pack's folder: the same bytes for the same files, wherever and whenever.
/// Which files those are says package_files.h. The folder's findings are the caller's to look at.
/// Faults: refused (a link, a device, a path that a package may not hold), too_large, and those of
/// reading and writing.
base::Result<PackageManifest> build_package(const std::filesystem::path& folder,
                                            const std::filesystem::path& output,
                                            const Progress& progress = {});

/// Puts the signer's signature of MANIFEST into the package, in place of one of the same role. All
/// files are checked against their hashes first while they are copied. The package at `path` is
/// replaced as a whole, or stays as it is.
base::Result<void> sign_package(const std::filesystem::path& path, const Signer& signer,
                                const SigningKey& key, const Progress& progress = {});

}  // namespace candor::pack
