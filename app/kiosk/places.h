#pragma once
#include "kiosk/options.h"

namespace candor::kiosk {

/// Where things lie when the command line does not say: beside the program in a build tree
/// (BUILD/bin, with the sources' content and assets), else in /usr/share/candor and
/// /var/lib/candor.
Options default_places();

}  // namespace candor::kiosk
