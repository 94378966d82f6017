#pragma once
#include <cerrno>
#include <cstring>
#include <string>

#include "base/result.h"

namespace candor::platform {

/// Why the card would not do `what`, as errno tells.
inline tl::unexpected<base::Fault> card_fault(const std::string& what) {
    return base::fail(base::FaultKind::unreachable, "display",
                      "cannot " + what + ": " + std::strerror(errno));
}

}  // namespace candor::platform
