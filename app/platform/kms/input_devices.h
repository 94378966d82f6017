#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/descriptor.h"
#include "platform/kms/input_device.h"
#include "platform/rotation.h"
#include "platform/window.h"

namespace candor::platform {

/// All touch screens and keys that are plugged in, now and later. Each is taken for this program
/// alone (EVIOCGRAB), so that no key reaches a console, the kernel (SysRq) or the service manager.
/// The machine's own power, sleep and lid switches are left to it. One thread.
class InputDevices {
  public:
    /// `folder` is watched (inotify); it may come later than this, if the one above is there.
    explicit InputDevices(std::filesystem::path folder = "/dev/input");

    /// To poll(): readable when take() has something to do.
    int fd() const { return epoll_.get(); }
    void set_glass(Extent glass, Rotation rotation);
    /// Appends what happened since the last call. Fingers of a screen that was unplugged are
    /// cancelled.
    void take(std::vector<Event>& out);
    void cancel_all(std::vector<Event>& out);

  private:
    void watch_folder();
    void hear_of_changes(std::vector<Event>& out);
    void open_all();
    void open(const std::string& name);
    void close(const std::string& name, std::vector<Event>& out);

    std::filesystem::path folder_;
    base::Descriptor epoll_, inotify_;
    int in_folder_ = -1, above_ = -1;  ///< watches
    Extent glass_;
    Rotation rotation_ = Rotation::none;
    std::map<std::string, std::unique_ptr<InputDevice>> devices_;  ///< by the name of their file
    std::int64_t next_pointer_ = 1;                                ///< the mouse would be 0
};

}  // namespace candor::platform
