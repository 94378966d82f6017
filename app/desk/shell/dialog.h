#pragma once
#include <functional>
#include <string_view>

#include "ui/ui.h"

namespace candor::desk {

struct DialogSpec {
    std::string_view name, title;
    float width = 560;  ///< units
};
/// Draws at x, y and a width, and returns its height; it is first run muted to measure.
using DialogBody = std::function<float(float x, float y, float width)>;
/// A card over the dimmed page, which takes the tree and the keys; what is too tall scrolls.
void dialog(ui::Ui& ui, const DialogSpec& spec, const DialogBody& body);

}  // namespace candor::desk
