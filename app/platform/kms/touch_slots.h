#pragma once
#include <cstdint>
#include <vector>

#include "platform/rotation.h"
#include "platform/window.h"

namespace candor::platform {

/// What an axis of a touch screen goes from and to; both ends belong to the glass.
struct AxisRange {
    int least = 0, most = 0;
};

/// The fingers on one touch screen: evdev's events in (Documentation/input/multi-touch-protocol.rst
/// of Linux, type B; or a single finger as BTN_TOUCH, or the BTN_LEFT of what points absolutely),
/// pointers out when a report is complete.
class TouchSlots {
  public:
    enum class Kind { multi_touch, single };

    /// Its pointers are numbered from `first_pointer` on, kMost of them.
    static constexpr int kMost = 32;
    TouchSlots(Kind kind, AxisRange x, AxisRange y, std::int64_t first_pointer);

    void set_glass(Extent glass, Rotation rotation);
    /// One event of evdev; a complete report appends what it means.
    void take(unsigned type, unsigned code, int value, std::vector<Event>& out);
    /// Ends all pointers. A finger that stays on the glass is nobody until it is lifted.
    void cancel(std::vector<Event>& out);
    bool any_down() const;

  private:
    struct Slot {
        int x = 0, y = 0;
        bool down = false;    ///< a finger is on the glass
        bool told = false;    ///< its pointer is down
        bool silent = false;  ///< was cancelled
        bool again = false;   ///< was lifted, and another one put down
        bool moved = false;
    };
    void take_finger(unsigned code, int value);
    void put(Slot& slot, bool down);
    void report(std::vector<Event>& out);
    void tell(EventKind kind, Slot& slot, std::vector<Event>& out);
    base::Point point_of(const Slot& slot) const;

    Kind kind_;
    AxisRange x_, y_;
    std::int64_t first_pointer_;
    Extent glass_;
    Rotation rotation_ = Rotation::none;
    std::vector<Slot> slots_;
    std::size_t current_ = 0;
};

}  // namespace candor::platform
