#pragma once
#include "screens/frame/drawing.h"

namespace candor::screens {

/// The attract screen's picture and where it stands, so that it can be decoded before the first
/// frame is drawn.
struct AttractArt {
    std::filesystem::path file;
    base::Rect rect;
};
AttractArt attract_art(const std::filesystem::path& assets, int slide, float screen_w,
                       float screen_h);

/// The frame, with what the state decides of it.
ui::Frame with_state(ui::Frame frame, const State& state);

/// Draws the screen of the state, its sheet and its keyboard, and collects what the person asked
/// for. Changes nothing. One call a frame, between Ui::begin_frame and Ui::end_frame.
void draw(const State& state, ui::Ui& ui, Intents& intents);

// One file a screen.
void draw_attract(const Drawing& at);
void draw_home(const Drawing& at);
void draw_reader(const Drawing& at);
void draw_search(const Drawing& at);
void draw_self_check(const Drawing& at);
void draw_guidance(const Drawing& at);
void draw_request(const Drawing& at);
void draw_confirmation(const Drawing& at);
void draw_out_of_order(const Drawing& at);
void draw_staff(const Drawing& at);
void draw_sheet(const Drawing& at);

}  // namespace candor::screens
