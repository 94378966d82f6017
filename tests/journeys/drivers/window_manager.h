#pragma once
#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "x_server.h"

namespace candor::journeys {

/// Something that somebody does with a keyboard or a mouse, and what a window manager calls it
/// ("C-A-t" for keys; "" where it cannot be given a meaning).
struct WayOut {
    std::string name, binding;
    std::function<void(const platform::XServer&)> act;
};

/// Openbox on an X server, with its own keys and menus, four desktops, and a command for every way
/// that has a binding. What it answers with is read here.
class WindowManager {
  public:
    static bool is_installed();
    /// Manages the windows of `server` when this returns; else std::runtime_error. Its files are in
    /// `folder`.
    WindowManager(const platform::XServer& server, const std::filesystem::path& folder,
                  const std::vector<WayOut>& ways);
    ~WindowManager();
    WindowManager(const WindowManager&) = delete;
    WindowManager& operator=(const WindowManager&) = delete;

    /// Blocks until it has dealt with all that happened on the display so far. False: it does not.
    bool settles();
    /// Blocks until the way's command was run, or the patience is over; the names of ways that ran
    /// until then, without those that were told before.
    std::vector<std::string> commands_until(const std::string& name);
    /// Blocks until a window of that program covers the whole display, before all others; false: it
    /// does not come to that.
    bool shows_alone(pid_t program);
    /// A window over the whole display that it manages, as of another program, with the focus.
    void opens_another_window();

  private:
    bool await(const std::function<bool()>& wanted);
    bool is_in_front(pid_t program) const;

    void* display_ = nullptr;
    pid_t pid_ = -1;
    int commands_ = -1;  ///< a pipe that the commands write their ways' numbers into
    std::string unread_;
    std::vector<std::string> names_;
};

}  // namespace candor::journeys
