#pragma once
#include <optional>
#include <string>
#include <vector>

#include "person.h"

// Parts of a visit that several journeys share.
namespace candor::journeys {

struct Answer {
    Role role;  ///< radio: one of them; checkbox: any of them
    const char* words;
};

/// Hair that thins slowly, and nothing else to tell.
const std::vector<Answer>& ordinary_answers();

/// Begins the self-check on the home screen, gives each answer in its turn and reaches the summary.
void answers_the_self_check(Person& person, const std::vector<Answer>& answers);

/// The reference on the confirmation, as a person would say it at the desk; nothing if none shows.
std::optional<std::string> reference_on(const ui::Tree& tree);

}  // namespace candor::journeys
