#pragma once
#include "screens/frame/applying.h"

namespace candor::screens {

struct ApplyTakeHome : Applying {
    void operator()(const ToggleTakeReference&) const;
    void operator()(const ToggleTwoLanguages&) const;
    void operator()(const ToggleLargePrint&) const;
    void operator()(const PrintLeaflet&) const;
};

}  // namespace candor::screens
