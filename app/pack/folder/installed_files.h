#pragma once
#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "pack/folder/package_manifest.h"

namespace candor::pack {

/// Below `root` are exactly the files of MANIFEST, each with its size; no byte is read. Fault
/// damaged, naming the first that is missing, too much, a link or of another size.
base::Result<void> check_names(const std::filesystem::path& root, const PackageManifest& manifest);

/// These bytes, which are all of the file, have the hash that MANIFEST gives it. Fault damaged.
base::Result<void> check_bytes(const PackageManifest& manifest, std::string_view path,
                               std::string_view bytes);

}  // namespace candor::pack
