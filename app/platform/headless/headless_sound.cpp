#include "platform/headless/headless_sound.h"

#include <algorithm>

namespace candor::platform {

/// Up to now. With the mutex held.
void HeadlessSound::hear() {
    const std::int64_t now = clock_(), passed = now - heard_until_ms_;
    heard_until_ms_ = now;
    if (rate_hz_ == 0 || passed <= 0 || queue_.is_paused()) return;
    const auto due = static_cast<std::size_t>(passed) * static_cast<std::size_t>(rate_hz_) / 1000;
    const std::size_t before = heard_.size();
    heard_.resize(before + std::min(due, queue_.left()));
    queue_.take(std::span(heard_).subspan(before));
}

void HeadlessSound::set_there(bool there) {
    const std::lock_guard lock(mutex_);
    there_ = there;
}

Samples HeadlessSound::heard() {
    const std::lock_guard lock(mutex_);
    hear();
    return heard_;
}

bool HeadlessSound::is_open() const {
    const std::lock_guard lock(mutex_);
    return rate_hz_ != 0;
}

int HeadlessSound::opens() const {
    const std::lock_guard lock(mutex_);
    return opens_;
}

bool HeadlessSound::is_there() {
    const std::lock_guard lock(mutex_);
    return there_;
}

base::Result<void> HeadlessSound::open(int rate_hz) {
    const std::lock_guard lock(mutex_);
    if (!there_) return base::fail(base::FaultKind::unreachable, "headless sound", "no device");
    if (rate_hz_ == 0) ++opens_;
    rate_hz_ = rate_hz;
    return {};
}

void HeadlessSound::close() {
    const std::lock_guard lock(mutex_);
    hear();
    queue_.drop();
    rate_hz_ = 0;
}

void HeadlessSound::play(Samples samples) {
    const std::lock_guard lock(mutex_);
    hear();
    queue_.add(std::move(samples));
}

void HeadlessSound::hush() {
    const std::lock_guard lock(mutex_);
    hear();
    queue_.drop();
}

void HeadlessSound::pause(bool paused) {
    const std::lock_guard lock(mutex_);
    hear();
    queue_.pause(paused);
}

void HeadlessSound::set_volume(float volume) {
    const std::lock_guard lock(mutex_);
    hear();
    queue_.set_volume(volume);
}

std::int64_t HeadlessSound::left_ms() {
    const std::lock_guard lock(mutex_);
    hear();
    return milliseconds(queue_.left(), rate_hz_);
}

}  // namespace candor::platform
