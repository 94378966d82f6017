#pragma once
#include <string>
#include <vector>

#include "screens/frame/state.h"
#include "screens/self_check/steps.h"

namespace candor::screens {

// What is entered to the step's questions, and how it becomes answers. Questions are named by their
// keys; one that is gone is passed over.

/// The question of that key; nullptr: there is none (any more).
const screening::Item* asked_item(const State& state, const std::string& key);
/// screening::problems(), with the limits that other answers set.
std::vector<std::string> answer_problems(const State& state, const screening::Item& item,
                                         const std::string& key,
                                         const std::vector<screening::Value>& values);
/// The steps as the answers are now; none when there is no self-check (any more).
std::vector<FormStep> all_steps(const State& state);

/// A draft for every question of the step that can be entered and has none yet.
void prepare_drafts(State& state);

/// Makes an answer of what was entered. False, and nothing lost, where it does not fit.
bool take_draft(State& state, const std::string& key);
bool take_drafts(State& state);
/// Somebody turns to the question `next` (empty: to none): what is entered elsewhere becomes an
/// answer, or says why not.
void leave_answer(State& state, const std::string& next);
/// A question was answered without the keys. What was entered to another one becomes its answer.
void put_keys_away(State& state, const std::string& answered);
/// After a key: the complaint is old, and so is "I'd rather not say". Of an open-choice with one
/// answer, what is typed takes the place of what was chosen.
void answer_typed(State& state);
/// Into a number or a year, whose end is where one types; a second minus takes the first back.
/// False: nothing was typed.
bool type_digits(State& state, const std::string& typed);

/// A question that was asked and then not any more is a new one when it comes up again.
void forget_asked(Answering& check, const std::vector<FormStep>& now);
/// Answers to what is not asked any more, as the others are now, are dropped.
void drop_disabled(State& state);

}  // namespace candor::screens
