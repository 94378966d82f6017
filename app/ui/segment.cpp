#include "ui/segment.h"

#include <algorithm>

namespace candor::ui {
namespace {

constexpr float kSegmentIcon = 56, kSegmentSide = 24, kBesideIcon = 20, kSegmentMargin = 8;

/// Where the words start and how wide they may be.
struct WordsRoom {
    float x = 0, width = 0;
};

WordsRoom words_room(Ui& ui, float width, const Segment& spec) {
    const float margin = ui.px(kSegmentMargin);
    if (spec.icon.empty()) return {margin, width - 2 * margin};
    const float x = ui.px(kSegmentSide + kSegmentIcon + kBesideIcon);
    return {x, width - x - margin};
}

const text::Paragraph& words_of(Ui& ui, const Segment& spec, float room) {
    return ui.shape(spec.label, type::kLabel, room,
                    spec.icon.empty() ? text::Align::centre : text::Align::start);
}

}  // namespace

float segment_height(Ui& ui, float width, const Segment& spec) {
    const auto& words = words_of(ui, spec, words_room(ui, width, spec).width);
    return std::max(ui.px(spec.icon.empty() ? 96 : 112), words.height() + ui.px(32));
}

bool segment(Ui& ui, const base::Rect& rect, const Segment& spec) {
    const std::string name(spec.accessible_name.empty() ? spec.label : spec.accessible_name);
    const Touched touched = ui.touchable(
        {Role::radio, name, {}, spec.on ? kChecked : kNoState, kPress, rect}, spec.key);
    const bool lit = spec.on || touched.pressed;
    ui.canvas().rounded(rect, ui.px(28), lit ? Colour::mint : Colour::card);
    ui.canvas().ring(rect, ui.px(28), ui.px(spec.on ? 5 : 2),
                     spec.on ? Colour::teal : Colour::soft_ink);
    const float icon = ui.px(kSegmentIcon);
    if (!spec.icon.empty())
        ui.icon(spec.icon, {rect.x + ui.px(kSegmentSide), rect.y + (rect.h - icon) / 2, icon, icon},
                Colour::teal);
    const WordsRoom room = words_room(ui, rect.w, spec);
    const auto& words = words_of(ui, spec, room.width);
    ui.canvas().paragraph(words, rect.x + room.x, rect.y + (rect.h - words.height()) / 2,
                          room.width);
    return touched.tapped;
}

}  // namespace candor::ui
