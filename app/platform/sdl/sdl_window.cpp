#include "platform/sdl/sdl_window.h"

#include <SDL.h>
#include <locale.h>
#include <poll.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "base/clock.h"
#include "base/quit_signals.h"
#include "base/worker.h"
#include "platform/backoff.h"
#include "platform/doorbell.h"
#include "platform/sdl/events.h"
#include "platform/sdl/foreground.h"
#include "platform/sdl/glass.h"
#include "platform/sdl/quiet_start.h"
#include "platform/sdl/x11.h"
#include "platform/sleep_watch.h"
#include "platform/timeout.h"

namespace candor::platform {
namespace {

// While a finger is down, how often to look whether its touch screen is still there.
constexpr int kFingerCheckMs = 1000;
// How late a signal may be noticed where SDL itself waits.
constexpr int kBellCheckMs = 200;

struct CloseWindow {
    void operator()(SDL_Window* window) const {
        SDL_DestroyWindow(window);
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }
};
using WindowHandle = std::unique_ptr<SDL_Window, CloseWindow>;

bool follows_display(const WindowOptions& options) {
    const bool own_size = options.width_px <= 0 || options.height_px <= 0;
    return options.full_screen && own_size;
}

class SdlWindow final : public Window {
  public:
    SdlWindow(WindowHandle window, const WindowOptions& options)
        : window_(std::move(window)),
          glass_(window_.get(), options.rotation),
          events_(options.rotation),
          x11_fd_(x11::connection_fd(window_.get())),
          follows_display_(follows_display(options)) {
        if (options.full_screen) foreground_.emplace(window_.get());
        learn_size();
        glass_.warm_up();
    }

    int width() const override { return glass_.picture().width; }
    int height() const override { return glass_.picture().height; }
    float pixels_per_mm() const override;
    Standing standing() const override;
    base::Result<base::PixelView> pixels() override { return noted(glass_.pixels()); }
    base::Result<void> present(std::span<const base::IntRect> changed) override {
        return noted(glass_.present(changed));
    }
    void wait(int timeout_ms, std::vector<Event>& events) override;
    void wake() override;
    double frame_ms() const override;
    std::string clipboard() override;
    void set_clipboard(const std::string& text) override;
    void forget_clipboard() override;

  private:
    template <typename T>
    base::Result<T> noted(base::Result<T> outcome) {
        if (outcome) {
            backoff_.succeeded();
        } else {
            backoff_.failed(base::monotonic_ms());
        }
        return outcome;
    }
    void learn_size();
    void block(int timeout_ms);
    void drain(std::vector<Event>& events);
    void drain_sdl(std::vector<Event>& events);

