#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "screens/page_frame.h"

namespace candor::screens {

/// A question that is being asked, and where.
struct Asking {
    const State& state;
    ui::Ui& ui;
    Intents& intents;
    const screening::Item& item;
    Column column;
    bool alone = true;  ///< the only question on the screen
    float top = 0;      ///< y of the content's start, for scrolling into sight

    const std::string& language() const { return state.visit.language; }
    /// The name of something of this question, also where other questions stand beside it.
    std::string name(std::string_view what) const;
};

/// Everything that answers the question, with "I'd rather not say" and what does not fit; returns
/// its height.
float answer_input(const Asking& at, float y);
/// What to do, in one line.
std::string hint_of(const Asking& at);

// The parts of it; each returns its height.
float choices(const Asking& at, float y);
float option_rows(const Asking& at, float y);
float rather_not_say(const Asking& at, float y);
float slider_input(const Asking& at, float y);
float parts_input(const Asking& at, float y);
float typed_input(const Asking& at, float y);
float given_answers(const Asking& at, float y);

/// A drop-down's options as rows, for the sheet that lists them.
float option_list(const Asking& at, float y);

// The pad in place of the keyboard, while State::on_pad().
float answer_pad_height(const State& state, ui::Ui& ui);
void draw_answer_pad(const State& state, ui::Ui& ui, Intents& intents);

}  // namespace candor::screens
