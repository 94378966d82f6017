#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "text/style.h"

namespace candor::text {

/// An index into the Fonts that shaped it: one face at one size. Stays good for its lifetime.
using FontId = std::uint32_t;

/// One glyph in visual order: pen position on the baseline, px from the paragraph's top left. y is
/// whole; x is meant for snap_x (glyph_atlas.h).
struct Glyph {
    FontId font = 0;
    std::uint32_t index = 0;
    float x = 0, y = 0;
    base::Rgba colour;
};

struct Line {
    float top = 0, baseline = 0, bottom = 0;  ///< px from the paragraph's top
    float left = 0, right = 0;                ///< the ink's logical extent
    std::size_t first_glyph = 0, glyph_count = 0;
};

struct UnderlineRun {
    base::Rect rect;
    Underline kind = Underline::solid;
    base::Rgba colour;
};

/// A shaped, laid-out text: plain data, free to copy and keep.
class Paragraph {
  public:
    float width() const { return width_; }    ///< widest line
    float height() const { return height_; }  ///< all lines with their line height
    std::span<const Glyph> glyphs() const { return glyphs_; }
    std::span<const Line> lines() const { return lines_; }
    std::span<const UnderlineRun> underlines() const { return underlines_; }
    bool right_to_left() const { return right_to_left_; }

    /// A rectangle a line that the mark touches; several where bidi splits it. As high as the
    /// font's ascent and descent; exactly the box for an inline box.
    std::vector<base::Rect> mark_rects(int mark) const;
    /// The same of all marks from that number on.
    std::vector<base::Rect> mark_rects_from(int least) const;
    /// Where a caret before byte `at` of the joined texts stands; its width is 0.
    base::Rect caret_rect(std::size_t at) const;
    /// The byte offset (a grapheme boundary) nearest to the point.
    /// Only for Shaper::shape_editable's paragraphs, as caret_rect.
    std::size_t byte_at(base::Point point) const;

  private:
    friend class Shaper;
    friend class LineBuilder;
    struct MarkRect {
        int mark;
        base::Rect rect;
    };
    struct Caret {
        std::size_t byte;
        base::Rect rect;
    };
    float width_ = 0, height_ = 0;
    bool right_to_left_ = false;
    std::vector<Glyph> glyphs_;
    std::vector<Line> lines_;
    std::vector<UnderlineRun> underlines_;
    std::vector<MarkRect> marks_;
    std::vector<Caret> carets_;  ///< filled only by Shaper::shape_editable
};

}  // namespace candor::text
