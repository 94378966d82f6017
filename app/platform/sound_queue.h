#pragma once
#include <deque>
#include <mutex>
#include <span>

#include "platform/sound.h"

namespace candor::platform {

/// What waits to be heard: a device takes it at its own pace. Any thread may call.
class SoundQueue {
  public:
    ~SoundQueue() { drop(); }

    void add(Samples samples);
    /// Zeroes all that waits; nothing is paused any more.
    void drop();
    void pause(bool paused);
    void set_volume(float volume);
    /// Fills `out` with what comes next, at the volume; with silence where nothing waits or it is
    /// paused.
    void take(std::span<std::int16_t> out);
    /// Samples that wait.
    std::size_t left() const;
    bool is_paused() const;

  private:
    mutable std::mutex mutex_;
    std::deque<Samples> waiting_;
    std::size_t heard_ = 0;  ///< of the first of them
    float volume_ = 1;
    bool paused_ = false;
};

/// How long so many samples are heard, rounded up.
std::int64_t milliseconds(std::size_t samples, int rate_hz);

}  // namespace candor::platform
