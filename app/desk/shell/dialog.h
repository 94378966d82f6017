#pragma once
#include <functional>
#include <string_view>

#include "ui/flow.h"

namespace candor::desk {

struct DialogSpec {
    std::string_view name, title;
    float width = 560;  ///< units
};
/// A card in the middle of the dimmed page, which takes the tree and the keys; what is too tall
/// scrolls. How high its body is says where it starts, so the body is run muted before it is drawn.
void dialog(ui::Ui& ui, const DialogSpec& spec, const ui::Flow::Draw& body);

}  // namespace candor::desk
