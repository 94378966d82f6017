#pragma once
#include <functional>
#include <string>
#include <vector>

#include "screens/frame/drawing.h"
#include "screens/self_check/steps.h"

namespace candor::screens {

/// What a step is about.
inline constexpr ui::Type kHeading{60,    text::Weight::bold,  ui::Colour::ink, 1.16F,
                                   -1.5F, text::Wrap::balanced};

/// Every question with its answer and a way to change it.
void draw_review(const Drawing& at, const std::vector<FormStep>& all);

/// A group's title wherever it stands in the step.
void draw_title_in_step(const Drawing& at, ui::Flow& flow, const FormStep& step,
                        const Piece& title);
/// A value that the form works out.
void draw_worked_out(const Drawing& at, ui::Flow& flow, const Piece& piece);
/// A text of the form.
void draw_note(const Drawing& at, ui::Flow& flow, const screening::Item& text);

/// What was answered in each repetition of a group, and draw_more_button().
void draw_repetitions(const Drawing& at, ui::Flow& flow, const FormStep& step);
/// Adds a repetition; says why it cannot, and what Next found wrong.
void draw_more_button(const Drawing& at, ui::Flow& flow, const Piece& more);

/// Runs `draw`, whose nodes tell an answer to that item: one that may have been typed, or worked
/// out of what was, is not said where others hear it.
void with_answer(const Drawing& at, const screening::Item& item, const std::function<void()>& draw);
/// What was answered to a question, or that it was not.
std::string answer_of(const State& state, const Asked& asked);

}  // namespace candor::screens
