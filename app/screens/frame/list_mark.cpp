#include "screens/frame/list_mark.h"

namespace candor::screens {

void draw_list_mark(ui::Flow& flow, int number, float indent, const ui::Type& type) {
    ui::Ui& ui = flow.ui();
    if (number > 0) {
        ui::Type strong = type;
        strong.weight = text::Weight::semibold;
        strong.colour = ui::Colour::teal;
        const auto& digits = ui.shape(std::to_string(number) + ".", strong);
        ui.canvas().paragraph(digits, flow.x() + indent - ui.px(46), flow.y(), digits.width());
        return;
    }
    const float line = ui.theme().type(type.size) * type.line_height, dot = ui.px(14);
    ui.canvas().circle({flow.x() + indent - ui.px(38), flow.y() + (line - dot) / 2, dot, dot},
                       ui::Colour::teal);
}

void draw_list_item(ui::Flow& flow, int number, const std::string& words, const ui::Type& type) {
    const float indent = flow.ui().px(52);
    draw_list_mark(flow, number, indent, type);
    flow.inset(indent, 0, [&](ui::Flow& inner) { inner.text(words, type); });
}

}  // namespace candor::screens
