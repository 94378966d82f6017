#include "desk/shell/column_page.h"

#include <algorithm>

#include "desk/shell/widgets.h"
#include "ui/fault_text.h"

namespace candor::desk {

void column_page(ui::Ui& ui, const base::Rect& area, const ColumnPage& page,
                 const ui::Flow::Draw& body) {
    ui.canvas().fill(area, ui::Colour::list);
    const float width = std::min(area.w - ui.px(64), ui.px(page.most_units));
    ui::scroll(ui, {page.key, area, area.x + ui.px(32), width, page.below_units},
               [&](ui::Flow& flow) {
                   flow.gap(28);
                   flow.heading(page.title, type::kHeadline);
                   body(flow);
               });
}

void say_fault(ui::Flow& flow, const base::Fault& fault) {
    flow.text(ui::fault_text(fault, flow.ui().strings(), "trouble."),
              in(type::kBody, ui::Colour::brown), ui::Role::alert);
}

}  // namespace candor::desk
