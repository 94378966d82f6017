#pragma once
#include <string>

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
    void press() const;
    /// The server lets `after_ms` go by before it lets go.
    void release(unsigned long after_ms = 0) const;
    void tap_key(unsigned long keysym) const;
    /// The same while another key (Control) is held down.
    void tap_key_with(unsigned long held, unsigned long keysym) const;
    /// Another screen size, as xrandr would.
    bool resize(int width, int height) const;

  private:
    int pid_ = -1;
    void* display_ = nullptr;
};

}  // namespace candor::platform
