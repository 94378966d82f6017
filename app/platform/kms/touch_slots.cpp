#include "platform/kms/touch_slots.h"

#include <linux/input-event-codes.h>

#include <algorithm>

#include "base/clock.h"

namespace candor::platform {
namespace {

float share_of(int value, AxisRange range) {
    if (range.most <= range.least) return 0;
    const float at =
        static_cast<float>(value - range.least) / static_cast<float>(range.most - range.least);
    return std::clamp(at, 0.0F, 1.0F);
}

}  // namespace

TouchSlots::TouchSlots(Kind kind, AxisRange x, AxisRange y, std::int64_t first_pointer)
    : kind_(kind),
      x_(x),
      y_(y),
      first_pointer_(first_pointer),
      slots_(kind == Kind::single ? 1 : kMost) {}

void TouchSlots::set_glass(Extent glass, Rotation rotation) {
    glass_ = glass;
    rotation_ = rotation;
}

bool TouchSlots::any_down() const {
    return std::any_of(slots_.begin(), slots_.end(), [](const Slot& each) { return each.told; });
}

void TouchSlots::take(unsigned type, unsigned code, int value, std::vector<Event>& out) {
    if (type == EV_SYN && code == SYN_REPORT) return report(out);
    if (kind_ == Kind::multi_touch) {
        if (type == EV_ABS) take_finger(code, value);
        return;
    }
    if (type == EV_KEY && (code == BTN_TOUCH || code == BTN_LEFT)) put(slots_[0], value != 0);
    if (type != EV_ABS || (code != ABS_X && code != ABS_Y)) return;
    (code == ABS_X ? slots_[0].x : slots_[0].y) = value;
    slots_[0].moved = true;
}

void TouchSlots::take_finger(unsigned code, int value) {
    if (code == ABS_MT_SLOT) {
        current_ = static_cast<std::size_t>(std::max(value, 0));
        return;
    }
    // More fingers than three people have are nobody's.
    if (current_ >= slots_.size()) return;
    Slot& slot = slots_[current_];
    if (code == ABS_MT_TRACKING_ID) put(slot, value >= 0);
    if (code != ABS_MT_POSITION_X && code != ABS_MT_POSITION_Y) return;
    (code == ABS_MT_POSITION_X ? slot.x : slot.y) = value;
    slot.moved = true;
}

void TouchSlots::put(Slot& slot, bool down) {
    if (down && slot.told) slot.again = true;
    slot.down = down;
    if (!down) slot.silent = false;
}

void TouchSlots::report(std::vector<Event>& out) {
    for (Slot& each : slots_)
        if (each.told && (!each.down || each.again)) tell(EventKind::pointer_up, each, out);
    for (Slot& each : slots_) {
        if (each.down && !each.told && !each.silent)
            tell(EventKind::pointer_down, each, out);
        else if (each.told && each.moved)
            tell(EventKind::pointer_move, each, out);
        each.moved = each.again = false;
    }
}

void TouchSlots::cancel(std::vector<Event>& out) {
    for (Slot& each : slots_) {
        if (each.told) tell(EventKind::pointer_cancel, each, out);
        each.silent = each.down;
    }
}

void TouchSlots::tell(EventKind kind, Slot& slot, std::vector<Event>& out) {
    slot.told = kind == EventKind::pointer_down || kind == EventKind::pointer_move;
    out.push_back({.kind = kind, .time_ms = base::monotonic_ms()});
    out.back().pointer = first_pointer_ + (&slot - slots_.data());
    out.back().at = point_of(slot);
}

base::Point TouchSlots::point_of(const Slot& slot) const {
    const base::Point on_glass{share_of(slot.x, x_) * static_cast<float>(glass_.width - 1),
                               share_of(slot.y, y_) * static_cast<float>(glass_.height - 1)};
    return to_picture(on_glass, glass_, rotation_);
}

}  // namespace candor::platform
