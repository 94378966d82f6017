#pragma once
#include "screens/frame/apply.h"

namespace candor::screens {

/// What intents are carried out upon. Each sub-room has a struct of its own on top of it, with one
/// small function an intent (apply_*.h); frame/apply.cpp puts them together.
struct Applying {
    State& state;
    Services& services;

    /// Another screen, from its top; sheet and keys are gone.
    void show(Screen screen) const;
    /// Carries out another intent, of whichever room.
    void ask(const Intent& intent) const { apply(state, services, intent); }
};

}  // namespace candor::screens
