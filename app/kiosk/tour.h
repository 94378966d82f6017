#pragma once
#include "kiosk/options.h"

namespace candor::kiosk {

/// `--screens DIR`: every screen and sheet as NAME.png and NAME.txt (its accessible tree), without
/// a display and without touching the real state folder. Returns the exit status.
int render_tour(const Options& options);

}  // namespace candor::kiosk
