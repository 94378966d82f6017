#pragma once
#include <cstdint>
#include <vector>

#include "base/result.h"

namespace candor::platform {

/// Mono, 16 bits.
using Samples = std::vector<std::int16_t>;

/// Sound out: one voice, its samples one after the other. Any thread may call.
class Sound {
  public:
    virtual ~Sound() = default;
    /// Whether there is a device to be heard on. May take a while; leaves nothing open.
    virtual bool is_there() = 0;
    /// Opens the device for samples of that rate, unless it is open already. Fault unreachable:
    /// there is none, or another program holds it.
    virtual base::Result<void> open(int rate_hz) = 0;
    /// Silence, and the device is free for others.
    virtual void close() = 0;

    /// To be heard after all that was given before. Zeroed when it was heard or dropped.
    virtual void play(Samples samples) = 0;
    /// Drops and zeroes what was not heard yet; nothing is paused any more.
    virtual void hush() = 0;
    virtual void pause(bool paused) = 0;
    /// From 0 to 1, from now on.
    virtual void set_volume(float volume) = 0;
    /// Until all has been heard, were it not paused; 0: silence.
    virtual std::int64_t left_ms() = 0;
};

}  // namespace candor::platform
