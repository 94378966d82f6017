#pragma once
#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/clock.h"
#include "platform/window.h"

namespace candor::platform {

/// The sooner of two times to wait, in ms; -1: for ever.
inline int sooner(int timeout_ms, int other_ms) {
    if (timeout_ms < 0 || other_ms < 0) return std::max(timeout_ms, other_ms);
    return std::min(timeout_ms, other_ms);
}

/// Drains, and blocks and drains again, until there is an event or the time is over (-1: never).
/// `block` is told how long at most (-1: for ever), and what time it is.
template <typename Drain, typename Block>
void wait_for_event(int timeout_ms, std::vector<Event>& events, const Drain& drain,
                    const Block& block) {
    const std::size_t before = events.size();
    const std::int64_t end_ms = base::monotonic_ms() + timeout_ms;
    drain();
    while (events.size() == before) {
        const std::int64_t now_ms = base::monotonic_ms();
        if (timeout_ms >= 0 && now_ms >= end_ms) return;
        block(timeout_ms < 0 ? -1 : static_cast<int>(end_ms - now_ms), now_ms);
        drain();
    }
}

}  // namespace candor::platform
