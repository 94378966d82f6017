#pragma once
#include "base/log.h"

namespace candor::kiosk {

/// Never anything that a person typed.
using base::log;

}  // namespace candor::kiosk
