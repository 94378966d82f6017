#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/window.h"

namespace candor::ui {

/// Tells people from things: water, a bag on the glass, a stuck key, a broken digitiser. A press
/// that lies still for 30 s is cancelled, and so is the rest of its way. The same again and again
/// (touches of one place, one key, one wheel) is somebody for 30 s, until there was a pause of 5 s;
/// and nobody goes on for 10 minutes without such a pause. A few pixels are no movement. Times are
/// milliseconds of one clock that never goes back.
class Presence {
  public:
    struct Sifted {
        std::vector<platform::Event> events;  ///< what is left to act upon, and what was cancelled
        bool somebody = false;                ///< a person was there
    };
    Sifted sift(const std::vector<platform::Event>& events, std::int64_t now_ms);
    /// When sift() must be called next, even without an event; nothing: no need.
    std::optional<std::int64_t> next_deadline_ms() const;

  private:
    struct Held {
        std::int64_t pointer = 0, since_ms = 0;  ///< still since then
        base::Point at;
        bool cancelled = false;
    };
    struct Habit {
        base::Point at;
        std::string key;  ///< empty: a place
        std::int64_t since_ms = 0, last_ms = 0;
    };
    Held* held(std::int64_t pointer);
    bool take(const platform::Event& event, std::int64_t now_ms);
    bool move(const platform::Event& event, Held& press, std::int64_t now_ms);
    void cancel_still(std::int64_t now_ms, std::vector<platform::Event>& out);
    bool is_news(const platform::Event& event, std::int64_t now_ms);
    bool is_tireless(std::int64_t now_ms);

    std::vector<Held> held_;
    std::vector<Habit> habits_;  ///< the latest last
    std::optional<std::int64_t> busy_since_ms_;
    std::int64_t busy_last_ms_ = 0;
};

}  // namespace candor::ui
