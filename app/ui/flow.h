#pragma once
#include <functional>
#include <span>
#include <string_view>

#include "ui/columns.h"
#include "ui/ui.h"

namespace candor::ui {

/// The room around what stands on a ground: at both sides, above and below, in design units.
struct Padding {
    float sides = 36, above = 36, below = 36;
};

/// Things below each other in a column, each as high as it turns out to be when it is drawn. What
/// is drawn is drawn once: a ground that is as high as what stands on it comes after that and goes
/// under it. Lengths named `units` are design units (theme.h), all others layout pixels.
class Flow {
  public:
    using Draw = std::function<void(Flow&)>;
    /// `rect`: from the first of what was drawn to the last, as wide as the column.
    using Ground = std::function<void(const base::Rect& rect)>;

    /// From x, y downwards; `ui` must outlive it.
    Flow(Ui& ui, float x, float y, float width) : ui_(ui), x_(x), width_(width), start_(y), y_(y) {}

    Ui& ui() const { return ui_; }
    float x() const { return x_; }
    float width() const { return width_; }
    /// Where what comes next starts.
    float y();
    /// Of all so far, without a between() after the last.
    float height() const { return y_ - start_; }

    void gap(float units) { y_ = y() + ui_.px(units); }
    /// A gap before what comes next, and none where nothing comes. In columns() a piece ends here.
    void between(float units);
    /// The same between parts of one thing: a short one is never parted.
    void joint(float units);
    /// Room of that height across the column, for what the caller draws there.
    base::Rect take(float height_px);

    /// A paragraph that is read aloud; text beside the column's start keeps its own width.
    void text(std::string_view words, const Type& type, Role role = Role::paragraph,
              text::Align align = text::Align::start);
    void heading(std::string_view words, const Type& type, text::Align align = text::Align::start) {
        text(words, type, Role::heading, align);
    }
    /// A paragraph whose words another node has (a card's own name).
    void words(const text::Paragraph& paragraph);

    /// What belongs together: a between() after the last of it is none.
    void group(const Draw& draw);
    /// The same in a column that is narrower by that at its start and at its end.
    void inset(float start_px, float end_px, const Draw& draw);
    /// What `draw` puts into the column, with `ground` under it.
    void on(const Ground& ground, const Padding& padding, const Draw& draw);
    /// A white card with two soft shadows, as wide as the column.
    void card(const Padding& padding, const Draw& draw);
    void tinted(Colour colour, float radius_units, const Padding& padding, const Draw& draw);
    /// As on(), all of it one thing to touch; its node stands before those of what it holds.
    Touched touchable(Node node, std::string_view key,
                      const std::function<void(const base::Rect& rect, const Touched&)>& ground,
                      const Padding& padding, const Draw& draw);

    /// Columns beside each other, each of its width; as high as the highest of them.
    using Cell = std::function<void(Flow&, std::size_t index)>;
    void row(std::span<const float> widths_px, float gap_units, const Cell& draw);
    /// The same with columns of one width.
    void row(std::size_t count, float gap_units, const Cell& draw);
    /// How wide one of `count` such columns is.
    float column_width(std::size_t count, float gap_units) const;

    /// `count` things of one width, `columns` to a row, those of a row as high as the tallest of
    /// them; the gap between rows is that between columns.
    struct Grid {
        std::size_t count = 0, columns = 1;
        float gap_units = 24;
    };
    void grid(const Grid& grid,
              const std::function<float(std::size_t index, float width)>& height_of,
              const std::function<void(std::size_t index, const base::Rect&)>& draw);

    /// Two columns over the width of this one (place_in_columns), of which `seen_px` is seen at
    /// once, and `faded_px` more as it fades; `draw` is run muted before it is drawn, to know how
    /// high its pieces are. A piece is what stands between two between()s, a group's own ones among
    /// them.
    struct Columns {
        float gap_units = 72, seen_px = 0, faded_px = 0;
    };
    void columns(const Columns& spec, const Draw& draw);
    /// A piece of columns() that does not stand in turn, from one between() to the next; elsewhere
    /// a group.
    void piece(Stands stands, const Draw& draw);
    /// Whether what comes after the piece that is drawn stands right below it.
    bool goes_on_below() const;

  private:
    /// How what is drawn into a Flow is parted into pieces, and where each stands.
    struct Parting;

    void settle();
    void content(const Padding& padding, const Draw& draw);

    Ui& ui_;
    float x_, width_, start_, y_;
    float between_ = 0;
    bool joined_ = false;         ///< what comes after it is part of the same
    Parting* parting_ = nullptr;  ///< of columns()
};

/// A vertical scroll region (Ui::begin_scroll) whose content is a column of `width` at `x`; `below`
/// is left under its end.
struct ScrollSpec {
    std::string_view key;
    base::Rect viewport;
    float x = 0, width = 0, below_units = 0;
};
ScrollRegions::Extent scroll(Ui& ui, const ScrollSpec& spec, const Flow::Draw& draw);

}  // namespace candor::ui