    Doorbell quit_bell_;
    base::QuitSignals quit_signals_{
        quit_bell_.fd()};  // first, so that a display that hangs is left, too
    WindowHandle window_;
    Glass glass_;
    Events events_;
    Backoff backoff_;
    SleepWatch sleep_watch_;
    Doorbell wake_bell_;
    bool copied_ = false;
    unsigned long clipboard_owner_ = 0;  ///< SDL's window for it
    int x11_fd_;
    bool follows_display_;
    std::optional<Foreground> foreground_;  ///< in full screen
};

Standing SdlWindow::standing() const {
    int x = 0, y = 0;
    SDL_GetWindowPosition(window_.get(), &x, &y);
    return {{static_cast<float>(x), static_cast<float>(y)},
            (SDL_GetWindowFlags(window_.get()) & SDL_WINDOW_INPUT_FOCUS) != 0};
}

float SdlWindow::pixels_per_mm() const {
    float across = 0, down = 0;
    const int display = std::max(SDL_GetWindowDisplayIndex(window_.get()), 0);
    if (SDL_GetDisplayDPI(display, nullptr, &across, &down) != 0) return 0;
    // Panels that do not know their size report 0 x 0 mm, 16 x 9 cm or a screen's shape at random.
    const bool plausible = across >= 40 && across <= 600 && std::abs(across - down) < across / 10;
    return plausible ? across / 25.4F : 0;
}

double SdlWindow::frame_ms() const {
    SDL_DisplayMode mode{};
    const int display = std::max(SDL_GetWindowDisplayIndex(window_.get()), 0);
    const bool known = SDL_GetCurrentDisplayMode(display, &mode) == 0 && mode.refresh_rate > 0;
    return 1000.0 / (known ? mode.refresh_rate : 60);
}

std::string SdlWindow::clipboard() {
    const std::unique_ptr<char, decltype(&SDL_free)> text(SDL_GetClipboardText(), SDL_free);
    return text ? text.get() : "";
}

void SdlWindow::set_clipboard(const std::string& text) {
    SDL_SetClipboardText(text.c_str());
    copied_ = true;
    clipboard_owner_ = x11::clipboard_owner(window_.get());
}

void SdlWindow::forget_clipboard() {
    if (!copied_) return;
    copied_ = false;
    if (x11::clipboard_owner(window_.get()) == clipboard_owner_) SDL_SetClipboardText("");
    x11::forget_clipboard(window_.get());
}

void SdlWindow::learn_size() {
    Extent window;
    SDL_GetWindowSize(window_.get(), &window.width, &window.height);
    events_.set_extents(window, glass_.glass());
}

void SdlWindow::wait(int timeout_ms, std::vector<Event>& events) {
    wait_for_event(
        timeout_ms, events, [&] { drain(events); },
        [&](int left_ms, std::int64_t now_ms) {
            left_ms = sooner(left_ms, backoff_.left_ms(now_ms));
            if (foreground_) left_ms = sooner(left_ms, foreground_->left_ms(now_ms));
            block(events_.any_down() ? sooner(left_ms, kFingerCheckMs) : left_ms);
        });
}

void SdlWindow::block(int timeout_ms) {
    if (x11_fd_ < 0) {
        // SDL waits on Wayland's connection alone, and not on our bells.
        SDL_WaitEventTimeout(nullptr, sooner(timeout_ms, kBellCheckMs));
        return;
    }
    // What SDL's calls read from the connection meanwhile waits in Xlib, where poll() sees nothing.
    if (x11::has_events(window_.get())) return;
    pollfd sources[] = {{x11_fd_, POLLIN, 0},
                        {wake_bell_.fd(), POLLIN, 0},
                        {quit_bell_.fd(), POLLIN, 0},
                        {sleep_watch_.fd(), POLLIN, 0}};
    ::poll(sources, std::size(sources), timeout_ms);
}

void SdlWindow::drain(std::vector<Event>& events) {
    drain_sdl(events);
    const std::int64_t now_ms = base::monotonic_ms();
    if (foreground_) foreground_->take_back(now_ms);
    const auto add = [&](EventKind kind) { events.push_back({.kind = kind, .time_ms = now_ms}); };
    events_.cancel_lost(events);
    if (sleep_watch_.slept()) {
        events_.cancel_all(events);
        add(EventKind::resumed);
    }
    if (backoff_.take_due(now_ms)) add(EventKind::resumed);
    if (wake_bell_.take()) add(EventKind::woken);
    if (quit_bell_.take()) add(EventKind::quit);
}

void SdlWindow::drain_sdl(std::vector<Event>& events) {
    SDL_Event event;
    SDL_PumpEvents();
    while (SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1) {
        const auto display = x11::new_display_size(event);
        if (display && follows_display_) {
            SDL_SetWindowSize(window_.get(), display->width, display->height);
        }
        if (event.type == SDL_WINDOWEVENT) learn_size();
        if (foreground_) foreground_->hear(event);
        events_.translate(event, events);
    }
}

void SdlWindow::wake() {
    wake_bell_.ring();
    if (x11_fd_ >= 0) return;
    SDL_Event nudge{};
    nudge.type = SDL_USEREVENT;
    SDL_PushEvent(&nudge);
}

void set_hints() {
    // SDL's own handlers only set a flag, which a signal between two looks at it and a blocking
    // wait would leave unread: base::QuitSignals are ours.
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    // A click that comes with the window's focus counts like any other.
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "1");
    // Not SDL's KMS driver, which goes through GL.
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11,wayland");
}

tl::unexpected<base::Fault> no_display() {
    const auto value_of = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(name) + "=" + (value != nullptr ? value : "");
    };
    return base::fail(base::FaultKind::unreachable, "display",
                      std::string(SDL_GetError()) + "; " + value_of("DISPLAY") + " " +
                          value_of("WAYLAND_DISPLAY") + " " + value_of("XDG_RUNTIME_DIR"));
}

