#include <algorithm>

#include "consult/request/reference.h"
#include "screens/frame/clinic_facts.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"

namespace candor::screens {
namespace {

// The second tap of a double tap on "Send" lands where "Finish" is now, and must not take the
// reference away before it was read.
constexpr std::int64_t kDoubleTapMs = 600;

void draw_reference(const Drawing& at, ui::Flow& flow) {
    const std::string reference = consult::display_reference(at.visit().request.sending.reference);
    ui::Type label = ui::type::kLabel,
             code{104, text::Weight::bold, ui::Colour::deep_teal, 1.2F, 10};
    label.colour = ui::Colour::soft_ink;
    flow.card({48, 48, 48}, [&](ui::Flow& inner) {
        inner.text(at.tr("confirm.reference"), label, ui::Role::paragraph, text::Align::centre);
        inner.gap(8);
        inner.text(reference, code, ui::Role::status, text::Align::centre);
        inner.gap(12);
        inner.text(at.tr("confirm.say-it"), ui::type::kSmall, ui::Role::paragraph,
                   text::Align::centre);
    });
    flow.gap(32);
}

void draw_ticked(const Drawing& at, ui::Flow& flow) {
    const auto questions = ticked_questions(at.state);
    if (questions.empty()) return;
    flow.card({48, 48, 48}, [&](ui::Flow& inner) {
        inner.heading(at.tr("confirm.your-questions"), ui::type::kTitle);
        inner.gap(16);
        for (const consult::StaffText& question : questions) {
            inner.text("\u2022 " + question.read(), ui::type::kCard);
            inner.between(10);
        }
    });
    flow.gap(32);
}

void draw_sent(const Drawing& at, ui::Flow& flow) {
    flow.gap(at.ui.theme().landscape() ? 56 : 140);
    draw_emblem(flow, "check");
    flow.gap(40);
    flow.heading(at.tr("confirm.title"), ui::type::kHeadline, text::Align::centre);
    flow.gap(16);
    flow.text(at.tr("confirm.lead"), ui::type::kLead, ui::Role::paragraph, text::Align::centre);
    flow.gap(40);
    if (at.catalog().demonstration) {
        const float wide = ui::badge_width(at.ui, at.tr("demonstration"), "info");
        const base::Rect row = flow.take(at.ui.px(56 + 32));
        draw_demonstration_badge(at, row.x + row.w / 2 - wide / 2, row.y);
    }
    draw_reference(at, flow);
    draw_clinic_next(at, flow);
    draw_ticked(at, flow);
}

}  // namespace

void draw_confirmation(const Drawing& at) {
    ui::Ui& ui = at.ui;
    const auto screen_h = static_cast<float>(ui.theme().height());
    const bool second_tap = !ui.transitions().has_stood("sent", "confirmation", kDoubleTapMs);
    const Footer buttons{{}, at.tr("finish.erase"), "back", "erase", second_tap};
    const float bottom = screen_h - footer_height(ui, buttons) - ui.px(64);
    draw_body(ui, 0, bottom, [&](ui::Flow& flow) { draw_sent(at, flow); });
    content_flow(ui, bottom)
        .text(ui.strings().plural("confirm.closing", at.state.seconds_left), ui::type::kSmall,
              ui::Role::status, text::Align::centre);
    if (draw_footer(ui, buttons) == FooterTap::next) at.emit(FinishVisit{});
}

}  // namespace candor::screens
