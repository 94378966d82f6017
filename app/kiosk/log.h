#pragma once
#include <string_view>

#include "base/result.h"

namespace candor::kiosk {

/// One line to stderr, which the service manager keeps. Never anything that a person typed.
void log(std::string_view line);
void log(const base::Fault& fault);

}  // namespace candor::kiosk
