#pragma once
#include "pack/package/progress.h"

namespace candor::ctl {

/// Shows per cents on standard error while a long task runs, if a person is looking. Ctrl-C is left
/// alone: it ends the program, which loses nothing.
pack::Progress progress_line(const char* what);

}  // namespace candor::ctl
