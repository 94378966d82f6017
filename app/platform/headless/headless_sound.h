#pragma once
#include <functional>
#include <mutex>

#include "platform/sound_queue.h"

namespace candor::platform {

/// A device in memory that hears at the pace of a clock, and keeps what it heard: for the tour and
/// the tests. Any thread may call; the clock is asked on each.
class HeadlessSound final : public Sound {
  public:
    using Clock = std::function<std::int64_t()>;  ///< milliseconds, never going back
    explicit HeadlessSound(Clock clock) : clock_(std::move(clock)) {}

    /// A machine without a device.
    void set_there(bool there);
    /// What has been heard so far, silence left out.
    Samples heard();
    bool is_open() const;
    /// How often the device was opened.
    int opens() const;

    bool is_there() override;
    base::Result<void> open(int rate_hz) override;
    void close() override;
    void play(Samples samples) override;
    void hush() override;
    void pause(bool paused) override;
    void set_volume(float volume) override;
    std::int64_t left_ms() override;

  private:
    void hear();

    Clock clock_;
    mutable std::mutex mutex_;
    SoundQueue queue_;
    Samples heard_;
    std::int64_t heard_until_ms_ = 0;
    int rate_hz_ = 0, opens_ = 0;  ///< rate 0: closed
    bool there_ = true;
};

}  // namespace candor::platform
