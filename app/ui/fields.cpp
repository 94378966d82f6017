#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "ui/widgets.h"

namespace candor::ui {
namespace {

/// As many dots as there are characters: what the tree may say of what a person typed.
std::string masked(std::string_view text) {
    std::string dots;
    for (const char byte : text) {
        if (!base::continues_character(byte)) dots += "\u2022";
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

FieldTouched text_field(Flow& flow, const FieldSpec& spec) {
    FieldTouched out;
    Ui& ui = flow.ui();
    flow.words(ui.shape(spec.label, type::kLabel, flow.width()));
    flow.gap(12);
    const float line = ui.theme().type(38) * 1.35F;
    const base::Rect box = flow.take(std::round(line * static_cast<float>(spec.lines)) + ui.px(52));
    unsigned states = spec.focused ? kFocused : kNoState;
    if (spec.invalid) states |= kInvalid;
    if (spec.required) states |= kRequired;
    const std::string name(spec.accessible_name.empty() ? spec.label : spec.accessible_name);
    const Touched touched = ui.touchable(
        {Role::textbox, name, masked(spec.text->view()), states, kPress | kEdit, box}, spec.key);
    Canvas& canvas = ui.canvas();
    const Colour edge = spec.invalid   ? Colour::coral
                        : spec.focused ? Colour::teal
                                       : Colour::soft_ink;
    canvas.rounded(box, ui.px(28), Colour::card);
    canvas.ring(box, ui.px(28), spec.focused || spec.invalid ? ui.px(5) : ui.px(2), edge);
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
        hint.colour = Colour::soft_ink;
        const auto& shown = ui.shape(spec.hint, hint);
        canvas.paragraph(shown, in.rect.x + (spec.focused ? ui.px(14) : 0),
                         box.y + (std::min(box.h, line + ui.px(52)) - shown.height()) / 2,
                         shown.width());
    }
    if (spec.focused)
        canvas.fill({std::round(in.rect.x + caret.x - in.dx), text_y + caret.y - in.dy,
                     std::max(2.0F, ui.px(4)), caret.h},
                    Colour::teal);
    canvas.pop_clip();
    out.tapped = touched.tapped;
    if (touched.tapped)
        out.caret =
            words.byte_at({touched.at.x - in.rect.x + in.dx, touched.at.y - text_y + in.dy});
    return out;
}

}  // namespace candor::ui
