#include "text/line_builder.h"

#include <algorithm>
#include <cmath>

#include "text/limits.h"

namespace candor::text {
namespace {

template <typename Visit>
void for_each_line(PangoLayout* layout, Visit visit) {
    for (GSList* at = pango_layout_get_lines_readonly(layout); at != nullptr; at = at->next) {
        visit(static_cast<PangoLayoutLine*>(at->data));
    }
}

template <typename Visit>
void for_each_run(PangoLayoutLine* line, Visit visit) {
    for (GSList* at = line->runs; at != nullptr; at = at->next) {
        visit(*static_cast<PangoGlyphItem*>(at->data));
    }
}

float px(int pango_units) { return static_cast<float>(pango_units) / PANGO_SCALE; }

std::vector<std::size_t> cursor_positions(PangoLayout* layout) {
    int count = 0;
    const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout, &count);
    const char* text = pango_layout_get_text(layout);
    std::vector<std::size_t> positions;
    const char* at = text;
    for (int i = 0; i < count; ++i) {
        if (attributes[i].is_cursor_position) positions.push_back(at - text);
        if (i + 1 < count) at = g_utf8_next_char(at);
    }
    return positions;
}

}  // namespace

float widest_line(PangoLayout* layout) {
    float widest = 0;
    for_each_line(layout, [&](PangoLayoutLine* line) {
        float width = 0;
        for_each_run(line, [&](const PangoGlyphItem& run) {
            width += px(pango_glyph_string_get_width(run.glyphs));
        });
        widest = std::max(widest, width);
    });
    return widest;
}

void LineBuilder::Reach::include(Reach other) {
    above = std::max(above, other.above);
    below = std::max(below, other.below);
}

LineBuilder::LineBuilder(Fonts::Impl& fonts, const ParagraphSpec& spec, const JoinedText& joined,
                         PangoLayout* layout, Paragraph& out)
    : fonts_(fonts), spec_(spec), joined_(joined), layout_(layout), out_(out) {}

bool LineBuilder::is_box(std::size_t span) const {
    return span < spec_.spans.size() && spec_.spans[span].box.w > 0;
}

const Style& LineBuilder::style_of(std::size_t span) const {
    static const Style plain;
    return span < spec_.spans.size() ? spec_.spans[span].style : plain;
}

float LineBuilder::size_of(std::size_t span) const {
    return within(style_of(span).size_px, 1, kLargestSizePx);
}

/// What CSS calls so: of the font for text, the box itself for a box.
LineBuilder::Reach LineBuilder::content_area(std::size_t span) const {
    const float size = size_of(span);
    if (!is_box(span)) {
        return {fonts_.proportions.ascent * size, fonts_.proportions.descent * size};
    }
    const float middle = fonts_.proportions.x_height * size / 2;
    const float half = within(spec_.spans[span].box.h, 0, kLargestBoxPx) / 2;
    return {half + middle, half - middle};
}

LineBuilder::Reach LineBuilder::line_reach(PangoLayoutLine* line) const {
    const float line_height = within(spec_.line_height, 0, 10);
    const auto leaded = [&](std::size_t span) {
        const float size = size_of(span);
        const float ascent = fonts_.proportions.ascent * size;
        const float descent = fonts_.proportions.descent * size;
        const float half = (line_height * size - ascent - descent) / 2;
        return Reach{ascent + half, descent + half};
    };
    if (pieces_.empty()) return leaded(joined_.span_at(line->start_index));
    Reach reach = leaded(pieces_.front().span);
    for (const Piece& piece : pieces_) {
        reach.include(leaded(piece.span));
        if (is_box(piece.span)) reach.include(content_area(piece.span));
    }
    return reach;
}

void LineBuilder::build_lines() {
    out_.width_ = widest_line(layout_);
    const float room = spec_.width_px > 0 ? within(spec_.width_px, 1, kWidestPx) : out_.width_;
    for_each_line(layout_, [&](PangoLayoutLine* line) {
        build_line(line, out_.height_, room);
        out_.height_ = out_.lines_.back().bottom;
    });
}

void LineBuilder::build_line(PangoLayoutLine* line, float top, float room) {
    pieces_.clear();
    const std::size_t first = out_.glyphs_.size();
    float width = 0;
    for_each_run(line, [&](const PangoGlyphItem& run) { width = add_run(run, width); });
    const Reach reach = line_reach(line);
    const float baseline = std::round(top + reach.above);
    const float left = left_of(width, room);
    for (std::size_t i = first; i < out_.glyphs_.size(); ++i) {
        out_.glyphs_[i].x += left;
        out_.glyphs_[i].y += baseline;
    }
    out_.lines_.push_back({.top = top,
                           .baseline = baseline,
                           .bottom = top + reach.above + reach.below,
                           .left = left,
                           .right = left + width,
                           .first_glyph = first,
                           .glyph_count = out_.glyphs_.size() - first});
    add_marks(out_.lines_.back());
    add_underlines(out_.lines_.back());
}

float LineBuilder::left_of(float width, float room) const {
    if (spec_.align == Align::centre) return (room - width) / 2;
    const bool at_right = out_.right_to_left_ == (spec_.align == Align::start);
    return at_right ? room - width : 0;
}

