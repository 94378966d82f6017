#include <algorithm>
#include <cmath>

#include "desk/inbox/inbox_page.h"
#include "desk/shell/pages.h"

namespace candor::desk {

void draw_inbox(const Drawing& at, const base::Rect& area) {
    ui::Ui& ui = at.ui;
    const float list = std::clamp(area.w * 0.41F, ui.px(420), ui.px(520));
    const base::Rect left{area.x, area.y, std::round(list), area.h};
    const base::Rect right{left.right(), area.y, area.w - left.w, area.h};
    ui.canvas().fill(left, ui::Colour::list);
    ui.canvas().fill({left.right() - ui.px(1), left.y, ui.px(1), left.h}, ui::Colour::line);
    const ListHead head = draw_list_head(at, left);
    draw_list(at, {left.x, left.y + head.height, left.w - ui.px(1), left.h - head.height});
    draw_request(at, right);
    draw_menu(at, head.menu);
}

}  // namespace candor::desk
