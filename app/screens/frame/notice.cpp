#include "screens/frame/notice.h"

namespace candor::screens {

float notice(ui::Ui& ui, const Column& column, float y, const Notice& spec) {
    const float pad = ui.px(32), above = ui.px(24), icon = ui.px(40);
    const float x = column.x + pad + icon + ui.px(24), width = column.x + column.width - pad - x;
    ui::Type type = ui::type::kSmall;
    type.colour = ui::colour::kInk;
    const auto& words = ui.shape(spec.words, type, width);
    const float height = words.height() + 2 * above;
    const float line = words.lines().empty() ? icon : words.lines().front().bottom;
    ui.canvas().rounded({column.x, y, column.width, height}, ui.px(32), spec.ground);
    ui.icon(spec.icon, {column.x + pad, y + above + (line - icon) / 2, icon, icon},
            spec.icon_colour);
    ui.text(x, y + above, width, spec.words, type, spec.role);
    return height;
}

float no_requests(ui::Ui& ui, const Column& column, float y) {
    return notice(ui, column, y,
                  {ui.tr("request.not-now"), "staff", ui::colour::kMint, ui::colour::kTeal,
                   ui::Role::status});
}

}  // namespace candor::screens
