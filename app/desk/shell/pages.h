#pragma once
#include "desk/shell/intent.h"
#include "ui/ui.h"

namespace candor::desk {

/// Draws what the state says and collects what the person asked for. Changes nothing. One call a
/// frame, between Ui::begin_frame and Ui::end_frame.
void draw(const State& state, ui::Ui& ui, Intents& intents);

// One file a page; `area` is what the navigation leaves.
void draw_lock_screen(const State& state, ui::Ui& ui, Intents& intents);
/// Returns its width.
float draw_navigation(const State& state, ui::Ui& ui, Intents& intents);
void draw_inbox(const State& state, ui::Ui& ui, Intents& intents, const base::Rect& area);
void draw_packs(const State& state, ui::Ui& ui, Intents& intents, const base::Rect& area);
void draw_kiosks(const State& state, ui::Ui& ui, Intents& intents, const base::Rect& area);
void draw_counts(const State& state, ui::Ui& ui, Intents& intents, const base::Rect& area);

}  // namespace candor::desk
