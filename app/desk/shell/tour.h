#pragma once
#include "desk/shell/options.h"

namespace candor::desk {

/// Renders every page to NN-name.png and NN-name.txt (its accessible tree) in options.screens,
/// without a display. Returns the program's exit status.
int render_tour(const Options& options);

}  // namespace candor::desk
