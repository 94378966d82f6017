#pragma once
#include "desk/shell/intent.h"
#include "desk/shell/widgets.h"

namespace candor::desk {

/// Search, order and filters above the list; returns the place of the button whose menu is open.
base::Rect draw_list_head(const State& state, ui::Ui& ui, Intents& intents, const base::Rect& area);
/// How high that is: a line more where rows cannot be read.
float list_head_height(const State& state, const ui::Ui& ui);
/// Below it the requests; only rows that are in sight are drawn.
void draw_list(const State& state, ui::Ui& ui, Intents& intents, const base::Rect& area);
/// A row's height.
float row_height(const ui::Ui& ui);
/// The open menu of a filter below its button.
void draw_menu(const State& state, ui::Ui& ui, Intents& intents, const base::Rect& button);
/// The open request, or what to do when there is none.
void draw_request(const State& state, ui::Ui& ui, Intents& intents, const base::Rect& area);

}  // namespace candor::desk
