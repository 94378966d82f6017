#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "screens/self_check/advice.h"

namespace candor::screens {

void draw_out_of_order(const Drawing& at) {
    ui::Ui& ui = at.ui;
    const float top = draw_top_bar(at, {});
    const bool takes_requests = offers_a_call(at.state);
    const Footer ask{{}, takes_requests ? at.tr("guidance.ask") : std::string(), "back", "phone"};
    const auto screen_h = static_cast<float>(ui.theme().height());
    const float bottom = takes_requests ? screen_h - footer_height(ui, ask) : screen_h;
    draw_body(ui, top, bottom, [&](ui::Flow& flow) {
        flow.take((bottom - top) * (ui.theme().landscape() ? 0.08F : 0.2F));
        draw_emblem(flow, "staff");
        flow.gap(48);
        flow.heading(at.tr("out-of-order.title"), ui::type::kHeadline, text::Align::centre);
        flow.gap(20);
        flow.text(at.tr("out-of-order.lead"), ui::type::kLead, ui::Role::paragraph,
                  text::Align::centre);
    });
    if (takes_requests && draw_footer(ui, ask) == FooterTap::next) at.emit(OpenRequest{});
}

}  // namespace candor::screens
