#include "platform/sdl/x11.h"

#include <SDL_syswm.h>
#include <X11/Xatom.h>
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

}  // namespace

int connection_fd(SDL_Window* window) {
    const Handle x = handle_of(window);
    return x.display == nullptr ? -1 : ConnectionNumber(x.display);
}

bool has_events(SDL_Window* window) {
    const Handle x = handle_of(window);
    return x.display != nullptr && XPending(x.display) > 0;
}

void request_full_screen(SDL_Window* window) {
    const Handle x = handle_of(window);
    if (x.display == nullptr) return;
    char state[] = "_NET_WM_STATE", full_screen[] = "_NET_WM_STATE_FULLSCREEN";
    char* names[] = {state, full_screen};
    Atom atoms[2] = {};
    XInternAtoms(x.display, names, 2, False, atoms);
    XChangeProperty(x.display, x.window, atoms[0], XA_ATOM, 32, PropModeReplace,
                    reinterpret_cast<const unsigned char*>(&atoms[1]), 1);
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
                 root.your_event_mask | StructureNotifyMask);
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

std::optional<Extent> new_display_size(const SDL_Event& event) {
    if (event.type != SDL_SYSWMEVENT || event.syswm.msg->subsystem != SDL_SYSWM_X11) return {};
    const XEvent& raw = event.syswm.msg->msg.x11.event;
    if (raw.type != ConfigureNotify) return {};
    const XConfigureEvent& change = raw.xconfigure;
    if (change.window != DefaultRootWindow(change.display)) return {};
    return Extent{change.width, change.height};
}

}  // namespace candor::platform::x11

// SDL asks for the window's pixels with mode 0777, which lets every user of the machine read the
// screen. Its call finds this one first: the memory is its owner's alone from the start. An X
// server of neither root nor this user cannot share it then, and gets the pixels by its socket.
extern "C" int shmget(key_t key, std::size_t size, int flags) noexcept {
    constexpr int kOthers = 077;
    return static_cast<int>(::syscall(SYS_shmget, key, size, flags & ~kOthers));
}
