#pragma once
#include <filesystem>
#include <vector>

#include "pack/package/install.h"

namespace candor::desk {

/// Is it a folder below one of the roots?
bool is_on_a_stick(const std::filesystem::path& folder,
                   const std::vector<std::filesystem::path>& roots);

/// Copies a package into a folder of a stick, under its own name.
base::Result<std::filesystem::path> put_on_stick(const std::filesystem::path& package,
                                                 const std::filesystem::path& folder, bool replace,
                                                 const pack::Progress& progress);

}  // namespace candor::desk
