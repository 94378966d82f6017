#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"

namespace candor::platform {

/// An Xvfb of the test's own, and an eye and a hand on it that are not SDL's. DISPLAY names it
/// while it lives.
class XServer {
  public:
    /// Whether Xvfb is installed.
    static bool is_installed();
    /// `screen` as Xvfb's "WxHxDEPTH".
    explicit XServer(const std::string& screen);
    ~XServer();
    XServer(const XServer&) = delete;
    XServer& operator=(const XServer&) = delete;

    /// The screen's pixel as 0xRRGGBB.
    unsigned pixel(int x, int y) const;
    void move(int x, int y) const;
    /// A mouse's button, 1 (left) unless told.
    void press(unsigned long after_ms = 0, unsigned button = 1) const;
    /// The server lets `after_ms` go by before it lets go.
    void release(unsigned long after_ms = 0, unsigned button = 1) const;
    void tap_key(unsigned long keysym) const;
    /// The same while other keys (Control) are held down.
    void tap_key_with(const std::vector<unsigned long>& held, unsigned long keysym) const;
    /// Asks the one window on the screen to close, as a window manager does (Alt+F4).
    void close_window() const;
    /// Gives the keyboard's focus to nobody.
    void take_focus() const;
    /// Whether some program has every key to itself.
    bool keyboard_is_grabbed() const;
    /// Another screen size, as xrandr would.
    bool resize(int width, int height) const;
    /// Whether some property of the root window holds these words: every program can read those,
    /// and they outlive the one that wrote them.
    bool root_holds(std::string_view words) const;
    /// Puts the clipboard into this hand, as when somebody copies in another program.
    void take_clipboard() const;
    bool has_clipboard() const;

  private:
    int pid_ = -1;
    void* display_ = nullptr;
    unsigned long hand_ = 0;  ///< a window of the test's own, never shown
};

}  // namespace candor::platform
