#include "platform/kms/two_buffers.h"

namespace candor::platform {

void TwoBuffers::write_shown(base::PixelView picture, std::span<const base::IntRect> changed) {
    copy(picture, changed, shown_);
    stale_.add(changed);
}

void TwoBuffers::write_other(base::PixelView picture, std::span<const base::IntRect> changed) {
    copy(picture, stale_.rects(), 1 - shown_);
    copy(picture, changed, 1 - shown_);
    stale_.clear();
}

void TwoBuffers::swap(std::span<const base::IntRect> changed) {
    shown_ = 1 - shown_;
    stale_.add(changed);
}

void TwoBuffers::copy(base::PixelView picture, std::span<const base::IntRect> rects,
                      std::size_t to) const {
    for (const base::IntRect& each : rects) copy_turned(picture, each, buffers_[to], rotation_);
}

}  // namespace candor::platform
