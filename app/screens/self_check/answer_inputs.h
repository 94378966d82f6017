#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "screens/frame/page_frame.h"

namespace candor::screens {

/// A question that is being asked.
struct Question {
    const screening::Item& item;
    std::string key;         ///< of the question in the Response
    bool alone = true;       ///< the only question on the screen
    std::string which = {};  ///< "Sister · 2 of 3", where it is asked several times on it
    float words_y = 0;       ///< where its own words stand
    bool in_table = false;   ///< its choices stand beside each other

    /// The name of something of this question, also where other questions stand beside it.
    std::string name(const Drawing& at, std::string_view what) const;
};

/// Everything that answers the question, with "I'd rather not say" and what does not fit.
void draw_answer_input(const Drawing& at, ui::Flow& flow, const Question& question);
/// Of a question with several answers: there are as many as it takes.
bool is_full(const State& state, const Question& question);
/// A list that is searched rather than looked through.
bool is_long_list(const screening::Item& item);
/// Among its own answers there is one for who would rather not say.
bool declines_itself(const screening::Item& item);
/// "I'd rather not say" stands beside its choices, in a table, and not below them.
bool declines_in_table(const Question& question);
/// What to do and what is asked for, in a line or two; empty: the choices say it, in a table.
std::string hint_of(const Drawing& at, const Question& question);

// The parts of it.
void draw_choices(const Drawing& at, ui::Flow& flow, const Question& question);
void draw_option_rows(const Drawing& at, ui::Flow& flow, const Question& question);
void draw_rather_not_say(const Drawing& at, ui::Flow& flow, const Question& question);

/// Scrolls once to what is being entered, from `top` to `bottom`: with the question where there is
/// room for both, and not at all where they are in sight.
void bring_into_sight(const Drawing& at, const Question& question, float top, float bottom);

/// The string that names a day, a month, …; empty: the part has no name of its own.
std::string_view part_key(Part part);
/// What the keys on the screen go into: a day, a month, …, else the question, which they may cover.
std::string answering_name(const State& state, ui::Ui& ui);
// The pad in place of the keyboard, while State::on_pad().
float answer_pad_height(const State& state, ui::Ui& ui);
void draw_answer_pad(const Drawing& at);

}  // namespace candor::screens
