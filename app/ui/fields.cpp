#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "ui/field_text.h"
#include "ui/phone_groups.h"
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

bool is_full(const base::SecretString& text) {
    constexpr std::size_t kLetterBytes = 4;
    return text.size() + kLetterBytes > text.capacity();
}

/// What stands below the box: why it is not right, that nothing more fits, or what helps.
void words_below(Flow& flow, const FieldSpec& spec) {
    const bool full = spec.focused && !spec.full.empty() && is_full(*spec.text);
    const std::string_view words = !spec.problem.empty() ? spec.problem
                                   : full                ? spec.full
                                                         : spec.help;
    if (words.empty()) return;
    const bool wrong = !spec.problem.empty() || full;
    flow.gap(10);
    flow.text(words, wrong ? type::kWrong : type::kSmall, wrong ? Role::alert : Role::paragraph);
}

void draw_hint(Ui& ui, const base::Rect& inside, const FieldSpec& spec) {
    Type hint = type::kBody;
    hint.colour = Colour::soft_ink;
    const auto& shown = ui.shape(spec.hint, hint);
    const float line = ui.theme().type(38) * 1.35F;
    ui.canvas().paragraph(shown, inside.x + (spec.focused ? ui.px(14) : 0),
                          inside.y + (std::min(inside.h, line) - shown.height()) / 2,
                          shown.width());
}

}  // namespace

FieldTouched text_field(Flow& flow, const FieldSpec& spec) {
    FieldTouched out;
    Ui& ui = flow.ui();
    flow.words(ui.shape(spec.label, type::kLabel, flow.width()));
    flow.gap(12);
    const float line = ui.theme().type(38) * 1.35F;
    const base::Rect box = flow.take(std::round(line * static_cast<float>(spec.lines)) + ui.px(52));
    const bool invalid = spec.invalid || !spec.problem.empty();
    unsigned states = spec.focused ? kFocused : kNoState;
    if (invalid) states |= kInvalid;
    if (spec.required) states |= kRequired;
    const std::string name(spec.accessible_name.empty() ? spec.label : spec.accessible_name);
    const Touched touched = ui.touchable(
        {Role::textbox, name, masked(spec.text->view()), states, kPress | kEdit, box}, spec.key);
    words_below(flow, spec);
    Canvas& canvas = ui.canvas();
    const Colour edge = invalid ? Colour::coral : spec.focused ? Colour::teal : Colour::soft_ink;
    canvas.rounded(box, ui.px(28), Colour::card);
    canvas.ring(box, ui.px(28), spec.focused || invalid ? ui.px(5) : ui.px(2), edge);
    out.box = box;
    if (canvas.muted()) return out;

    const base::Rect inside{box.x + ui.px(36), box.y + ui.px(20), box.w - ui.px(72),
                            box.h - ui.px(40)};
    const GroupedPhone phone(spec.phone ? spec.text->view() : "", spec.country);
    const std::string_view words = spec.phone ? phone.shown() : spec.text->view();
    const std::size_t at = spec.phone ? phone.shown_at(spec.caret) : spec.caret;
    const FieldText text(ui, inside,
                         {words, ui.style(type::kBody), 1.35F, spec.lines > 1, spec.direction, at});
    canvas.push_clip({box.x + ui.px(30), box.y + ui.px(6), box.w - ui.px(60), box.h - ui.px(12)});
    text.paint();
    if (spec.text->empty() && !spec.hint.empty()) draw_hint(ui, inside, spec);
    if (spec.focused) canvas.fill(text.caret(at, std::max(2.0F, ui.px(4))), Colour::teal);
    canvas.pop_clip();
    out.tapped = touched.tapped;
    if (!touched.tapped) return out;
    const std::size_t byte = text.byte_at(touched.at);
    out.caret = spec.phone ? phone.typed_at(byte) : byte;
    return out;
}

}  // namespace candor::ui
