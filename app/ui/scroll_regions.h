#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "ui/scroll.h"
#include "ui/touch.h"

namespace candor::ui {

/// The scroll regions of the screen by their keys: where each stands, and what is brought into
/// sight in them. A region may lie in another; lengths are pixels.
class ScrollRegions {
  public:
    /// What a frame's drawing of a region came to.
    struct Extent {
        base::Rect viewport;
        bool scrolls = false;        ///< there is more than fits
        float share = 0;             ///< how far down it stands, 0 to 1
        float above = 0, below = 0;  ///< how much lies beyond its edges
        float covered = 0;           ///< of its top, by what stays there
    };

    static WidgetId id_of(std::string_view key);

    /// Moves what glides on to `now_ms`. `margin_px` is left above what is brought into sight.
    void begin_frame(std::int64_t now_ms, float margin_px);
    /// Something moves, or stands elsewhere than it was drawn: the next frame is due.
    bool due() const { return due_; }
    void forget_visit();

    /// A finger on a region. True: it stopped the region, and presses nothing.
    bool take(const Gesture& gesture);
    void wheel(WidgetId region, float dy_px, std::int64_t now_ms);

    /// The y at which the region's content starts. What is drawn until end() lies in it.
    float begin(std::string_view key, const base::Rect& viewport);
    Extent end(float content_px);
    /// Of a region, as it was last drawn.
    Extent extent(std::string_view key) const;
    /// The region that is being drawn; 0: none.
    WidgetId current() const { return stack_.empty() ? 0 : stack_.back(); }

    void jump(std::string_view key, float offset_px);
    void reset(std::string_view key) { jump(key, 0); }
    /// Scrolls as little as brings the content from `top_px` to `bottom_px` into sight.
    void keep_in_sight(std::string_view key, float top_px, float bottom_px);
    /// Scrolls so that what lies `offset_px` below the content's top is in sight, once for each
    /// `mark` (an open "at the place" must not fight the finger afterwards).
    void reveal(std::string_view key, std::string_view mark, float offset_px);
    /// The same within the region that is being drawn, for what lies at `y`.
    void reveal_here(std::string_view mark, float y);
    /// Once for each `mark`, as little as brings into sight what lies from `top` to `bottom` of the
    /// region that is being drawn, with what leads to it from `lead` on where there is room for
    /// both; not at all where they are in sight.
    void bring_into_sight(std::string_view mark, float lead, float top, float bottom);
    /// Glides there once for each `mark`, as reveal_here() jumps.
    void glide_here(std::string_view mark, float y);

    /// Something of the region that is being drawn that nobody should miss, which is seen when `y`
    /// is; and which of them lay below what is seen when it was last drawn.
    void landmark(int id, float y);
    std::vector<int> landmarks_below(std::string_view key) const;
    /// Glides on by what is seen of the region at once.
    void go_on(std::string_view key);
    /// That much of the top of the region that is being drawn is covered by what stays there.
    void cover(float height_px);
    /// The viewport of the region that is being drawn; nullptr: none is.
    const base::Rect* viewport() const;

    /// Glides the region that is being drawn until `rect` is in it, with `room_px` around it.
    void glide_to(const base::Rect& rect, float room_px);

  private:
    struct Region {
        Scroll scroll;
        base::Rect viewport;
        float content = 0;  ///< y at which its content starts in this frame
        float covered = 0;
        Extent extent;
        std::vector<std::pair<int, float>> landmarks;  ///< with their y in this frame
        std::vector<int> below;                        ///< in the last one
    };
    void reveal(WidgetId id, std::string_view mark, float offset_px);

    std::map<WidgetId, Region> regions_;
    std::vector<WidgetId> stack_;
    std::string revealed_;  ///< the mark that reveal() last went to
    std::int64_t now_ms_ = 0;
    float margin_ = 0;
    bool due_ = false;
};

}  // namespace candor::ui
