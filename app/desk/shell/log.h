#pragma once
#include <filesystem>

#include "base/log.h"

namespace candor::desk {

/// Never anything of a request, or that a person typed.
using base::log;
/// One line where others than its owner may read a secret key file.
void warn_of_open_key(const std::filesystem::path& file);

}  // namespace candor::desk
