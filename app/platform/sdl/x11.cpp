#include "platform/sdl/x11.h"

#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace candor::platform::x11 {
namespace {

struct Handle {
    Display* display = nullptr;
    ::Window window = 0;
};

Handle handle_of(SDL_Window* window) {
    SDL_SysWMinfo info{};
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11) return {};
    return {info.info.x11.display, info.info.x11.window};
}

const XEvent* raw_event(const SDL_Event& event) {
    if (event.type != SDL_SYSWMEVENT || event.syswm.msg->subsystem != SDL_SYSWM_X11) return nullptr;
    return &event.syswm.msg->msg.x11.event;
}

}  // namespace

int connection_fd(SDL_Window* window) {
    const Handle x = handle_of(window);
    return x.display == nullptr ? -1 : ConnectionNumber(x.display);
}

bool has_events(SDL_Window* window) {
    const Handle x = handle_of(window);
    return x.display != nullptr && XPending(x.display) > 0;
}

unsigned long clipboard_owner(SDL_Window* window) {
    const Handle x = handle_of(window);
    if (x.display == nullptr) return 0;
    return XGetSelectionOwner(x.display, XInternAtom(x.display, "CLIPBOARD", False));
}

void forget_clipboard(SDL_Window* window) {
    const Handle x = handle_of(window);
    if (x.display == nullptr) return;
    const Atom copy = XInternAtom(x.display, "SDL_CUTBUFFER", True);
    if (copy != None) XDeleteProperty(x.display, DefaultRootWindow(x.display), copy);
    XFlush(x.display);
}

void watch_display(SDL_Window* window) {
    const Handle x = handle_of(window);
    if (x.display == nullptr) return;
    XWindowAttributes root{};
    XGetWindowAttributes(x.display, DefaultRootWindow(x.display), &root);
    XSelectInput(x.display, DefaultRootWindow(x.display),
                 root.your_event_mask | StructureNotifyMask | SubstructureNotifyMask);
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

std::optional<Extent> new_display_size(const SDL_Event& event) {
    const XEvent* raw = raw_event(event);
    if (raw == nullptr || raw->type != ConfigureNotify) return {};
    const XConfigureEvent& change = raw->xconfigure;
    if (change.window != DefaultRootWindow(change.display)) return {};
    return Extent{change.width, change.height};
}

bool may_cover(const SDL_Event& event, SDL_Window* window) {
    const XEvent* raw = raw_event(event);
    const Handle x = handle_of(window);
    if (raw == nullptr || x.display == nullptr) return false;
    const auto is_another = [&](::Window each) {
        return each != x.window && each != DefaultRootWindow(x.display);
    };
    switch (raw->type) {
        case MapNotify:
            return is_another(raw->xmap.window);
        case ConfigureNotify:
            return is_another(raw->xconfigure.window);
        // A menu may have held the keyboard while it was open.
        case UnmapNotify:
            return is_another(raw->xunmap.window);
        default:
            return false;
    }
}

void hide_focus(SDL_Window* window) {
    const Handle x = handle_of(window);
    if (x.display == nullptr) return;
    XWindowAttributes now{};
    XGetWindowAttributes(x.display, x.window, &now);
    XSelectInput(x.display, x.window, now.your_event_mask & ~FocusChangeMask);
}

void stand_in_front(SDL_Window* window) {
    const Handle x = handle_of(window);
    if (x.display == nullptr) return;
    XWindowAttributes now{};
    if (XGetWindowAttributes(x.display, x.window, &now) == 0 || now.map_state != IsViewable) return;
    XRaiseWindow(x.display, x.window);
    XSetInputFocus(x.display, x.window, RevertToNone, CurrentTime);
    XGrabKeyboard(x.display, x.window, True, GrabModeAsync, GrabModeAsync, CurrentTime);
}

}  // namespace candor::platform::x11

// SDL asks for the window's pixels with mode 0777, which lets every user of the machine read the
// screen. Its call finds this one first: the memory is its owner's alone from the start. An X
// server of neither root nor this user cannot share it then, and gets the pixels by its socket.
extern "C" int shmget(key_t key, std::size_t size, int flags) noexcept {
    constexpr int kOthers = 077;
    return static_cast<int>(::syscall(SYS_shmget, key, size, flags & ~kOthers));
}
