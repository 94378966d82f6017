#pragma once
#include <algorithm>

namespace candor::platform {

/// The sooner of two times to wait, in ms; -1: for ever.
inline int sooner(int timeout_ms, int other_ms) {
    if (timeout_ms < 0 || other_ms < 0) return std::max(timeout_ms, other_ms);
    return std::min(timeout_ms, other_ms);
}

}  // namespace candor::platform
