#include "platform/backoff.h"

#include <algorithm>

namespace candor::platform {
namespace {

constexpr std::int64_t kFirstMs = 250;
constexpr std::int64_t kMostMs = 8000;

}  // namespace

void Backoff::failed(std::int64_t now_ms) {
    delay_ms_ = std::clamp(delay_ms_ * 2, kFirstMs, kMostMs);
    due_ms_ = now_ms + delay_ms_;
    asked_ = false;
}

bool Backoff::take_due(std::int64_t now_ms) {
    if (!pending() || asked_ || now_ms < due_ms_) return false;
    return asked_ = true;
}

int Backoff::left_ms(std::int64_t now_ms) const {
    if (!pending() || asked_) return -1;
    return static_cast<int>(std::max<std::int64_t>(due_ms_ - now_ms, 0));
}

}  // namespace candor::platform
