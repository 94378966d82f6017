#include "x_server.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xrandr.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace candor::platform {
namespace {

constexpr const char* kServer = "/usr/bin/Xvfb";

Display* shown(void* display) { return static_cast<Display*>(display); }

/// Made where the screen has none of that size yet.
RRMode mode_of(Display* display, const XRRScreenResources& screen, int width, int height) {
    std::string name = "test " + std::to_string(width) + "x" + std::to_string(height);
    for (int i = 0; i < screen.nmode; ++i)
        if (name == screen.modes[i].name) return screen.modes[i].id;
    XRRModeInfo wanted{};
    wanted.width = static_cast<unsigned>(width);
    wanted.height = static_cast<unsigned>(height);
    wanted.name = name.data();
    wanted.nameLength = static_cast<unsigned>(name.size());
    return XRRCreateMode(display, DefaultRootWindow(display), &wanted);
}

int start_server(const std::string& screen, int number_fd) {
    const std::string number = std::to_string(number_fd);
    const char* const arguments[] = {kServer,    "-displayfd",   number.c_str(), "-screen",
                                     "0",        screen.c_str(), "-nolisten",    "tcp",
                                     "-noreset", nullptr};
    posix_spawn_file_actions_t silence;
    posix_spawn_file_actions_init(&silence);
    posix_spawn_file_actions_addopen(&silence, 2, "/dev/null", O_WRONLY, 0);
    pid_t pid = -1;
    ::posix_spawn(&pid, kServer, &silence, nullptr, const_cast<char* const*>(arguments), environ);
    posix_spawn_file_actions_destroy(&silence);
    return pid;
}

/// The number and its newline come in two writes; the end of the file means that it failed.
std::string read_line(int fd) {
    std::string line;
    char letter = 0;
    while (::read(fd, &letter, 1) == 1 && letter != '\n') line += letter;
    return line;
}

}  // namespace

bool XServer::is_installed() { return ::access(kServer, X_OK) == 0; }

XServer::XServer(const std::string& screen) {
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe for the X server's number");
    pid_ = start_server(screen, ends[1]);
    ::close(ends[1]);
    const std::string name = ":" + read_line(ends[0]);
    ::close(ends[0]);
    ::setenv("DISPLAY", name.c_str(), 1);
    display_ = XOpenDisplay(name.c_str());
    if (display_ == nullptr) throw std::runtime_error("Xvfb " + screen + " did not start");
    hand_ = XCreateSimpleWindow(shown(display_), DefaultRootWindow(shown(display_)), 0, 0, 1, 1, 0,
                                0, 0);
}

XServer::~XServer() {
    XCloseDisplay(shown(display_));
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
    ::unsetenv("DISPLAY");
}

unsigned XServer::pixel(int x, int y) const {
    Display* display = shown(display_);
    XImage* image = XGetImage(display, DefaultRootWindow(display), x, y, 1, 1, AllPlanes, ZPixmap);
    XColor colour{};
    colour.pixel = XGetPixel(image, 0, 0);
    XDestroyImage(image);
    XQueryColor(display, DefaultColormap(display, DefaultScreen(display)), &colour);
    return (colour.red >> 8U) << 16U | (colour.green >> 8U) << 8U | (colour.blue >> 8U);
}

void XServer::move(int x, int y) const {
    XTestFakeMotionEvent(shown(display_), -1, x, y, CurrentTime);
    XSync(shown(display_), False);
}

void XServer::press(unsigned long after_ms, unsigned button) const {
    XTestFakeButtonEvent(shown(display_), button, True, after_ms);
    XSync(shown(display_), False);
}

void XServer::release(unsigned long after_ms, unsigned button) const {
    XTestFakeButtonEvent(shown(display_), button, False, after_ms);
    XSync(shown(display_), False);
}

void XServer::tap_key(unsigned long keysym) const { tap_key_with({}, keysym); }

