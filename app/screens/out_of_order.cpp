#include "screens/page_frame.h"
#include "screens/screens.h"

namespace candor::screens {

void draw_out_of_order(const State& state, ui::Ui& ui, Intents& intents) {
    static_cast<void>(state);
    static_cast<void>(intents);
    const Column column = content_column(ui);
    const float size = ui.px(200), middle = column.x + column.width / 2;
    float y = static_cast<float>(ui.theme().height()) * 0.28F;
    ui.canvas().circle({middle - size / 2, y, size, size}, ui::colour::kMint);
    const float icon = ui.px(100);
    ui.icon("staff", {middle - icon / 2, y + (size - icon) / 2, icon, icon}, ui::colour::kTeal);
    y += size + ui.px(48);
    y += ui.text(column.x, y, column.width, ui.tr("out-of-order.title"), ui::type::kHeadline,
                 ui::Role::heading, text::Align::centre) +
         ui.px(20);
    ui.text(column.x, y, column.width, ui.tr("out-of-order.lead"), ui::type::kLead,
            ui::Role::paragraph, text::Align::centre);
}

}  // namespace candor::screens
