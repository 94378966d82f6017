#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace candor::ui {
namespace {

/// As many dots as there are characters: what the tree may say of what a person typed.
std::string masked(std::string_view text) {
    std::string dots;
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) dots += "\u2022";
    }
    return dots;
}

text::ParagraphSpec field_spec(Ui& ui, std::string_view words, const Type& type, float width) {
    text::ParagraphSpec spec;
    spec.spans.push_back({std::string(words), ui.style(type), -1, {}});
    spec.width_px = width;
    spec.line_height = 1.35F;
    spec.language = ui.strings().language();
    return spec;
}

struct Inside {
    base::Rect rect;  ///< where the text may be
    float dx = 0, dy = 0;
};

/// Scrolls a field's text so that the caret stays in sight.
Inside inside_of(Ui& ui, const base::Rect& box, const FieldSpec& spec, const base::Rect& caret) {
    Inside in{{box.x + ui.px(36), box.y + ui.px(20), box.w - ui.px(72), box.h - ui.px(40)}, 0, 0};
    if (spec.lines == 1) in.dx = std::max(0.0F, caret.x + ui.px(6) - in.rect.w);
    if (spec.lines > 1) in.dy = std::max(0.0F, caret.bottom() - in.rect.h);
    return in;
}

}  // namespace

FieldTouched text_field(Ui& ui, float x, float y, float width, const FieldSpec& spec) {
    FieldTouched out;
    float top = y;
    Type label_type = type::kLabel;
    const auto& label = ui.shape(spec.label, label_type, width);
    ui.canvas().paragraph(label, x, top, width);
    top += label.height() + ui.px(12);
    const float line = ui.theme().type(38) * 1.35F;
    const base::Rect box{x, top, width,
                         std::round(line * static_cast<float>(spec.lines)) + ui.px(52)};
    unsigned states = spec.focused ? kFocused : kNoState;
    if (spec.invalid) states |= kInvalid;
    if (spec.required) states |= kRequired;
    const Touched touched = ui.touchable({Role::textbox, std::string(spec.label),
                                          masked(spec.text->view()), states, kPress | kEdit, box},
                                         spec.key);
    Canvas& canvas = ui.canvas();
    const base::Rgba edge = spec.invalid   ? colour::kCoral
                            : spec.focused ? colour::kTeal
                                           : colour::kSoftInk;
    canvas.rounded(box, ui.px(28), colour::kCard);
    canvas.ring(box, ui.px(28), spec.focused || spec.invalid ? ui.px(5) : ui.px(2), edge);
    out.height = box.bottom() - y;
    if (ui.canvas().muted()) return out;

    const auto spec_of_text =
        field_spec(ui, spec.text->view(), type::kBody, spec.lines > 1 ? box.w - ui.px(72) : 0);
    text::Paragraph words = ui.shape_editable(spec_of_text);
    const base::Rect caret = words.caret_rect(spec.caret);
    const Inside in = inside_of(ui, box, spec, caret);
    const float text_y = spec.lines > 1 ? in.rect.y : box.y + (box.h - words.height()) / 2;
    canvas.push_clip({box.x + ui.px(30), box.y + ui.px(6), box.w - ui.px(60), box.h - ui.px(12)});
    canvas.paragraph(words, in.rect.x - in.dx, text_y - in.dy, std::max(words.width(), 1.0F));
    if (spec.text->empty() && !spec.hint.empty()) {
        Type hint = type::kBody;
        hint.colour = colour::kSoftInk;
        const auto& shown = ui.shape(spec.hint, hint);
        canvas.paragraph(shown, in.rect.x + (spec.focused ? ui.px(14) : 0),
                         box.y + (std::min(box.h, line + ui.px(52)) - shown.height()) / 2,
                         shown.width());
    }
    if (spec.focused)
        canvas.fill({std::round(in.rect.x + caret.x - in.dx), text_y + caret.y - in.dy,
                     std::max(2.0F, ui.px(4)), caret.h},
                    colour::kTeal);
    canvas.pop_clip();
    out.tapped = touched.tapped;
    if (touched.tapped)
        out.caret =
            words.byte_at({touched.at.x - in.rect.x + in.dx, touched.at.y - text_y + in.dy});
    return out;
}

namespace {

float picture_height(Ui& ui, float width) { return std::min(width * 0.72F, ui.px(300)); }

}  // namespace

float choice_height(Ui& ui, float width, const Choice& spec) {
    const float side = spec.picture.empty() ? ui.px(112) : ui.px(24);
    Type type = type::kLabel;
    type.size = 34;
    const auto& label = ui.shape(spec.label, type, width - side - ui.px(24), text::Align::start);
    const float words = label.height() + ui.px(52);
    if (spec.picture.empty()) return std::max(ui.px(116), words);
    return words + picture_height(ui, width - ui.px(48)) + ui.px(24);
}

bool choice(Ui& ui, const base::Rect& rect, const Choice& spec) {
    const Role role = spec.many ? Role::checkbox : Role::radio;
    const Touched touched = ui.touchable(
        {role, std::string(spec.label), {}, spec.selected ? kChecked : kNoState, kPress, rect},
        spec.key);
    Canvas& canvas = ui.canvas();
    card(ui, rect, touched.pressed ? colour::kMint : colour::kCard);
    if (spec.selected) canvas.ring(rect, ui.px(36), ui.px(6), colour::kTeal);
    Type type = type::kLabel;
    type.size = 34;
    const float mark = ui.px(56);
    if (spec.picture.empty()) {
        const base::Rect at{rect.x + ui.px(32), rect.y + (rect.h - mark) / 2, mark, mark};
        const float radius = spec.many ? ui.px(16) : mark / 2;
        canvas.rounded(at, radius, spec.selected ? colour::kTeal : colour::kCard);
        if (!spec.selected) canvas.ring(at, radius, ui.px(4), colour::kSoftInk);
        if (spec.selected) ui.icon("check", at.inset(ui.px(12)), colour::kOnTeal);
        const float room = rect.w - ui.px(136);
        const auto& label = ui.shape(spec.label, type, room, text::Align::start);
        canvas.paragraph(label, at.right() + ui.px(24), rect.y + (rect.h - label.height()) / 2,
                         room);
        return touched.tapped;
    }
    const float room = rect.w - ui.px(48);
    const auto& label = ui.shape(spec.label, type, room, text::Align::centre);
    const float picture = rect.h - label.height() - ui.px(76);
    ui.picture(spec.picture, {rect.x + ui.px(24), rect.y + ui.px(24), room, picture}, 0,
               paint::Fit::contain, spec.alt, {0, 0, 0, 0});
    canvas.paragraph(label, rect.x + ui.px(24), rect.bottom() - label.height() - ui.px(28), room);
    if (spec.selected) {
        const base::Rect at{rect.right() - mark - ui.px(22), rect.y + ui.px(22), mark, mark};
        canvas.rounded(at, mark / 2, colour::kTeal);
        ui.icon("check", at.inset(ui.px(13)), colour::kOnTeal);
    }
    return touched.tapped;
}

}  // namespace candor::ui
