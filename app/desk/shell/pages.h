#pragma once
#include "desk/shell/drawing.h"

namespace candor::desk {

/// Draws what the state says and collects what the person asked for. Changes nothing. One call a
/// frame, between Ui::begin_frame and Ui::end_frame.
void draw(const State& state, ui::Ui& ui, Intents& intents);

// One file a page; `area` is what the navigation leaves.
void draw_lock_screen(const Drawing& at);
/// Somebody at a kiosk would like help: a panel over the bottom of whatever is drawn.
void draw_help_call(const Drawing& at);
/// A list of folders and files over whatever is drawn.
void draw_file_picker(const Drawing& at);
float picker_row_height(const ui::Ui& ui);
/// Returns its width.
float draw_navigation(const Drawing& at);
void draw_inbox(const Drawing& at, const base::Rect& area);
void draw_packs(const Drawing& at, const base::Rect& area);
void draw_kiosks(const Drawing& at, const base::Rect& area);
void draw_counts(const Drawing& at, const base::Rect& area);

}  // namespace candor::desk
