#include "platform/headless/headless_window.h"

#include <chrono>
#include <utility>

#include "base/clock.h"
#include "platform/rotation.h"

namespace candor::platform {
namespace {

tl::unexpected<base::Fault> lost_fault() {
    return base::fail(base::FaultKind::unreachable, "headless window", "the display is lost");
}

}  // namespace

HeadlessWindow::HeadlessWindow(int width_px, int height_px, float pixels_per_mm)
    : width_(width_px), height_(height_px), pixels_per_mm_(pixels_per_mm) {
    drawn_.resize(static_cast<std::size_t>(width_) * height_);
    shown_.resize(drawn_.size());
}

void HeadlessWindow::push(Event event) {
    if (event.time_ms == 0) event.time_ms = base::monotonic_ms();
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(std::move(event));
    }
    arrived_.notify_one();
}

void HeadlessWindow::resize(int width_px, int height_px) {
    width_ = width_px;
    height_ = height_px;
    drawn_.assign(static_cast<std::size_t>(width_) * height_, 0);
    shown_.assign(drawn_.size(), 0);
    push({.kind = EventKind::resized});
}

void HeadlessWindow::set_lost(bool lost) {
    if (std::exchange(lost_, lost) && !lost) push({.kind = EventKind::resumed});
}

base::PixelView HeadlessWindow::view_of(std::vector<std::uint32_t>& pixels) const {
    return {pixels.data(), width_, height_, width_};
}

base::PixelView HeadlessWindow::shown() { return view_of(shown_); }

base::Result<base::PixelView> HeadlessWindow::pixels() {
    if (lost_) return lost_fault();
    return view_of(drawn_);
}

base::Result<void> HeadlessWindow::present(std::span<const base::IntRect> changed) {
    if (lost_) return lost_fault();
    for (const auto& rect : changed) {
        copy_turned(view_of(drawn_), clipped(rect, {width_, height_}), view_of(shown_),
                    Rotation::none);
    }
    ++presents_;
    return {};
}

void HeadlessWindow::wait(int timeout_ms, std::vector<Event>& events) {
    std::unique_lock lock(mutex_);
    const auto ready = [this] { return !queue_.empty(); };
    if (timeout_ms < 0) {
        arrived_.wait(lock, ready);
    } else if (timeout_ms > 0) {
        arrived_.wait_for(lock, std::chrono::milliseconds(timeout_ms), ready);
    }
    events.insert(events.end(), std::make_move_iterator(queue_.begin()),
                  std::make_move_iterator(queue_.end()));
    queue_.clear();
}

void HeadlessWindow::wake() { push({.kind = EventKind::woken}); }

}  // namespace candor::platform
