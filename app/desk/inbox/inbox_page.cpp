#include <algorithm>

#include "desk/inbox/inbox_page.h"
#include "desk/shell/pages.h"

namespace candor::desk {

void draw_inbox(const State& state, ui::Ui& ui, Intents& intents, const base::Rect& area) {
    const float list = std::clamp(area.w * 0.41F, ui.px(420), ui.px(520));
    const base::Rect left{area.x, area.y, std::round(list), area.h};
    const base::Rect right{left.right(), area.y, area.w - left.w, area.h};
    ui.canvas().fill(left, ui::Colour::list);
    ui.canvas().fill({left.right() - ui.px(1), left.y, ui.px(1), left.h}, ui::Colour::line);
    const base::Rect chip = draw_list_head(state, ui, intents, left);
    draw_list(state, ui, intents, left);
    draw_request(state, ui, intents, right);
    draw_menu(state, ui, intents, chip);
}

}  // namespace candor::desk