void XServer::tap_key_with(const std::vector<unsigned long>& held, unsigned long keysym) const {
    const auto turn = [&](unsigned long key, bool down) {
        XTestFakeKeyEvent(shown(display_), XKeysymToKeycode(shown(display_), key),
                          down ? True : False, CurrentTime);
    };
    for (const unsigned long each : held) turn(each, true);
    turn(keysym, true);
    turn(keysym, false);
    for (auto each = held.rbegin(); each != held.rend(); ++each) turn(*each, false);
    XSync(shown(display_), False);
}

void XServer::close_window() const {
    Display* display = shown(display_);
    ::Window root = 0, parent = 0, *windows = nullptr;
    unsigned count = 0;
    XQueryTree(display, DefaultRootWindow(display), &root, &parent, &windows, &count);
    for (unsigned i = 0; i < count; ++i) {
        XWindowAttributes seen{};
        if (XGetWindowAttributes(display, windows[i], &seen) == 0 || seen.map_state != IsViewable)
            continue;
        XEvent ask{};
        ask.xclient.type = ClientMessage;
        ask.xclient.window = windows[i];
        ask.xclient.message_type = XInternAtom(display, "WM_PROTOCOLS", False);
        ask.xclient.format = 32;
        ask.xclient.data.l[0] = static_cast<long>(XInternAtom(display, "WM_DELETE_WINDOW", False));
        XSendEvent(display, windows[i], False, NoEventMask, &ask);
    }
    XFree(windows);
    XSync(display, False);
}

void XServer::take_focus() const {
    XSetInputFocus(shown(display_), None, RevertToNone, CurrentTime);
    XSync(shown(display_), False);
}

bool XServer::keyboard_is_grabbed() const {
    Display* display = shown(display_);
    const int outcome = XGrabKeyboard(display, DefaultRootWindow(display), False, GrabModeAsync,
                                      GrabModeAsync, CurrentTime);
    if (outcome == GrabSuccess) XUngrabKeyboard(display, CurrentTime);
    XSync(display, False);
    return outcome == AlreadyGrabbed;
}

bool XServer::resize(int width, int height) const {
    Display* display = shown(display_);
    const ::Window root = DefaultRootWindow(display);
    XRRScreenResources* screen = XRRGetScreenResources(display, root);
    const RRCrtc controller = screen->crtcs[0];
    RROutput output = screen->outputs[0];
    const RRMode mode = mode_of(display, *screen, width, height);
    XRRAddOutputMode(display, output, mode);
    XRRSetCrtcConfig(display, screen, controller, CurrentTime, 0, 0, 0, RR_Rotate_0, nullptr, 0);
    XRRSetScreenSize(display, root, width, height, width / 4, height / 4);
    const auto outcome = XRRSetCrtcConfig(display, screen, controller, CurrentTime, 0, 0, mode,
                                          RR_Rotate_0, &output, 1);
    XRRFreeScreenResources(screen);
    XSync(display, False);
    return outcome == RRSetConfigSuccess;
}

bool XServer::root_holds(std::string_view words) const {
    Display* display = shown(display_);
    int count = 0;
    Atom* names = XListProperties(display, DefaultRootWindow(display), &count);
    bool held = false;
    for (int i = 0; i < count; ++i) {
        constexpr long kMostWords = 1 << 16;
        Atom type = None;
        int format = 0;
        unsigned long items = 0, left = 0;
        unsigned char* bytes = nullptr;
        XGetWindowProperty(display, DefaultRootWindow(display), names[i], 0, kMostWords, False,
                           AnyPropertyType, &type, &format, &items, &left, &bytes);
        if (format == 8)
            held |= std::string_view(reinterpret_cast<char*>(bytes), items).find(words) !=
                    std::string_view::npos;
        if (bytes != nullptr) XFree(bytes);
    }
    if (names != nullptr) XFree(names);
    return held;
}

void XServer::take_clipboard() const {
    Display* display = shown(display_);
    XSetSelectionOwner(display, XInternAtom(display, "CLIPBOARD", False), hand_, CurrentTime);
    XSync(display, False);
}

bool XServer::has_clipboard() const {
    Display* display = shown(display_);
    return XGetSelectionOwner(display, XInternAtom(display, "CLIPBOARD", False)) == hand_;
}

}  // namespace candor::platform
