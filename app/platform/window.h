#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"

namespace candor::platform {

enum class Key {
    none,
    escape,
    enter,
    tab,
    back_tab,
    backspace,
    del,
    left,
    right,
    up,
    down,
    home,
    end,
    page_up,
    page_down,
    space,
    letter  ///< with Control held; `text` names it in lower case
};

enum class EventKind {
    pointer_down,
    pointer_move,
    pointer_up,
    pointer_cancel,  ///< the finger was lost (unplugged screen, suspended machine)
    wheel,           ///< `delta_y` in px, positive: content moves down
    key,             ///< `key`
    text,            ///< `text`: UTF-8 from a real keyboard
    resized,         ///< the size() changed; all pixels are lost
    exposed,         ///< the pixels must be shown again
    resumed,         ///< the machine slept or the display was lost: repaint, and check the clock
    woken,           ///< wake() was called
    quit
};

/// `pointer` tells fingers apart (the mouse is 0). Positions in picture pixels, after rotation.
struct Event {
    EventKind kind = EventKind::woken;
    std::int64_t time_ms = 0;  ///< base::monotonic_ms
    std::int64_t pointer = 0;
    base::Point at;
    float delta_y = 0;
    Key key = Key::none;
    std::string text;
    std::string
        key_name;  ///< of a key that writes nothing, and of Return and Escape: SDL's, as "F5"
    bool shift = false, control = false;  ///< held while the key went down
};

enum class Rotation { none = 0, clockwise_90 = 90, half = 180, clockwise_270 = 270 };

struct WindowOptions {
    int width_px = 0, height_px = 0;  ///< of the picture as people see it; 0: the display's own
    bool full_screen = true;
    Rotation rotation = Rotation::none;  ///< turns the picture and the touch together
    std::string title = "Candor";
    /// Done on a thread of its own while the window is being opened, if there is one to open; it
    /// has ended before that returns. It may neither set the environment nor the locale.
    std::function<void()> meanwhile;
};

/// How a window stands among others.
struct Standing {
    base::Point corner;  ///< its upper left one on the display, pixels; {0, 0} where it is unknown
    bool active = true;  ///< keys go to it

    bool operator==(const Standing&) const = default;
};

/// A window: pixels out, input in. One thread, but for wake().
class Window {
  public:
    virtual ~Window() = default;
    /// Of the picture, after rotation.
    virtual int width() const = 0;
    virtual int height() const = 0;
    /// Pixels per millimetre, for touch targets; 0: unknown.
    virtual float pixels_per_mm() const = 0;
    /// Where it stands, for assistive technology.
    virtual Standing standing() const { return {}; }
    /// The picture's pixels; hold what was last drawn, good until the next wait(). Fault
    /// unreachable: the display is lost for now; go on waiting, `resumed` or `resized` will come.
    virtual base::Result<base::PixelView> pixels() = 0;
    /// Shows the changed rectangles of pixels().
    virtual base::Result<void> present(std::span<const base::IntRect> changed) = 0;
    /// Blocks until an event, or `timeout_ms` (-1: for ever), and appends all that are there.
    virtual void wait(int timeout_ms, std::vector<Event>& events) = 0;
    /// Ends a wait() from any thread.
    virtual void wake() = 0;
    /// Milliseconds from one frame of the display to the next (16.67 for 60 Hz).
    virtual double frame_ms() const = 0;
    /// The system's clipboard: empty without one.
    virtual std::string clipboard() = 0;
    virtual void set_clipboard(const std::string& text) = 0;
    /// Takes back what set_clipboard() gave; what another program put there since stays.
    virtual void forget_clipboard() = 0;
};

}  // namespace candor::platform
