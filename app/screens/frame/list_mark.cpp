#include "screens/frame/list_mark.h"

#include <algorithm>
#include <cmath>

namespace candor::screens {

float list_indent(ui::Ui& ui) { return std::round(ui.px(52) * ui.theme().text_factor()); }

void draw_list_mark(ui::Flow& flow, int number, float indent, const ui::Type& type) {
    ui::Ui& ui = flow.ui();
    const auto grown = [&](float units) {
        return std::round(ui.px(units) * ui.theme().text_factor());
    };
    if (number > 0) {
        ui::Type strong = type;
        strong.weight = text::Weight::semibold;
        strong.colour = ui::Colour::teal;
        const auto& digits = ui.shape(std::to_string(number) + ".", strong);
        const float hangs = std::max(grown(46), digits.width() + ui.px(8));
        ui.canvas().paragraph(digits, flow.x() + indent - hangs, flow.y(), digits.width());
        return;
    }
    const float line = ui.theme().type(type.size) * type.line_height, dot = grown(14);
    ui.canvas().circle({flow.x() + indent - grown(38), flow.y() + (line - dot) / 2, dot, dot},
                       ui::Colour::teal);
}

void draw_list_item(ui::Flow& flow, int number, const std::string& words, const ui::Type& type) {
    const float indent = list_indent(flow.ui());
    draw_list_mark(flow, number, indent, type);
    flow.inset(indent, 0, [&](ui::Flow& inner) { inner.text(words, type); });
}

}  // namespace candor::screens
