#pragma once
#include <atk/atk.h>

#include "ui/accessible.h"

namespace candor::assistive {

/// What ATK calls it (Core Accessibility API Mappings 1.2). A field whose text nobody may read is a
/// password's.
AtkRole role_of(const ui::Node& node);
/// Can text be read in it, and written?
bool is_field(const ui::Node& node);
/// Its ATK states; the caller owns the set. `window`: what can be seen.
AtkStateSet* states_of(const ui::Node& node, const base::Rect& window);

}  // namespace candor::assistive
