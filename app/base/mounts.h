#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

namespace candor::base {

/// The mount points of a mountinfo (proc(5)) that lie below one of the roots, sorted: sticks, as
/// the desktop mounts them (/media/LABEL, /media/USER/LABEL, /run/media/USER/LABEL).
std::vector<std::filesystem::path> mounts_below(std::string_view mountinfo,
                                                const std::vector<std::filesystem::path>& roots);
enum class Roots { left_out, counted };
/// Of this machine, now; `themselves`: whether a root counts that is a mount point.
std::vector<std::filesystem::path> mounted_below(const std::vector<std::filesystem::path>& roots,
                                                 Roots themselves = Roots::left_out);

/// Whether a path, made normal, lies below the root.
bool is_below(const std::filesystem::path& path, const std::filesystem::path& root);

}  // namespace candor::base