float LineBuilder::add_run(const PangoGlyphItem& run, float pen) {
    const FontId font =
        run.item->analysis.font != nullptr ? fonts_.id_of(run.item->analysis.font) : 0;
    for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
        const PangoGlyphInfo& info = run.glyphs->glyphs[i];
        const std::size_t span = joined_.span_at(run.item->offset + run.glyphs->log_clusters[i]);
        const float advance = px(info.geometry.width);
        if (info.glyph != PANGO_GLYPH_EMPTY && !is_box(span)) {
            out_.glyphs_.push_back({.font = font,
                                    .index = info.glyph,
                                    .x = pen + px(info.geometry.x_offset),
                                    .y = std::round(px(info.geometry.y_offset)),
                                    .colour = style_of(span).colour});
        }
        add_piece(span, pen, advance);
        pen += advance;
    }
    return pen;
}

void LineBuilder::add_piece(std::size_t span, float x, float width) {
    if (!pieces_.empty() && pieces_.back().span == span) {
        pieces_.back().width += width;
    } else {
        pieces_.push_back({span, x, width});
    }
}

void LineBuilder::add_marks(const Line& line) {
    const Piece* last = nullptr;
    for (const Piece& piece : pieces_) {
        const int mark = piece.span < spec_.spans.size() ? spec_.spans[piece.span].mark : -1;
        if (mark < 0 || piece.width <= 0) continue;
        const Reach reach = content_area(piece.span);
        const base::Rect rect{line.left + piece.x, line.baseline - reach.above, piece.width,
                              reach.above + reach.below};
        // One link of several spans (bold inside) is one rectangle where they touch.
        auto& marks = out_.marks_;
        if (last != nullptr && last + 1 == &piece && marks.back().mark == mark) {
            base::Rect& joined = marks.back().rect;
            const float top = std::min(joined.y, rect.y);
            joined = {joined.x, top, rect.right() - joined.x,
                      std::max(joined.bottom(), rect.bottom()) - top};
        } else {
            marks.push_back({mark, rect});
        }
        last = &piece;
    }
}

void LineBuilder::add_underlines(const Line& line) {
    for (const Piece& piece : pieces_) {
        const Style& style = style_of(piece.span);
        if (style.underline == Underline::none || piece.width <= 0 || is_box(piece.span)) continue;
        const float thickness = std::max(
            1.0F, std::round(fonts_.proportions.underline_thickness * size_of(piece.span)));
        const float offset = std::max(1.0F, std::round(underline_offset(piece.span)));
        out_.underlines_.push_back(
            {{line.left + piece.x, line.baseline + offset, piece.width, thickness},
             style.underline,
             style.colour});
    }
}

float LineBuilder::underline_offset(std::size_t span) const {
    // Below the dots of Arabic letters, which the Latin font's own position would strike through.
    constexpr float kBelowDots = 0.26F;
    const std::size_t begin = joined_.begin_of(span);
    const std::string_view text =
        std::string_view(joined_.text()).substr(begin, joined_.end_of(span) - begin);
    const float share = -fonts_.proportions.underline_position;
    return size_of(span) * (has_joining_script(text) ? std::max(share, kBelowDots) : share);
}

void LineBuilder::build_carets() {
    const std::vector<std::size_t> positions = cursor_positions(layout_);
    auto position = positions.begin();
    auto placed = out_.lines_.begin();
    for (GSList* at = pango_layout_get_lines_readonly(layout_); at != nullptr; at = at->next) {
        auto* line = static_cast<PangoLayoutLine*>(at->data);
        const auto* next = at->next ? static_cast<PangoLayoutLine*>(at->next->data) : nullptr;
        // Where a line wraps, its end and the next one's start are one place: the next one's.
        const bool owns_end = next == nullptr || next->is_paragraph_start;
        const std::size_t end = line->start_index + line->length + (owns_end ? 1 : 0);
        for (; position != positions.end() && *position < end; ++position) {
            add_caret(line, *placed, *position);
        }
        ++placed;
    }
}

float LineBuilder::caret_x(PangoLayoutLine* line, const Line& placed, std::size_t byte) const {
    // Pango puts the end of every line at its right.
    const bool at_end = byte == static_cast<std::size_t>(line->start_index + line->length);
    if (at_end) return out_.right_to_left_ ? placed.left : placed.right;
    int leading = 0, trailing = 0;
    pango_layout_line_index_to_x(line, static_cast<int>(byte), FALSE, &leading);
    pango_layout_line_index_to_x(line, static_cast<int>(byte), TRUE, &trailing);
    const float x = placed.left + px(leading);
    // An alef that the font draws over its lam has no width: the two share the lam's.
    const gunichar letter = g_utf8_get_char(pango_layout_get_text(layout_) + byte);
    const bool is_first =
        out_.carets_.empty() || out_.carets_.back().rect.bottom() <= placed.baseline;
    const bool over_previous = leading == trailing && g_unichar_isalpha(letter) && !is_first;
    return over_previous ? (out_.carets_.back().rect.x + x) / 2 : x;
}

void LineBuilder::add_caret(PangoLayoutLine* line, const Line& placed, std::size_t byte) {
    const Reach reach = content_area(joined_.span_at(byte));
    out_.carets_.push_back({joined_.source_of(byte),
                            {caret_x(line, placed, byte), placed.baseline - reach.above, 0,
                             reach.above + reach.below}});
}

}  // namespace candor::text
