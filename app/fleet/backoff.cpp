#include "fleet/backoff.h"

#include <algorithm>

namespace candor::fleet {

std::int64_t Backoff::next_ms() {
    whole_ms_ = std::clamp(2 * whole_ms_, kFirstMs, kLongestMs);
    const double half = static_cast<double>(whole_ms_) / 2;
    return static_cast<std::int64_t>(half + half * random_());
}

}  // namespace candor::fleet
