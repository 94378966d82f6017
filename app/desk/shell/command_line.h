#pragma once
#include <optional>

#include "desk/shell/options.h"

namespace candor::desk {

struct CommandLine {
    Options options;
    std::optional<int> status;  ///< end with it now; nothing: go on
};
/// What is wrong is said to stderr, and --help to stdout.
CommandLine read_command_line(int argc, char** argv);

}  // namespace candor::desk
