#pragma once
#include <memory>

#include "platform/window.h"

namespace candor::platform {

/// Whether there is neither X nor Wayland here to open a window in (DISPLAY, WAYLAND_DISPLAY), but
/// a graphics card.
bool has_bare_panel();

/// The whole of a panel, without X or Wayland: pixels by DRM (dumb buffers), touch and keys by
/// evdev. Waits for a card and a screen (until then pixels() is unreachable; the log says why), and
/// follows those that come and go, within 2 s. One at a time. SIGTERM and SIGINT become `quit`, as
/// in an SDL window; there is no clipboard.
std::unique_ptr<Window> create_panel_window(const WindowOptions& options);

}  // namespace candor::platform
