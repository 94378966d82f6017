#pragma once
#include <filesystem>

namespace candor::desk {

/// Shows a folder in the desktop's file manager (xdg-open). False: there is none on this machine.
bool open_in_file_manager(const std::filesystem::path& folder);

}  // namespace candor::desk
