#pragma once
#include "desk/shell/drawing.h"

namespace candor::desk {

/// Search, order and filters above the list.
struct ListHead {
    float height = 0;
    base::Rect menu;  ///< the place of the button whose menu is open
};
ListHead draw_list_head(const Drawing& at, const base::Rect& area);
/// The requests; only rows that are in sight are drawn.
void draw_list(const Drawing& at, const base::Rect& area);
/// A row's height.
float row_height(const ui::Ui& ui);
/// The open menu of a filter below its button.
void draw_menu(const Drawing& at, const base::Rect& button);
/// The open request, or what to do when there is none.
void draw_request(const Drawing& at, const base::Rect& area);
/// The head of its page.
void draw_request_head(const Drawing& at, ui::Flow& flow, const Entry& entry);
/// When something happened, as pages say it.
std::string moment_of(const Drawing& at, std::int64_t seconds, Known known = Known::to_the_second);

}  // namespace candor::desk
