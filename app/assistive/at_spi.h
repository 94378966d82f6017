#pragma once
#include <functional>
#include <memory>
#include <string>

#include "ui/assistant.h"

namespace candor::assistive {

/// Offers a window's accessible tree to assistive technology (Orca, a Braille display, a voice)
/// over AT-SPI, by ATK and its bridge. Those have a thread of their own, with GLib's default main
/// context, which nothing else in the program may use; the frames' thread hands copies of the tree
/// over and never waits. Where the session has no such bus, nothing is offered and nothing is said.
/// One in a process. `title` names program and window; `wake` is called on the other thread when
/// something was asked for.
std::unique_ptr<ui::Assistant> offer_to_assistive_technology(std::string title,
                                                             std::function<void()> wake);

}  // namespace candor::assistive
