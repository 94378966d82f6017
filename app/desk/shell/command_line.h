#pragma once
#include "desk/shell/options.h"

namespace candor::desk {

/// What is wrong is said to stderr, and --help to stdout.
loop::CommandLine<Options> read_command_line(int argc, char** argv);

}  // namespace candor::desk
