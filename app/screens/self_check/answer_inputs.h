#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "screens/frame/page_frame.h"

namespace candor::screens {

/// Where the scrolled content starts, and between which y it is to be seen.
struct Sight {
    float content = 0, top = 0, bottom = 0;
};

/// A question that is being asked, and where.
struct Asking {
    const State& state;
    ui::Ui& ui;
    Intents& intents;
    const screening::Item& item;
    std::string key;  ///< of the question in the Response
    Column column;
    bool alone = true;       ///< the only question on the screen
    std::string which = {};  ///< "Sister · 2 of 3", where it is asked several times on it
    Sight sight = {};
    float heading = 0;  ///< y of the question's own words

    const std::string& language() const { return state.visit.language; }
    /// The name of something of this question, also where other questions stand beside it.
    std::string name(std::string_view what) const;
};

/// Everything that answers the question, with "I'd rather not say" and what does not fit; returns
/// its height.
float answer_input(const Asking& at, float y);
/// Of a question with several answers: there are as many as it takes.
bool is_full(const Asking& at);
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

/// Scrolls once to what is being entered, from `top` to `bottom`: with the question where there is
/// room for both, and not at all where they are in sight.
void bring_into_sight(const Asking& at, float top, float bottom);

constexpr float kRowInset = 36;  ///< of an option's mark, in its row
/// A drop-down's options as rows, for the sheet that lists them.
float option_list(const Asking& at, float y);

/// The string that names a day, a month, …; empty: the part has no name of its own.
std::string_view part_key(Part part);
/// What the keys on the screen go into: a day, a month, …, else the question, which they may cover.
std::string answering_name(const State& state, ui::Ui& ui);
// The pad in place of the keyboard, while State::on_pad().
float answer_pad_height(const State& state, ui::Ui& ui);
void draw_answer_pad(const State& state, ui::Ui& ui, Intents& intents);

}  // namespace candor::screens
