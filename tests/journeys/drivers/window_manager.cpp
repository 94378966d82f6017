#include "window_manager.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "base/clock.h"
#include "program.h"

namespace candor::journeys {
namespace {

constexpr const char* kManager = "/usr/bin/openbox";
constexpr int kManagerPatienceMs = 60'000;
constexpr int kDesktops = 4;
constexpr const char* kReady = "ready";

Display* shown(void* display) { return static_cast<Display*>(display); }

/// One number that a window's property holds.
std::optional<unsigned long> number_of(Display* display, ::Window window, const char* property) {
    Atom type = None;
    int format = 0;
    unsigned long items = 0, left = 0;
    unsigned char* bytes = nullptr;
    XGetWindowProperty(display, window, XInternAtom(display, property, False), 0, 1, False,
                       AnyPropertyType, &type, &format, &items, &left, &bytes);
    std::optional<unsigned long> out;
    if (items == 1 && format == 32) out = *reinterpret_cast<unsigned long*>(bytes);
    if (bytes != nullptr) XFree(bytes);
    return out;
}

/// The window before all others, of those that are shown.
std::optional<::Window> front_of(Display* display) {
    ::Window root = 0, parent = 0, *windows = nullptr;
    unsigned count = 0;
    XQueryTree(display, DefaultRootWindow(display), &root, &parent, &windows, &count);
    const std::unique_ptr<::Window, decltype(&XFree)> kept(windows, XFree);
    for (unsigned i = count; i-- > 0;) {
        XWindowAttributes seen{};
        if (XGetWindowAttributes(display, windows[i], &seen) != 0 && seen.map_state == IsViewable &&
            seen.c_class == InputOutput)
            return windows[i];
    }
    return {};
}

bool covers_all(Display* display, ::Window window) {
    XWindowAttributes own{}, root{};
    XGetWindowAttributes(display, window, &own);
    XGetWindowAttributes(display, DefaultRootWindow(display), &root);
    return own.x <= 0 && own.y <= 0 && own.x + own.width >= root.width &&
           own.y + own.height >= root.height;
}

std::string configuration(const std::vector<WayOut>& ways, const std::filesystem::path& pipe) {
    std::ostringstream out;
    out << "<?xml version='1.0'?>\n<openbox_config xmlns='http://openbox.org/3.4/rc'>\n"
        << "<focus><focusNew>yes</focusNew></focus>\n<desktops><number>" << kDesktops
        << "</number><popupTime>0</popupTime></desktops>\n<keyboard>\n";
    for (std::size_t i = 0; i < ways.size(); ++i) {
        if (ways[i].binding.empty()) continue;
        out << "<keybind key='" << ways[i].binding
            << "'><action name='Execute'><command>sh -c \"echo " << i << " &gt; '" << pipe.string()
            << "'\"</command></action></keybind>\n";
    }
    // Its usual mouse: menus on what lies behind all windows, windows that move with Alt.
    out << "</keyboard>\n<mouse><context name='Root'><mousebind button='Right' action='Press'>"
        << "<action name='ShowMenu'><menu>client-list-combined-menu</menu></action></mousebind>"
        << "<mousebind button='Middle' action='Press'><action name='ShowMenu'>"
        << "<menu>client-list-combined-menu</menu></action></mousebind></context>"
        << "<context name='Frame'><mousebind button='A-Left' action='Drag'>"
        << "<action name='Move'/></mousebind><mousebind button='A-Middle' action='Press'>"
        << "<action name='Lower'/></mousebind></context></mouse>\n</openbox_config>\n";
    return out.str();
}

}  // namespace

bool WindowManager::is_installed() { return ::access(kManager, X_OK) == 0; }

WindowManager::WindowManager(const platform::XServer&, const std::filesystem::path& folder,
                             const std::vector<WayOut>& ways) {
    std::filesystem::create_directories(folder);
    const auto pipe = folder / "commands", file = folder / "rc.xml";
    if (::mkfifo(pipe.c_str(), 0600) != 0) throw std::runtime_error("no pipe for commands");
    // For writing, too, so that it never ends.
    commands_ = ::open(pipe.c_str(), O_RDWR | O_CLOEXEC);
    std::ofstream(file) << configuration(ways, pipe);
    for (const WayOut& each : ways) names_.push_back(each.name);
    // Windows may vanish while they are looked at.
    XSetErrorHandler([](Display*, XErrorEvent*) { return 0; });
    display_ = XOpenDisplay(nullptr);
    XSelectInput(shown(display_), DefaultRootWindow(shown(display_)),
                 PropertyChangeMask | SubstructureNotifyMask | FocusChangeMask);
    // What it is asked while it begins, it does not hear.
    names_.emplace_back(kReady);
    const std::string ready = std::to_string(names_.size() - 1);
    pid_ = start_program({kManager, "--config-file", file, "--sm-disable", "--startup",
                          "sh -c \"echo " + ready + " > '" + pipe.string() + "'\""},
                         folder / "log");
    if (commands_until(kReady).empty() || !settles())
        throw std::runtime_error("openbox does not start: " + text_of(folder / "log"));
}

WindowManager::~WindowManager() {
    ::kill(pid_, SIGTERM);
    ::waitpid(pid_, nullptr, 0);
    XCloseDisplay(shown(display_));
    ::close(commands_);
}

bool WindowManager::await(const std::function<bool()>& wanted) {
    const std::int64_t until = base::monotonic_ms() + kManagerPatienceMs;
    while (!wanted()) {
        // Whatever changes on the display wakes this up.
        if (XPending(shown(display_)) == 0) {
            pollfd source{ConnectionNumber(shown(display_)), POLLIN, 0};
            const auto left = static_cast<int>(until - base::monotonic_ms());
            if (left <= 0 || ::poll(&source, 1, left) != 1) return false;
        }
        while (XPending(shown(display_)) > 0) {
            XEvent event;
            XNextEvent(shown(display_), &event);
        }
    }
    return true;
}

bool WindowManager::settles() {
    Display* display = shown(display_);
    const ::Window root = DefaultRootWindow(display);
    XSync(display, False);
    // It takes things one after the other: when it has changed to the desktop that was asked for
    // last, it has dealt with all before.
    const unsigned long wanted =
        (number_of(display, root, "_NET_CURRENT_DESKTOP").value_or(0) + 1) % kDesktops;
    XEvent ask{};
    ask.xclient.type = ClientMessage;
    ask.xclient.window = root;
    ask.xclient.message_type = XInternAtom(display, "_NET_CURRENT_DESKTOP", False);
    ask.xclient.format = 32;
    ask.xclient.data.l[0] = static_cast<long>(wanted);
    XSendEvent(display, root, False, SubstructureNotifyMask | SubstructureRedirectMask, &ask);
    return await([&] { return number_of(display, root, "_NET_CURRENT_DESKTOP") == wanted; });
}

std::vector<std::string> WindowManager::commands_until(const std::string& name) {
    std::vector<std::string> ran;
    for (;;) {
        for (std::size_t end = 0; (end = unread_.find('\n')) != std::string::npos;
             unread_.erase(0, end + 1))
            ran.push_back(names_.at(std::stoul(unread_.substr(0, end))));
        if (std::find(ran.begin(), ran.end(), name) != ran.end()) return ran;
        pollfd source{commands_, POLLIN, 0};
        if (::poll(&source, 1, kManagerPatienceMs) != 1) return ran;
        char bytes[512];
        const ssize_t got = ::read(commands_, bytes, sizeof bytes);
        if (got > 0) unread_.append(bytes, static_cast<std::size_t>(got));
    }
}

bool WindowManager::is_in_front(pid_t program) const {
    Display* display = shown(display_);
    const auto front = front_of(display);
    if (!front || !covers_all(display, *front)) return false;
    return number_of(display, *front, "_NET_WM_PID") == static_cast<unsigned long>(program);
}

bool WindowManager::shows_alone(pid_t program) {
    return await([&] { return is_in_front(program); });
}

void WindowManager::opens_another_window() {
    Display* display = shown(display_);
    XWindowAttributes root{};
    XGetWindowAttributes(display, DefaultRootWindow(display), &root);
    const ::Window window = XCreateSimpleWindow(
        display, DefaultRootWindow(display), 0, 0, static_cast<unsigned>(root.width),
        static_cast<unsigned>(root.height), 0, 0, WhitePixel(display, DefaultScreen(display)));
    XSelectInput(display, window, StructureNotifyMask | FocusChangeMask | VisibilityChangeMask);
    XMapRaised(display, window);
    XWindowAttributes seen{};
    await([&] {
        return XGetWindowAttributes(display, window, &seen) != 0 && seen.map_state == IsViewable;
    });
    settles();
}

}  // namespace candor::journeys
