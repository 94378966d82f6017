#include "ui/key_face.h"

#include <algorithm>
#include <cmath>

namespace candor::ui {
namespace {

constexpr float kHead = 132, kFoot = 36;

/// As many words of the field's name as fit beside "Done".
void field_name_text(Ui& ui, std::string_view name, float x, float y, float room) {
    Type type = type::kLabel;
    type.colour = Colour::soft_ink;
    type.size = 32 / ui.theme().text_factor();
    const auto& words = ui.shape(name, type, room, text::Align::start, 2);
    ui.canvas().paragraph(words, x, y + (ui.px(kHead) - words.height()) / 2, room);
}

}  // namespace

float key_height(Ui& ui) {
    const auto screen = static_cast<float>(ui.theme().height());
    // What is typed into has the room that is left.
    if (ui.lowered_px() > 0) return ui.px(84);
    return std::round(std::clamp(screen * 0.08F, ui.px(84), ui.px(108)));
}

float label_size(const KeyFace& face) { return face.label.size() > 4 ? 32 : 42; }

Type label_type(Ui& ui, float label_size) {
    Type type = type::kButton;
    type.weight = text::Weight::medium;
    type.size = label_size / ui.theme().text_factor();
    return type;
}

void draw_key(Ui& ui, const base::Rect& rect, const KeyFace& face, bool pressed) {
    Canvas& canvas = ui.canvas();
    const Colour ground = pressed || face.lit ? Colour::mint
                          : face.dim          ? Colour::key_dim
                                              : Colour::card;
    canvas.rounded(rect.moved(0, ui.px(3)), ui.px(18), Colour::key_edge);
    canvas.rounded(rect, ui.px(18), ground);
    canvas.ring(rect, ui.px(18), ui.px(2), Colour::edge);
    if (face.lit) canvas.ring(rect, ui.px(18), ui.px(5), Colour::teal);
    if (!face.icon.empty()) {
        const float icon = ui.px(44);
        ui.icon(face.icon, {rect.x + (rect.w - icon) / 2, rect.y + (rect.h - icon) / 2, icon, icon},
                Colour::ink);
        return;
    }
    const Type type = label_type(ui, face.label_size > 0 ? face.label_size : label_size(face));
    // ".com" keeps its dot before it, also on an Arabic keyboard.
    const bool latin = ui.right_to_left() && face.label.size() > 1 && face.label.front() == '.';
    const auto& label = ui.shape(latin ? "\u2066" + face.label + "\u2069" : face.label, type,
                                 rect.w - ui.px(8), text::Align::centre, 1);
    canvas.paragraph(label, rect.x + ui.px(4), rect.y + (rect.h - label.height()) / 2,
                     rect.w - ui.px(8));
}

KeyRoom whole_width(const Ui& ui) { return {0, static_cast<float>(ui.theme().width())}; }

base::Rect unmirrored(Ui& ui, const KeyRoom& room, const base::Rect& rect) {
    if (!ui.right_to_left()) return rect;
    return {room.x + room.right() - rect.right(), rect.y, rect.w, rect.h};
}

float panel_height(Ui& ui, int rows) {
    return ui.px(kHead) + static_cast<float>(rows) * (key_height(ui) + ui.px(kKeyGap)) +
           ui.px(kFoot);
}

KeyPanel key_panel(Ui& ui, const KeyRoom& room, float height, std::string_view field_name) {
    const auto screen_h = static_cast<float>(ui.theme().height());
    const base::Rect panel{room.x, screen_h - height, room.width, height};
    ui.canvas().rounded({panel.x, panel.y, panel.w, height + ui.px(60)}, ui.px(44),
                        Colour::keyboard);
    // The ground takes touches between keys, so that they do not reach the form below.
    ui.touchable({Role::status, std::string(field_name), {}, kNoState, kNoAction, panel},
                 kKeyPanel);
    const std::string label = ui.tr("keyboard.done");
    const float done_w = std::max(ui.px(220), ui.widest_word(label, type::kButton) + ui.px(84));
    const base::Rect done{panel.right() - ui.px(40) - done_w, panel.y + ui.px(18), done_w,
                          ui.px(96)};
    const float name_x = panel.x + ui.px(40);
    field_name_text(ui, field_name, name_x, panel.y, done.x - ui.px(40) - name_x);
    KeyPanel out{panel.y + ui.px(kHead), false};
    out.done = button(ui, done, {label, ButtonKind::primary, {}, {}, "keyboard", false});
    return out;
}

}  // namespace candor::ui
