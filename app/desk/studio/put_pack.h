#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

#include "pack/package/install.h"

namespace candor::desk {

/// The folders of a mountinfo (proc(5)) that lie below one of the roots: sticks, as the desktop
/// mounts them.
std::vector<std::filesystem::path> mounts_below(std::string_view mountinfo,
                                                const std::vector<std::filesystem::path>& roots);
/// Of this machine, now.
std::vector<std::filesystem::path> sticks_below(const std::vector<std::filesystem::path>& roots);
/// Is it a folder below one of the roots?
bool is_on_a_stick(const std::filesystem::path& folder,
                   const std::vector<std::filesystem::path>& roots);

/// Copies a package into a folder of a stick, under its own name.
base::Result<std::filesystem::path> put_on_stick(const std::filesystem::path& package,
                                                 const std::filesystem::path& folder, bool replace,
                                                 const pack::Progress& progress);

}  // namespace candor::desk
