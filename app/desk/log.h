#pragma once
#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace candor::desk {

/// One line to stderr. Never anything of a request, or that a person typed.
void log(std::string_view line);
void log(const base::Fault& fault);
/// One line where others than its owner may read a secret key file.
void warn_of_open_key(const std::filesystem::path& file);

}  // namespace candor::desk
