#pragma once
#include <cstdint>
#include <optional>

#include "screens/frame/intent.h"
#include "screens/frame/state.h"

namespace candor::kiosk {

/// Time and presence: 60 s without touch, then a 20 s warning, then everything is erased. Pages,
/// and what else is there to be read, allow their reading time, up to 3 minutes, and up to 90 s
/// once answers or a form hold something; whoever asked for more time has these
/// everywhere. Each warning can be answered as often as one likes. The attract screen's pictures
/// change. Pure arithmetic on given times (base::monotonic_ms).
class Session {
  public:
    explicit Session(std::int64_t now_ms) : last_touch_ms_(now_ms), slide_since_ms_(now_ms) {}

    /// A person's touch or key (ui::Presence).
    void touched(std::int64_t now_ms) { last_touch_ms_ = now_ms; }
    /// How many words stand on the screen now; of a warning, on what it covers.
    void shows(int words) { words_ = words; }
    /// What time asks for now, as intents; also writes the seconds that a warning shows, which
    /// stays while a finger is on the glass.
    screens::Intents tick(screens::State& state, std::int64_t now_ms, bool finger_down);
    /// When tick() must be called next; nothing: only a touch can change something.
    std::optional<std::int64_t> next_deadline_ms(const screens::State& state,
                                                 std::int64_t now_ms) const;

  private:
    std::int64_t idle_limit_ms(const screens::State& state) const;
    std::int64_t last_touch_ms_;
    std::int64_t slide_since_ms_;
    int words_ = 0;
    bool warned_ = false, finger_down_ = false;
};

}  // namespace candor::kiosk
