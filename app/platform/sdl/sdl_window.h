#pragma once
#include <memory>

#include "platform/window.h"

namespace candor::platform {

/// A window through SDL2: on X11 without any GPU; on Wayland, if there is no X, SDL shows it by GL.
/// One at a time; call it on the main thread before others start, as it changes the environment
/// while SDL starts. SIGTERM and SIGINT become `quit`, and the program has a second to end then
/// (base/quit_signals.h); in full screen nothing else becomes it. Full screen covers the first
/// display, or its upper left corner if a size is given. Faults: unreachable (no display, or none
/// that SDL can open). If the X server itself ends, Xlib ends this process: the service starts it
/// again.
base::Result<std::unique_ptr<Window>> create_sdl_window(const WindowOptions& options);

}  // namespace candor::platform
