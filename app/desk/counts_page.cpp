#include "desk/pages.h"
#include "desk/widgets.h"

namespace candor::desk {

void draw_counts(const State&, ui::Ui& ui, Intents&, const base::Rect& area) {
    ui.text(area.x + ui.px(32), area.y + ui.px(28), area.w - ui.px(64), ui.tr("navigation.counts"),
            type::kHeadline, ui::Role::heading);
}

}  // namespace candor::desk
