#pragma once
#include <string>

#include "program_in_window.h"
#include "remains.h"

namespace candor::journeys {

/// Sends the signal, holds the program in its last moment, and lists what is left of the words in
/// its memory then: "" for nothing. "it did not end" when it does not end by itself, with 0.
std::string traced_end(ProgramInWindow& program, int signal, const Words& words);

}  // namespace candor::journeys
