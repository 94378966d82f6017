#pragma once
#include <filesystem>

namespace candor::ctl {

/// Tells stderr when others than its owner may read a secret key file.
void warn_of_open_key(const std::filesystem::path& file);

}  // namespace candor::ctl
