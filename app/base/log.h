#pragma once
#include <string_view>

#include "base/result.h"

namespace candor::base {

/// One line to stderr, behind the program's name; the service manager keeps it. Never anything that
/// a person typed. Any thread.
void log(std::string_view line);
void log(const Fault& fault);

}  // namespace candor::base
