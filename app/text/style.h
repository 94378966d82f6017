#pragma once
#include <string>
#include <vector>

#include "base/geometry.h"

namespace candor::text {

enum class Weight { regular = 400, medium = 500, semibold = 600, bold = 700 };
enum class Underline { none, solid, dotted };
/// `start` and `end` follow the paragraph's direction.
enum class Align { start, centre, end };
/// Where lines break. `full`: each takes what it holds. `balanced`, for headings and labels of a
/// few lines: as many lines, of much the same length, and no short word alone on the first or the
/// last of them where it can have company. `company`, for texts of a few lines: as `full`, but no
/// short word alone on the last of them where that needs no line more.
enum class Wrap { full, balanced, company };
/// `from_text`: by the first strong character (Unicode UAX #9, P2).
enum class Direction { from_text, left_to_right, right_to_left };

struct Style {
    float size_px = 38;
    Weight weight = Weight::regular;
    bool italic = false;
    base::Rgba colour;  ///< the caller's theme
    float letter_spacing_px = 0;
    Underline underline = Underline::none;
};

/// A run of one style. `mark` (>= 0) names it, so that its rectangles can be asked for: links,
/// terms, citations. With `box` of more than nothing it is an inline box of that size, sitting on
/// the baseline and centred on the x-height, and `text` is only what a copy would say. A box
/// belongs to the word before it, also over spaces: no line that has room for both starts with it.
struct Span {
    std::string text;  ///< UTF-8; invalid bytes are shown as U+FFFD
    Style style;
    int mark = -1;
    base::Size box;
};

struct ParagraphSpec {
    std::vector<Span> spans;
    float width_px = 0;  ///< lines wrap here, within words where a word is longer; 0: no wrapping
    Align align = Align::start;
    Direction direction = Direction::from_text;
    float line_height = 1.5F;  ///< times the font size, as in CSS
    std::string language;      ///< BCP 47, for shaping and line breaks (Turkish i)
    int max_lines = 0;         ///< then an ellipsis; 0: no limit
    Wrap wrap = Wrap::full;    ///< without a limit
};

}  // namespace candor::text
