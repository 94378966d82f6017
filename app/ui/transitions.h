#pragma once
#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace candor::ui {

/// Since when what is shown in a slot (a page, a sheet) has been that. What stands in a slot when
/// it is first asked for has always been there.
class Transitions {
  public:
    void begin_frame(std::int64_t now_ms, bool reduced_motion);
    bool reduced_motion() const { return reduced_motion_; }
    /// Eased share (0 to 1) of the time since `key` of this slot last changed; 1 the first time,
    /// and with reduced motion.
    float share(std::string_view slot, std::string_view key, float duration_ms = 200);
    /// The same for pages in an order, which come from the side that they lie on.
    struct Turn {
        float shown = 1;
        float from = 0;  ///< 1: from the end of the line, as what comes next; -1: from its start
    };
    Turn turn(std::string_view slot, std::string_view key, int order);
    /// True once `key` of this slot has been on the screen for that long; frames go on until then.
    /// No movement: it holds with reduced motion too. True the first time.
    bool has_stood(std::string_view slot, std::string_view key, std::int64_t duration_ms);
    /// Something moves by a time of its own: the next frame is due.
    void move() { due_ = true; }
    /// Something stands until then: a frame is due at that time, and none before it.
    void wake_at(std::int64_t ms) { wake_ms_ = std::min(wake_ms_.value_or(ms), ms); }
    /// Something is on its way: the next frame is due.
    bool due() const { return due_; }
    std::optional<std::int64_t> next_deadline_ms() const { return wake_ms_; }
    void forget_visit() { slots_.clear(); }

  private:
    struct Slot {
        std::string key;
        std::int64_t since_ms = 0;
        int order = 0;
        float from = 0;
    };
    std::map<std::string, Slot, std::less<>> slots_;
    std::int64_t now_ms_ = 0;
    bool reduced_motion_ = false, due_ = false;
    std::optional<std::int64_t> wake_ms_;
};

}  // namespace candor::ui
