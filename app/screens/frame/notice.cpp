#include "screens/frame/notice.h"

namespace candor::screens {

void draw_notice(ui::Flow& flow, const Notice& spec) {
    ui::Type type = ui::type::kSmall;
    type.colour = ui::Colour::ink;
    flow.tinted(spec.ground, 32, {32, 24, 24}, [&](ui::Flow& inner) {
        ui::Ui& ui = inner.ui();
        const float icon = ui.px(40), indent = icon + ui.px(24);
        const auto& words = ui.shape(spec.words, type, inner.width() - indent);
        const float line = words.lines().empty() ? icon : words.lines().front().bottom;
        ui.icon(spec.icon, {inner.x(), inner.y() + (line - icon) / 2, icon, icon},
                spec.icon_colour);
        inner.inset(indent, 0, [&](ui::Flow& at) { at.text(spec.words, type, spec.role); });
    });
}

void draw_no_requests(ui::Flow& flow) {
    draw_notice(flow, {flow.ui().tr("request.not-now"), "staff", ui::Colour::mint, ui::Colour::teal,
                       ui::Role::status});
}

}  // namespace candor::screens
