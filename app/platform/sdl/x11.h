#pragma once
#include <SDL.h>

#include <optional>

#include "platform/rotation.h"

/// The few things that SDL does not do for us on X11. Each does nothing elsewhere.
namespace candor::platform::x11 {

/// The connection to the X server, to poll(); -1 if the window is not an X11 window.
int connection_fd(SDL_Window* window);

/// Whether Xlib has events that poll() on the connection does not tell of; sends what waits to be
/// sent. The last thing to ask before poll().
bool has_events(SDL_Window* window);

/// The window that has the clipboard now; 0: none, or no X11.
unsigned long clipboard_owner(SDL_Window* window);

/// SDL keeps a copy of what it puts into the clipboard on the root window, where every program
/// can read it; there it outlives the clipboard and this program. Takes that copy away.
void forget_clipboard(SDL_Window* window);

/// From now on SDL passes on raw X events, for new_display_size() and may_cover().
void watch_display(SDL_Window* window);

/// The X screen's new size, if `event` says that it changed (a panel plugged in, xrandr).
std::optional<Extent> new_display_size(const SDL_Event& event);

/// Whether `event` says that another window may lie over this one now, or has gone.
bool may_cover(const SDL_Event& event, SDL_Window* window);

/// Raises the window, and gives it the focus and all keys (a grab, which a window manager's own
/// keys do not pass; while somebody else has one it is not had). Nothing while it is not shown.
void stand_in_front(SDL_Window* window);

/// From now on SDL does not hear whether the window has the focus: what it heard last holds.
void hide_focus(SDL_Window* window);

}  // namespace candor::platform::x11
