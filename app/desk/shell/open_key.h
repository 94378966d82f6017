#pragma once
#include <filesystem>

namespace candor::desk {

/// One line where others than its owner may read a secret key file.
void warn_of_open_key(const std::filesystem::path& file);

}  // namespace candor::desk
