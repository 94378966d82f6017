#include "ui/field_text.h"

#include <algorithm>
#include <cmath>

#include "base/secret_string.h"
#include "text/direction.h"

namespace candor::ui {
namespace {

text::Direction direction_of(const Ui& ui, const FieldTextSpec& spec) {
    if (spec.direction != text::Direction::from_text) return spec.direction;
    return text::first_strong_direction(spec.words, ui.right_to_left()
                                                        ? text::Direction::right_to_left
                                                        : text::Direction::left_to_right);
}

text::Paragraph shaped(Ui& ui, const FieldTextSpec& of, float room) {
    text::ParagraphSpec spec;
    spec.spans.push_back({std::string(of.words), of.style, -1, {}});
    spec.width_px = of.many_lines ? room : 0;
    spec.line_height = of.line_height;
    spec.direction = direction_of(ui, of);
    spec.language = ui.strings().language();
    text::Paragraph out = ui.shape_editable(spec);
    base::wipe(spec.spans.front().text);
    return out;
}

}  // namespace

FieldText::FieldText(Ui& ui, const base::Rect& inside, const FieldTextSpec& spec)
    : ui_(ui), inside_(inside), paragraph_(shaped(ui, spec, inside.w)) {
    width_ = spec.many_lines ? inside.w : std::max(paragraph_.width(), 1.0F);
    const base::Rect caret = paragraph_.caret_rect(spec.caret);
    if (spec.many_lines) {
        top_ = -std::max(0.0F, caret.bottom() - inside.h);
    } else {
        top_ = (inside.h - paragraph_.height()) / 2;
        left_ = origin(caret);
    }
}

/// Where a line of text begins: at its own side of the box, or, where it is longer than the box,
/// so that the caret is in sight.
float FieldText::origin(const base::Rect& caret) const {
    const float edge = ui_.px(6);
    const bool fits = width_ + edge <= inside_.w;
    if (paragraph_.right_to_left()) {
        const float at_right = inside_.w - width_;
        return fits ? at_right : std::max(at_right, edge - caret.x);
    }
    return fits ? 0 : -std::max(0.0F, caret.x + edge - inside_.w);
}

base::Rect FieldText::place(const base::Rect& r) const {
    const float left = left_ + r.x, y = inside_.y + top_ + r.y;
    const float x = ui_.right_to_left() ? inside_.right() - left - r.w : inside_.x + left;
    return {x, y, r.w, r.h};
}

void FieldText::paint() const {
    const base::Rect box = place({0, 0, width_, paragraph_.height()});
    ui_.canvas().paragraph(paragraph_, box.x, box.y, box.w);
}

base::Rect FieldText::caret(std::size_t byte, float width_px) const {
    base::Rect caret = paragraph_.caret_rect(byte);
    caret.x = std::round(caret.x - (paragraph_.right_to_left() ? width_px : 0));
    caret.w = width_px;
    return place(caret);
}

std::size_t FieldText::byte_at(base::Point point) const {
    const float x = ui_.right_to_left() ? inside_.right() - point.x : point.x - inside_.x;
    return paragraph_.byte_at({x - left_, point.y - inside_.y - top_});
}

}  // namespace candor::ui
