#pragma once
#include "screens/frame/intent.h"
#include "screens/frame/services.h"
#include "screens/frame/state.h"

namespace candor::screens {

/// Carries out what was asked for. The same intent twice does no harm.
void apply(State& state, Services& services, const Intent& intent);

/// In a preview: who is nowhere yet is led to the first page or question of what is being written,
/// or, where there is none, to the reader, which says what is wrong.
void open_preview(State& state, Services& services);

}  // namespace candor::screens
