#pragma once
#include <vector>

#include "screens/frame/intent.h"
#include "screens/self_check/answer_inputs.h"
#include "screens/self_check/steps.h"
#include "ui/ui.h"

namespace candor::screens {

/// The step that is shown, among all.
struct Walkthrough {
    const State& state;
    ui::Ui& ui;
    Intents& intents;
    const std::vector<Step>& all;
    std::size_t here = 0;
    Column column;

    const Step& step() const { return all[here]; }
    const std::string& language() const { return state.visit.language; }
};

/// What a step is about.
inline constexpr ui::Type kHeading{60, text::Weight::bold, ui::colour::kInk, 1.16F, -1.5F};

/// Every question with its answer and a way to change it.
void draw_review(const State& state, ui::Ui& ui, Intents& intents, const std::vector<Step>& all);

/// A group's title wherever it stands in the step, and a text; each returns its height.
float title_in_step(const Walkthrough& at, const Piece& title, float y);
float note(const Walkthrough& at, const screening::Item& text, float y);

/// What was answered in each repetition of a group, and more_button(); returns its height.
float repetitions(const Walkthrough& at, const Sight& sight, float y);
/// Adds a repetition; says why it cannot, and what Next found wrong. Returns its height.
float more_button(const Walkthrough& at, const Piece& more, const Sight& sight, float y);

/// What was answered to a question, or that it was not.
std::string answer_of(const State& state, const Asked& asked);

}  // namespace candor::screens
