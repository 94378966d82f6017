#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"

namespace candor::screens {

void draw_out_of_order(const State& state, ui::Ui& ui, Intents& intents) {
    const Column column = content_column(ui);
    const float top = top_bar(state, ui, intents, {});
    const bool takes_requests = state.kiosk.takes_requests;
    const Footer ask{{}, takes_requests ? ui.tr("guidance.ask") : std::string(), "back", "phone"};
    const auto screen_h = static_cast<float>(ui.theme().height());
    const float bottom = takes_requests ? screen_h - footer_height(ui, ask) : screen_h;
    scrolling_body(ui, top, bottom, [&](float y) {
        const float size = ui.px(200), icon = ui.px(100), middle = column.x + column.width / 2;
        y += (bottom - top) * (ui.theme().landscape() ? 0.08F : 0.2F);
        ui.canvas().circle({middle - size / 2, y, size, size}, ui::colour::kMint);
        ui.icon("staff", {middle - icon / 2, y + (size - icon) / 2, icon, icon}, ui::colour::kTeal);
        y += size + ui.px(48);
        y += ui.text(column.x, y, column.width, ui.tr("out-of-order.title"), ui::type::kHeadline,
                     ui::Role::heading, text::Align::centre) +
             ui.px(20);
        return y + ui.text(column.x, y, column.width, ui.tr("out-of-order.lead"), ui::type::kLead,
                           ui::Role::paragraph, text::Align::centre);
    });
    if (takes_requests && footer(ui, ask) == FooterTap::next) intents.push_back(OpenRequest{});
}

}  // namespace candor::screens
