#pragma once
#include "ui/accessible.h"
#include "ui/focus.h"
#include "ui/strings.h"

namespace candor::ui {

/// What is said of a node to somebody who does not see it: its name, role, value and states, and
/// where it stands among all that a key comes to: "Phone, text field, 9 characters, 4 of 12".
/// Of what was typed it says the length alone.
std::string spoken_node(const Node& node, const Focus::Position& position, const Strings& strings);

/// The node as it is told where others hear it too: without what a person typed (Node::aloud).
Node without_typed(Node node);

/// Its name, value and states alone: as part of a whole screen that is read.
std::string spoken_words_of(const Node& node, const Strings& strings);

}  // namespace candor::ui
