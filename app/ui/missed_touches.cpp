#include "ui/missed_touches.h"

namespace candor::ui {

void MissedTouches::add(std::int64_t time_ms) {
    times_[count_++ % kSeveral] = time_ms;
    if (count_ < kSeveral) return;
    noticed_ = noticed_ || time_ms - times_[count_ % kSeveral] <= kWhileMs;
}

}  // namespace candor::ui
