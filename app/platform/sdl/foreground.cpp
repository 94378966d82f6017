#include "platform/sdl/foreground.h"

#include <algorithm>

#include "platform/sdl/x11.h"

namespace candor::platform {
namespace {

constexpr std::int64_t kBetweenMs = 80;

}  // namespace

void Foreground::set_hints(bool wanted) {
    SDL_SetHint(SDL_HINT_X11_FORCE_OVERRIDE_REDIRECT, wanted ? "1" : "0");
    // Else SDL minimises a grabbed window on Alt+Tab by itself.
    SDL_SetHint(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0");
}

Foreground::Foreground(SDL_Window* window) : window_(window) {
    SDL_SetWindowKeyboardGrab(window_, SDL_TRUE);  // asks Wayland's compositor
    x11::stand_in_front(window_);
    // From here on, since SDL gives up every grab while the focus is elsewhere, be it for a moment.
    x11::hide_focus(window_);
}

void Foreground::hear(const SDL_Event& event) { lost_ |= x11::may_cover(event, window_); }

void Foreground::take_back(std::int64_t now_ms) {
    if (!lost_ || now_ms < due_ms_) return;
    lost_ = false;
    due_ms_ = now_ms + kBetweenMs;
    x11::stand_in_front(window_);
}

int Foreground::left_ms(std::int64_t now_ms) const {
    return lost_ ? static_cast<int>(std::max<std::int64_t>(due_ms_ - now_ms, 0)) : -1;
}

}  // namespace candor::platform
