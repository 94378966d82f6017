#pragma once
#include <pango/pangocairo.h>

#include <vector>

#include "text/fonts_impl.h"
#include "text/joined_text.h"
#include "text/paragraph.h"
#include "text/style.h"

namespace candor::text {

/// The width of the widest line, px.
float widest_line(PangoLayout* layout);

/// Turns a laid-out PangoLayout into a Paragraph: places the lines as CSS does (line height as a
/// multiple of the font size, half of the leading above), and measures marks and underlines.
class LineBuilder {
  public:
    LineBuilder(Fonts::Impl& fonts, const ParagraphSpec& spec, const JoinedText& joined,
                PangoLayout* layout, Paragraph& out);
    void build_lines();
    /// After build_lines().
    void build_carets();

  private:
    /// How far something reaches above and below the baseline, px.
    struct Reach {
        float above, below;
        void include(Reach other);
    };
    /// A stretch of a line with one span, in visual order; x from the line's left.
    struct Piece {
        std::size_t span;
        float x, width;
    };

    void build_line(PangoLayoutLine* line, float top, float room);
    float add_run(const PangoGlyphItem& run, float pen);
    void add_piece(std::size_t span, float x, float width);
    float left_of(float width, float room) const;
    void add_marks(const Line& line);
    void add_underlines(const Line& line);
    float underline_offset(std::size_t span) const;
    float caret_x(PangoLayoutLine* line, const Line& placed, std::size_t byte) const;
    void add_caret(PangoLayoutLine* line, const Line& placed, std::size_t byte);

    bool is_box(std::size_t span) const;
    const Style& style_of(std::size_t span) const;
    float size_of(std::size_t span) const;
    Reach content_area(std::size_t span) const;
    Reach line_reach(PangoLayoutLine* line) const;

    Fonts::Impl& fonts_;
    const ParagraphSpec& spec_;
    const JoinedText& joined_;
    PangoLayout* layout_;
    Paragraph& out_;
    std::vector<Piece> pieces_;  ///< of the line at hand
};

}  // namespace candor::text