/// Of the window, as the glass lies; 0 x 0 in the options is the display's own.
Extent window_extent(const WindowOptions& options) {
    if (options.width_px > 0 && options.height_px > 0) {
        return turned({options.width_px, options.height_px}, options.rotation);
    }
    SDL_DisplayMode mode{};
    SDL_GetDesktopDisplayMode(0, &mode);
    return {mode.w, mode.h};
}

WindowHandle open(const WindowOptions& options) {
    const Extent extent = window_extent(options);
    const Uint32 kind = options.full_screen ? SDL_WINDOW_BORDERLESS : SDL_WINDOW_RESIZABLE;
    SDL_Rect at{static_cast<int>(SDL_WINDOWPOS_CENTERED), static_cast<int>(SDL_WINDOWPOS_CENTERED),
                0, 0};
    if (options.full_screen) SDL_GetDisplayBounds(0, &at);
    return WindowHandle(SDL_CreateWindow(options.title.c_str(), at.x, at.y, extent.width,
                                         extent.height,
                                         kind | SDL_WINDOW_HIDDEN | SDL_WINDOW_ALLOW_HIGHDPI));
}

void show(SDL_Window* window, const WindowOptions& options) {
    const bool on_x11 = x11::connection_fd(window) >= 0;
    if (options.full_screen) x11::watch_display(window);
    SDL_ShowWindow(window);
    // SDL 2.26 crashes when a Wayland window that was never shown is made full screen.
    if (follows_display(options) && !on_x11)
        SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    if (options.full_screen) SDL_ShowCursor(SDL_DISABLE);
    SDL_DisableScreenSaver();
}

/// SDL sets the process's locale while it starts, and takes it back: whoever reads one meanwhile
/// needs one of their own.
void in_plain_locale(const std::function<void()>& work) {
    const locale_t plain = newlocale(LC_ALL_MASK, "C", nullptr);
    const locale_t before = plain == nullptr ? nullptr : uselocale(plain);
    if (plain != nullptr) work();
    if (before != nullptr) uselocale(before);
    if (plain != nullptr) freelocale(plain);
}

}  // namespace

base::Result<std::unique_ptr<Window>> create_sdl_window(const WindowOptions& options) {
    const QuietStart quiet(options.full_screen ? Purpose::kiosk : Purpose::desk);
    base::Worker beside("beside the window", base::Worker::AtEnd::finish);
    if (options.meanwhile) beside.add([&] { in_plain_locale(options.meanwhile); });
    set_hints();
    // In full screen only a signal ends the program, not Alt+F4 or a window manager's close.
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, options.full_screen ? "0" : "1");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return no_display();
    // Shared memory, not GL. Under Wayland SDL 2 has nothing but GL, and none at all with this
    // hint.
    const bool on_x11 = std::string_view(SDL_GetCurrentVideoDriver()) == "x11";
    if (on_x11) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    Foreground::set_hints(options.full_screen);
    WindowHandle window = open(options);
    if (!window) {
        auto fault = no_display();
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return fault;
    }
    show(window.get(), options);
    return std::make_unique<SdlWindow>(std::move(window), options);
}

}  // namespace candor::platform
