#pragma once
#include "screens/frame/intent.h"
#include "ui/ui.h"

namespace candor::screens {

/// The attract screen's picture and where it stands, so that it can be decoded before the first
/// frame is drawn.
struct AttractArt {
    std::filesystem::path file;
    base::Rect rect;
};
AttractArt attract_art(const std::filesystem::path& assets, int slide, float screen_w,
                       float screen_h);

/// Draws the screen of the state, its sheet and its keyboard, and collects what the person asked
/// for. Changes nothing. One call a frame, between Ui::begin_frame and Ui::end_frame.
void draw(const State& state, ui::Ui& ui, Intents& intents);

// One file a screen.
void draw_attract(const State& state, ui::Ui& ui, Intents& intents);
void draw_home(const State& state, ui::Ui& ui, Intents& intents);
void draw_reader(const State& state, ui::Ui& ui, Intents& intents);
void draw_search(const State& state, ui::Ui& ui, Intents& intents);
void draw_self_check(const State& state, ui::Ui& ui, Intents& intents);
void draw_guidance(const State& state, ui::Ui& ui, Intents& intents);
void draw_request(const State& state, ui::Ui& ui, Intents& intents);
void draw_confirmation(const State& state, ui::Ui& ui, Intents& intents);
void draw_out_of_order(const State& state, ui::Ui& ui, Intents& intents);
void draw_staff(const State& state, ui::Ui& ui, Intents& intents);
void draw_sheet(const State& state, ui::Ui& ui, Intents& intents);

}  // namespace candor::screens
