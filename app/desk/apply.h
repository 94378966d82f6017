#pragma once
#include "desk/intent.h"

namespace candor::desk {

/// One small function an intent, grouped by what they touch (apply_*.cpp).
struct Apply {
    State& state;
    Services& services;

    // the shell
    void operator()(const ShowPage&) const;
    void operator()(const EditField&) const;
    void operator()(const Unlock&) const;
    void operator()(const LockNow&) const;
    void operator()(const GoBack&) const;
};

}  // namespace candor::desk
