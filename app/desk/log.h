#pragma once
#include <string_view>

#include "base/result.h"

namespace candor::desk {

/// One line to stderr. Never anything of a request, or that a person typed.
void log(std::string_view line);
void log(const base::Fault& fault);

}  // namespace candor::desk
