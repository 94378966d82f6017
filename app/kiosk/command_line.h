#pragma once
#include "kiosk/options.h"

namespace candor::kiosk {

/// What is wrong is said to stderr, and --help to stdout. Where the kiosk is to run on a display,
/// what its kiosk.yaml says of that (`display`) stands for what the command line leaves open.
loop::CommandLine<Options> read_command_line(int argc, char** argv);

}  // namespace candor::kiosk
