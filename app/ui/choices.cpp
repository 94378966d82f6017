#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace candor::ui {
namespace {

/// Two rows of pictures with their words fit on a wide screen.
float picture_height(Ui& ui, float width) {
    return std::min(width * 0.72F, ui.px(ui.theme().landscape() ? 240 : 300));
}

Touched touch_choice(Ui& ui, Role role, const base::Rect& rect, const Choice& spec) {
    const std::string name(spec.accessible_name.empty() ? spec.label : spec.accessible_name);
    const unsigned states = spec.selected ? kChecked : kNoState;
    return ui.touchable({role, name, {}, states, kPress, rect}, spec.key);
}

void draw_mark(Ui& ui, const base::Rect& at, const Choice& spec) {
    const bool square = spec.mark == Mark::as_role ? spec.many : spec.mark == Mark::square;
    const float radius = square ? ui.px(16) : at.w / 2;
    if (spec.selected && spec.wrong) {
        ui.canvas().ring(at, radius, ui.px(5), Colour::brown);
        return ui.canvas().circle(at.inset(at.w / 4), Colour::brown);
    }
    ui.canvas().rounded(at, radius, spec.selected ? Colour::teal : Colour::card);
    if (!spec.selected) ui.canvas().ring(at, radius, ui.px(4), Colour::soft_ink);
    if (spec.selected) ui.icon("check", at.inset(ui.px(12)), Colour::on_teal);
}

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
    const Touched touched = touch_choice(ui, role, rect, spec);
    Canvas& canvas = ui.canvas();
    card(ui, rect, touched.pressed ? Colour::mint : Colour::card);
    if (spec.selected)
        canvas.ring(rect, ui.px(36), ui.px(6), spec.wrong ? Colour::brown : Colour::teal);
    Type type = type::kLabel;
    type.size = 34;
    const float mark = ui.px(56);
    if (spec.picture.empty()) {
        const base::Rect at{rect.x + ui.px(32), rect.y + (rect.h - mark) / 2, mark, mark};
        draw_mark(ui, at, spec);
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
               paint::Fit::contain, spec.alt, Colour::none);
    canvas.paragraph(label, rect.x + ui.px(24), rect.bottom() - label.height() - ui.px(28), room);
    if (spec.selected) {
        draw_mark(ui, {rect.right() - mark - ui.px(22), rect.y + ui.px(22), mark, mark}, spec);
    }
    return touched.tapped;
}

bool choice(Flow& flow, const Choice& spec) {
    const float height = choice_height(flow.ui(), flow.width(), spec);
    return choice(flow.ui(), flow.take(height), spec);
}

bool choice_row(Flow& flow, const Choice& spec) {
    Ui& ui = flow.ui();
    const float room = flow.width() - ui.px(168);
    const auto& label = ui.shape(spec.label, type::kOption, room);
    const base::Rect rect = flow.take(std::max(ui.px(108), label.height() + ui.px(44)));
    const Role role = spec.many ? Role::checkbox : Role::radio;
    const Touched touched = touch_choice(ui, role, rect, spec);
    if (spec.selected || touched.pressed)
        ui.canvas().rounded(rect.inset(ui.px(8)), ui.px(28), Colour::mint);
    const float mark = ui.px(56);
    draw_mark(ui, {rect.x + ui.px(36), rect.y + (rect.h - mark) / 2, mark, mark}, spec);
    const float x = rect.x + ui.px(36 + 56 + 28);
    ui.canvas().paragraph(label, x, rect.y + (rect.h - label.height()) / 2, room);
    return touched.tapped;
}

bool combobox(Flow& flow, const Choice& spec) {
    Ui& ui = flow.ui();
    const float icon = ui.px(48), pad = ui.px(36), room = flow.width() - 3 * pad - icon;
    Type type = type::kBody;
    if (!spec.selected) type.colour = Colour::soft_ink;
    const auto& label = ui.shape(spec.label, type, room);
    const base::Rect box = flow.take(std::max(ui.px(120), label.height() + ui.px(52)));
    const std::string value(spec.selected ? spec.label : std::string_view{});
    const Touched touched = ui.touchable(
        {Role::combobox, std::string(spec.accessible_name), value, kNoState, kPress, box},
        spec.key);
    ui.canvas().rounded(box, ui.px(28), touched.pressed ? Colour::mint : Colour::card);
    ui.canvas().ring(box, ui.px(28), ui.px(2), Colour::soft_ink);
    ui.canvas().paragraph(label, box.x + pad, box.y + (box.h - label.height()) / 2, room);
    ui.icon("down", {box.right() - pad - icon, box.y + (box.h - icon) / 2, icon, icon},
            Colour::deep_teal);
    return touched.tapped;
}

}  // namespace candor::ui
