#pragma once
#include <atk/atk.h>

#include <functional>

#include "base/geometry.h"
#include "ui/accessible.h"
#include "ui/assistant.h"

namespace candor::assistive {

using Ask = std::function<void(ui::Asked)>;

/// What all things in a window share; it outlives them.
struct InWindow {
    base::Rect rect;     ///< of the window, its corner at {0, 0}
    base::Point corner;  ///< where that is on the display
    Ask ask;
};

/// An ATK object for a node: Component and Action, and for a field Text and EditableText. The
/// caller owns it. All of this file: on one thread.
AtkObject* new_thing(const ui::Node& node, const InWindow& window);
/// The node is now this one; listeners are told what differs.
void update(AtkObject* thing, const ui::Node& node);
/// It is a message that has just come; before its window has it.
void set_news(AtkObject* thing);
/// Which child of its parent it is.
void set_index(AtkObject* thing, int index);
const ui::Node& node_of(AtkObject* thing);
/// Its window is gone; whoever holds the object still is told nothing any more.
void set_gone(AtkObject* thing);

}  // namespace candor::assistive
