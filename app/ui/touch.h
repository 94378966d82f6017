#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/geometry.h"
#include "platform/window.h"
#include "ui/accessible.h"

namespace candor::ui {

/// Something that can be touched, as the last frame drew it. Later ones lie above earlier ones.
struct TouchTarget {
    WidgetId id = 0;
    base::Rect rect;
    bool scrolls = false;     ///< a scroll region rather than a widget
    bool long_press = false;  ///< wants long presses (and then no tap)
    bool slides = false;      ///< follows a finger that is drawn along it sideways
    bool pulls = false;       ///< follows one that is drawn down, which taps it when it went far
};

/// What a finger asked for.
struct Gesture {
    enum class Kind {
        none,
        tap,
        long_press,
        drag_start,
        drag,
        drag_end,
        touch_down,
        slide,
        missed  ///< a touch that did not do what it was meant to, or hardly
    } kind = Kind::none;
    WidgetId id = 0;  ///< of the widget (tap, long_press, slide) or the scroll region (drags)
    base::Point at;
    float dy = 0;  ///< drag: since the last one
    std::int64_t time_ms = 0;
};

/// Tells taps from drags and from palms. One finger acts at a time: a second one is ignored unless
/// the first has rested for a while without doing anything (a palm), which is then ignored instead.
/// A tap may wander by `slop_px`; a press that leaves its widget by more is no tap. The second half
/// of a double tap presses nothing that the first half brought. The mouse is a finger.
class Touch {
  public:
    /// From the end of a double tap's first half to the start of its second.
    static constexpr std::int64_t kDoubleTapMs = 250;

    /// How much a finger may wander. `steady` is for hands that shake: it may wander further, a tap
    /// has to rest a moment, and one right after another does not count.
    struct Care {
        float slop_px = 0;
        bool steady = false;
    };
    explicit Touch(float slop_px) : slop_(slop_px) {}
    void set_care(const Care& care);

    void handle(const platform::Event& event, const std::vector<TouchTarget>& targets,
                std::vector<Gesture>& out);
    /// Long presses ripen without an event.
    void tick(std::int64_t now_ms, std::vector<Gesture>& out);
    /// When tick() wants to be called next; nothing: no need.
    std::optional<std::int64_t> next_deadline_ms() const;

    WidgetId pressed() const { return pressed_; }
    bool finger_down() const { return active_.has_value(); }
    /// The finger that is down stops something and presses nothing.
    void forget_press() { pressed_ = 0; }
    /// Forgets all fingers (a new screen, a lost touch screen).
    void reset();

  private:
    struct Finger {
        std::int64_t pointer = 0, since_ms = 0;
        base::Point start, last;
        WidgetId scroll = 0;
        base::Rect widget;
        bool dragging = false, long_press = false, spent = false;
        bool slides = false, sliding = false, pulls = false, pulled = false;
        WidgetId aimed = 0;   ///< what it went down on
        bool beside = false;  ///< it went down close to something that can be touched
    };
    void down(const platform::Event& event, const std::vector<TouchTarget>& targets,
              std::vector<Gesture>& out);
    void move(const platform::Event& event, std::vector<Gesture>& out);
    bool slide(const platform::Event& event, std::vector<Gesture>& out);
    bool pull(const platform::Event& event);
    void up(const platform::Event& event, std::vector<Gesture>& out);
    void cancel(std::int64_t time_ms, std::vector<Gesture>& out);

    /// The last tap, and what could be touched when its finger went down.
    struct Tapped {
        std::int64_t up_ms = 0;
        base::Point at;
        std::vector<TouchTarget> there;
    };
    bool is_second_half(const Finger& finger) const;
    bool counts(const Finger& finger, std::int64_t time_ms);
    bool misses(const Finger& finger, WidgetId widget, std::int64_t time_ms) const;

    float slop_;
    bool steady_ = false;
    std::int64_t last_tap_ms_ = -1'000'000;
    WidgetId last_aimed_ = 0;  ///< of the finger before, and when that went up
    std::int64_t last_up_ms_ = -1'000'000;
    std::optional<Finger> active_;
    std::vector<TouchTarget> there_;  ///< when that finger went down
    std::optional<Tapped> tapped_;
    WidgetId pressed_ = 0;
};

}  // namespace candor::ui
