#include "desk/shell/own_direction.h"

#include "text/direction.h"

namespace candor::desk {

using text::Align;
using text::Direction;

Align aligned(const ui::Ui& ui, Direction direction, Align align) {
    const bool same = (direction == Direction::right_to_left) == ui.right_to_left();
    if (same || align == Align::centre) return align;
    return align == Align::start ? Align::end : Align::start;
}

const text::Paragraph& shape_in(ui::Ui& ui, Direction direction, std::string_view words,
                                const ui::Type& type, float width, Align align, int max_lines) {
    text::ParagraphSpec spec;
    spec.spans.push_back({std::string(words), ui.style(type), -1, {}});
    spec.width_px = width;
    spec.align = aligned(ui, direction, align);
    spec.direction = direction;
    spec.line_height = type.line_height;
    spec.max_lines = max_lines;
    spec.language = ui.strings().language();
    return ui.shape(spec);
}

const text::Paragraph& shape_own(ui::Ui& ui, std::string_view words, const ui::Type& type,
                                 float width, Align align) {
    return shape_in(ui, text::first_strong_direction(words), words, type, width, align);
}

void registered(ui::Flow& flow, const text::Paragraph& paragraph, std::string_view words,
                ui::Role role) {
    const base::Rect rect = flow.take(paragraph.height());
    flow.ui().canvas().paragraph(paragraph, rect.x, rect.y, rect.w);
    flow.ui().node({role, std::string(words), {}, ui::kNoState, ui::kNoAction, rect});
}

void own_text(ui::Flow& flow, std::string_view words, const ui::Type& type, ui::Role role) {
    registered(flow, shape_own(flow.ui(), words, type, flow.width()), words, role);
}

}  // namespace candor::desk
