#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>

#include "platform/window.h"

namespace candor::platform {

/// A window in memory, with scripted input: for the tour and the tests. What present() was not told
/// of does not get into shown(), so that forgotten damage can be seen. push() and wake() may be
/// called from any thread, the rest from one.
class HeadlessWindow final : public Window {
  public:
    HeadlessWindow(int width_px, int height_px, float pixels_per_mm = 0);

    /// Queues an event for wait(); a `time_ms` of 0 becomes now.
    void push(Event event);
    /// Another size, all pixels lost; queues `resized`.
    void resize(int width_px, int height_px);
    /// While lost, pixels() and present() fail with unreachable. Coming back queues `resumed`.
    void set_lost(bool lost);
    /// What a person would see: the pixels presented so far. Good until resize().
    base::PixelView shown();
    /// Calls of present() that succeeded.
    int presents() const { return presents_; }

    int width() const override { return width_; }
    int height() const override { return height_; }
    float pixels_per_mm() const override { return pixels_per_mm_; }
    base::Result<base::PixelView> pixels() override;
    base::Result<void> present(std::span<const base::IntRect> changed) override;
    void wait(int timeout_ms, std::vector<Event>& events) override;
    void wake() override;
    double frame_ms() const override { return 1000.0 / 60; }
    std::string clipboard() override { return clipboard_; }
    void set_clipboard(const std::string& text) override { clipboard_ = text; }
    void forget_clipboard() override { clipboard_.clear(); }

  private:
    base::PixelView view_of(std::vector<std::uint32_t>& pixels) const;

    int width_, height_;
    float pixels_per_mm_;
    bool lost_ = false;
    int presents_ = 0;
    std::vector<std::uint32_t> drawn_, shown_;
    std::string clipboard_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Event> queue_;
};

}  // namespace candor::platform
