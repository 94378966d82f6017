#include "screens/frame/notice.h"

namespace candor::screens {

namespace {

ui::Type type_of(const Notice& spec) {
    ui::Type type = spec.type;
    type.colour = ui::Colour::ink;
    return type;
}

}  // namespace

void draw_notice_around(ui::Flow& flow, const Notice& spec,
                        const std::function<void(ui::Flow&)>& body) {
    flow.tinted(spec.ground, 32, {32, 24, 24}, [&](ui::Flow& inner) {
        ui::Ui& ui = inner.ui();
        const float icon = ui.px(40), indent = icon + ui.px(24);
        const auto& words = ui.shape(spec.words, type_of(spec), inner.width() - indent);
        const float line = words.lines().empty() ? icon : words.lines().front().bottom;
        ui.icon(spec.icon, {inner.x(), inner.y() + (line - icon) / 2, icon, icon},
                spec.icon_colour);
        inner.inset(indent, 0, body);
    });
}

void draw_notice(ui::Flow& flow, const Notice& spec) {
    draw_notice_around(flow, spec,
                       [&](ui::Flow& at) { at.text(spec.words, type_of(spec), spec.role); });
}

void draw_no_requests(ui::Flow& flow) {
    draw_notice(flow, {flow.ui().tr("request.not-now"), "staff", ui::Colour::mint, ui::Colour::teal,
                       ui::Role::status});
}

}  // namespace candor::screens
