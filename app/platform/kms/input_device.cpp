#include "platform/kms/input_device.h"

#include <fcntl.h>
#include <libevdev/libevdev.h>

#include <algorithm>
#include <cerrno>

#include "base/clock.h"
#include "platform/kms/key_names.h"

namespace candor::platform {
namespace {

constexpr int kReleased = 0;

bool has(const libevdev* device, unsigned type, unsigned code) {
    return libevdev_has_event_code(device, type, code) != 0;
}

AxisRange range_of(const libevdev* device, unsigned code) {
    const input_absinfo* axis = libevdev_get_abs_info(device, code);
    return axis == nullptr ? AxisRange{} : AxisRange{axis->minimum, axis->maximum};
}

/// A touch pad moves a cursor, which there is none of.
bool is_pad(const libevdev* device) {
    return libevdev_has_property(device, INPUT_PROP_POINTER) != 0 ||
           (has(device, EV_KEY, BTN_TOOL_FINGER) &&
            libevdev_has_property(device, INPUT_PROP_DIRECT) == 0);
}

std::optional<TouchSlots> touch_of(const libevdev* device, std::int64_t first_pointer) {
    using Kind = TouchSlots::Kind;
    if (is_pad(device)) return std::nullopt;
    if (has(device, EV_ABS, ABS_MT_SLOT) && has(device, EV_ABS, ABS_MT_POSITION_X))
        return TouchSlots(Kind::multi_touch, range_of(device, ABS_MT_POSITION_X),
                          range_of(device, ABS_MT_POSITION_Y), first_pointer);
    const bool presses = has(device, EV_KEY, BTN_TOUCH) || has(device, EV_KEY, BTN_LEFT);
    if (has(device, EV_ABS, ABS_X) && has(device, EV_ABS, ABS_Y) && presses)
        return TouchSlots(Kind::single, range_of(device, ABS_X), range_of(device, ABS_Y),
                          first_pointer);
    return std::nullopt;
}

/// The switches of the case: the machine goes off by them, in order.
bool belongs_to_machine(const libevdev* device) {
    return libevdev_get_id_bustype(device) == BUS_HOST &&
           (has(device, EV_KEY, KEY_POWER) || has(device, EV_KEY, KEY_SLEEP) ||
            has(device, EV_KEY, KEY_SUSPEND) || libevdev_has_event_type(device, EV_SW) != 0);
}

void tell_key(unsigned code, int value, std::vector<Event>& out) {
    const PanelKey pressed = panel_key(code);
    if (value == kReleased || !pressed.is_known()) return;
    out.push_back({.kind = EventKind::key, .time_ms = base::monotonic_ms()});
    out.back().key = pressed.key;
    out.back().key_name = pressed.name;
}

}  // namespace

void InputDevice::Forget::operator()(libevdev* device) const { libevdev_free(device); }

std::unique_ptr<InputDevice> InputDevice::open(const std::filesystem::path& file,
                                               std::int64_t first_pointer) {
    base::Descriptor fd(::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    libevdev* device = nullptr;
    if (!fd || libevdev_new_from_fd(fd.get(), &device) != 0) return nullptr;
    Handle handle(device);
    if (belongs_to_machine(device)) return nullptr;
    // Whoever has it already keeps it; then nothing is heard of it here.
    libevdev_grab(device, LIBEVDEV_GRAB);
    return std::unique_ptr<InputDevice>(
        new InputDevice(std::move(fd), std::move(handle), first_pointer));
}

InputDevice::InputDevice(base::Descriptor fd, Handle device, std::int64_t first_pointer)
    : fd_(std::move(fd)),
      device_(std::move(device)),
      touch_(touch_of(device_.get(), first_pointer)) {}

void InputDevice::set_glass(Extent glass, Rotation rotation) {
    if (touch_) touch_->set_glass(glass, rotation);
}

bool InputDevice::take(std::vector<Event>& out) {
    unsigned how = LIBEVDEV_READ_FLAG_NORMAL;
    for (input_event event{};;) {
        const int read = libevdev_next_event(device_.get(), how, &event);
        if (read == -EAGAIN && how == LIBEVDEV_READ_FLAG_SYNC) {
            how = LIBEVDEV_READ_FLAG_NORMAL;  // what the kernel had dropped is made up for
            continue;
        }
        if (read < 0) return read == -EAGAIN || read == -EINTR;
        if (read == LIBEVDEV_READ_STATUS_SYNC) how = LIBEVDEV_READ_FLAG_SYNC;
        if (touch_) touch_->take(event.type, event.code, event.value, out);
        if (event.type == EV_KEY) tell_key(event.code, event.value, out);
    }
}

void InputDevice::cancel(std::vector<Event>& out) {
    if (touch_) touch_->cancel(out);
}

}  // namespace candor::platform
