#pragma once
#include "kiosk/options.h"

namespace candor::kiosk {

/// What is wrong is said to stderr, and --help to stdout.
loop::CommandLine<Options> read_command_line(int argc, char** argv);

}  // namespace candor::kiosk
