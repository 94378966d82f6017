#pragma once
#include <SDL.h>

#include <cstdint>

namespace candor::platform {

/// Keeps a full-screen window before all others, and every key in it, as screen lockers do: on X11
/// no window manager manages the window, the keyboard is grabbed, whoever has the focus, and what
/// comes to lie over it is put behind it again. Under Wayland the compositor is asked to leave its
/// own shortcuts to the window. Pointers are not grabbed: a grab would turn fingers into a mouse.
class Foreground {
  public:
    /// Before a window is made: whether it is to be kept in front.
    static void set_hints(bool wanted);
    /// Once the window is shown, and its display is watched (x11::watch_display). It lives longer
    /// than this.
    explicit Foreground(SDL_Window* window);

    /// For every event that SDL gives.
    void hear(const SDL_Event& event);
    /// Puts the window in front again, if it may no longer be there: twelve times a second at most,
    /// so that two programs that both want to be in front do not keep a core busy.
    void take_back(std::int64_t now_ms);
    /// Milliseconds until take_back() has something to do; -1: nothing to wait for.
    int left_ms(std::int64_t now_ms) const;

  private:
    SDL_Window* window_;
    bool lost_ = false;
    std::int64_t due_ms_ = 0;
};

}  // namespace candor::platform
