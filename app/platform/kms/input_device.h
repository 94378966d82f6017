#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "base/descriptor.h"
#include "platform/kms/touch_slots.h"
#include "platform/window.h"

struct libevdev;

namespace candor::platform {

/// A device of /dev/input that this program alone hears.
class InputDevice {
  public:
    /// Nothing: it may not be opened (yet), is no device of evdev, or belongs to the machine
    /// itself.
    static std::unique_ptr<InputDevice> open(const std::filesystem::path& file,
                                             std::int64_t first_pointer);

    int fd() const { return fd_.get(); }
    void set_glass(Extent glass, Rotation rotation);
    /// Appends what happened since the last call. False: it was unplugged.
    bool take(std::vector<Event>& out);
    /// Its fingers are gone.
    void cancel(std::vector<Event>& out);

  private:
    struct Forget {
        void operator()(libevdev* device) const;
    };
    using Handle = std::unique_ptr<libevdev, Forget>;

    InputDevice(base::Descriptor fd, Handle device, std::int64_t first_pointer);

    base::Descriptor fd_;
    Handle device_;
    std::optional<TouchSlots> touch_;
};

}  // namespace candor::platform
