#include "desk/shell/dialog.h"

#include <algorithm>
#include <cmath>

#include "desk/shell/widgets.h"

namespace candor::desk {

void dialog(ui::Ui& ui, const DialogSpec& spec, const ui::Flow::Draw& body) {
    const auto screen_w = static_cast<float>(ui.theme().width());
    const auto screen_h = static_cast<float>(ui.theme().height());
    const float pad = ui.px(28), width = std::min(ui.px(spec.width), screen_w - ui.px(80));
    const float inner = width - 2 * pad;
    const float head = ui.shape(spec.title, type::kTitle, inner).height() + ui.px(16);
    ui::Flow measured(ui, 0, 0, inner);
    ui.measure([&] { body(measured); });
    // Whole pixels: what is short of room by a rounding alone does not scroll.
    const float height =
        std::min(std::ceil(head + measured.height() + 2 * pad), screen_h - ui.px(40));
    const base::Rect card{std::round((screen_w - width) / 2), std::round((screen_h - height) / 2),
                          width, height};
    ui.begin_modal(spec.name);
    ui.canvas().fill({0, 0, screen_w, screen_h}, ui::Colour::scrim);
    ui.canvas().shadow(card, ui.px(20), ui.px(40), ui.px(10), ui::Colour::shadow_dialog);
    ui.canvas().rounded(card, ui.px(20), ui::Colour::card);
    ui.node({ui::Role::dialog, std::string(spec.title), {}, ui::kNoState, ui::kNoAction, card});
    ui.text(card.x + pad, card.y + pad, inner, spec.title, type::kTitle, ui::Role::heading);
    const base::Rect view{card.x, card.y + pad + head, width, height - head - 2 * pad};
    ui::scroll(ui, {"dialog", view, card.x + pad, inner, 0}, body);
}

}  // namespace candor::desk
