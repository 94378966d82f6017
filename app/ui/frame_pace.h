#pragma once
#include <algorithm>
#include <cmath>
#include <cstdint>

namespace candor::ui {

/// When to draw: movement at the display's pace, a first change at once. Times in ms.
class FramePace {
  public:
    /// Whether a frame may be drawn now; if so, the next of a movement is due one `frame_ms` on.
    bool take(double now, double frame_ms, bool moving) {
        if (moving && now + 0.5 < next_) return false;
        next_ = std::max(now, next_ + frame_ms);
        if (next_ < now + 1) next_ = now + frame_ms;
        return true;
    }
    /// The next frame is not held back, whatever moves.
    void reset() { next_ = 0; }
    std::int64_t next_ms() const { return static_cast<std::int64_t>(std::floor(next_)); }

  private:
    double next_ = 0;
};

}  // namespace candor::ui
