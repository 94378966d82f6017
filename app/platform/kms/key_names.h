#pragma once
#include <string_view>

#include "platform/window.h"

namespace candor::platform {

/// What a key of evdev (KEY_…) is. Of keys that write something nothing is known but Space: on the
/// bare panel only the glass writes.
struct PanelKey {
    Key key = Key::none;
    std::string_view name;  ///< as SDL calls it; empty as there

    bool is_known() const { return key != Key::none || !name.empty(); }
};
PanelKey panel_key(unsigned code);

}  // namespace candor::platform
