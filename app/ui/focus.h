#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "ui/touch.h"

namespace candor::ui {

/// Which widget a keyboard's keys go to, and where Tab goes: the widgets in the order in which they
/// are drawn. A widget that is gone for a while keeps its place, not the focus.
class Focus {
  public:
    struct Stop {
        WidgetId id = 0;
        base::Rect rect;  ///< what is to be seen of it, window pixels
        bool edits = false;
        bool heading = false;
        WidgetId region = 0;  ///< the scroll region that it stands in; 0: none
    };
    /// Which of the stops has the focus, counted from 1; 0: none.
    struct Position {
        std::size_t at = 0, of = 0;
        bool operator==(const Position&) const = default;
    };

    /// Whether a text field has a ring as well: with a real keyboard its caret is enough.
    enum class RingText { no, yes };

    /// Stops are told anew in each frame.
    void begin_frame();
    /// What was told of so far is out of reach (a sheet lies over it).
    void forget_stops() { stops_.clear(); }
    void forget_visit();

    /// A finger or the mouse went down on that widget; 0: beside all.
    void follow_pointer(WidgetId id);
    /// A pointer hides the ring where there is no keyboard, too.
    void hide_ring() { ringed_ = false; }
    /// As Tab does, and Shift+Tab with -1.
    void move(int by);
    /// To what lies below in the same region, with -1 above; where nothing does, as move().
    void move_row(int by);
    /// To that widget, as Tab would bring it there.
    void bring_to(WidgetId id);
    /// What Enter or the space bar presses; nothing where they belong to a text.
    std::optional<Stop> press();
    /// The same on a keypad, which presses what takes a text as well.
    std::optional<Stop> select();
    /// To the first heading of what is drawn next; where there is none, to its first stop.
    void start_over() { starts_over_ = true; }
    /// All stops of a frame are known.
    void end_frame();
    Position position() const;
    /// The focus goes to the widget of that key as soon as it is drawn.
    void want(std::string_view key) { wanted_ = key; }

    /// A widget that is drawn now; true: it has the focus. With `tab_stop` Tab goes there.
    bool draw(const Stop& stop, std::string_view key, bool tab_stop);
    std::size_t stops() const { return stops_.size(); }
    /// The last stop stands before those from `at` on.
    void bring_last_to(std::size_t at);
    /// True once after a key brought the focus somewhere: it must be scrolled into sight.
    bool take_arrival();

    WidgetId widget() const { return focus_; }
    /// Whether keys go to the widget of that key.
    bool has(std::string_view key) const { return focus_ != 0 && key_ == key; }
    /// Whether keys go into a text.
    bool typing() const;
    /// What has a ring around it: what a key brought the focus to, in each of its parts.
    std::vector<base::Rect> ringed(RingText text = RingText::no) const;
    /// What was drawn before the focus went elsewhere does not know of it yet.
    bool due() const { return due_; }

  private:
    std::vector<Stop>::const_iterator here() const;
    int beside(int stop, int by) const;
    const Stop* in_next_row(const Stop& from, int by) const;

    std::vector<Stop> stops_;
    std::size_t index_ = 0;  ///< where it was last, of the stops
    WidgetId focus_ = 0;
    std::string wanted_, key_;
    bool ringed_ = false, arrived_ = false, due_ = false, starts_over_ = false;
};

}  // namespace candor::ui
