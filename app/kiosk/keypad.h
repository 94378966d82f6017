#pragma once
#include <optional>

#include "pack/package/hearing.h"
#include "platform/window.h"
#include "screens/frame/intent.h"
#include "screens/frame/state.h"
#include "ui/ui.h"

namespace candor::kiosk {

/// What that key does on a keypad; nothing: it is none of its keys.
std::optional<pack::KeypadAction> action_of(const std::optional<pack::Keypad>& keypad,
                                            const platform::Event& event);

/// Carries out what needs the focus, and gives what is to be asked for. The first key of a visit
/// only says that there is speech; on the attract screen it begins the visit as well.
screens::Intents press(pack::KeypadAction action, const screens::State& state, ui::Ui& ui);

}  // namespace candor::kiosk
