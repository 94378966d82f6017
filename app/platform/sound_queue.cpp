#include "platform/sound_queue.h"

#include <algorithm>
#include <cmath>

namespace candor::platform {
namespace {

/// Through a volatile pointer, so that no compiler leaves it out.
void zero(Samples& samples) {
    volatile std::int16_t* at = samples.data();
    for (std::size_t i = 0; i < samples.size(); ++i) at[i] = 0;
}

}  // namespace

void SoundQueue::add(Samples samples) {
    if (samples.empty()) return;
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(samples));
}

void SoundQueue::drop() {
    const std::lock_guard lock(mutex_);
    for (Samples& each : waiting_) zero(each);
    waiting_.clear();
    heard_ = 0;
    paused_ = false;
}

void SoundQueue::pause(bool paused) {
    const std::lock_guard lock(mutex_);
    paused_ = paused;
}

void SoundQueue::set_volume(float volume) {
    const std::lock_guard lock(mutex_);
    volume_ = std::clamp(volume, 0.0F, 1.0F);
}

void SoundQueue::take(std::span<std::int16_t> out) {
    const std::lock_guard lock(mutex_);
    std::size_t filled = 0;
    while (filled < out.size() && !paused_ && !waiting_.empty()) {
        Samples& first = waiting_.front();
        const std::size_t count = std::min(out.size() - filled, first.size() - heard_);
        for (std::size_t i = 0; i < count; ++i)
            out[filled + i] = static_cast<std::int16_t>(
                std::lround(static_cast<float>(first[heard_ + i]) * volume_));
        filled += count;
        heard_ += count;
        if (heard_ < first.size()) continue;
        zero(first);
        waiting_.pop_front();
        heard_ = 0;
    }
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(filled), out.end(), std::int16_t{0});
}

std::size_t SoundQueue::left() const {
    const std::lock_guard lock(mutex_);
    std::size_t all = 0;
    for (const Samples& each : waiting_) all += each.size();
    return all - heard_;
}

bool SoundQueue::is_paused() const {
    const std::lock_guard lock(mutex_);
    return paused_;
}

std::int64_t milliseconds(std::size_t samples, int rate_hz) {
    if (rate_hz <= 0) return 0;
    const auto rate = static_cast<std::int64_t>(rate_hz);
    return (static_cast<std::int64_t>(samples) * 1000 + rate - 1) / rate;
}

}  // namespace candor::platform
