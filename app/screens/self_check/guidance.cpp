#include "pack/page/pack.h"
#include "screens/frame/gone.h"
#include "screens/frame/notice.h"
#include "screens/frame/page_frame.h"
#include "screens/frame/screens.h"
#include "screens/self_check/advice.h"
#include "screens/self_check/findings.h"
#include "text/style.h"

namespace candor::screens {
namespace {

/// On one card, or in the columns of a wide screen on a card each, so that they can part.
void draw_reasons(const Drawing& at, ui::Flow& flow, const screening::Outcome& outcome) {
    ui::Type title = ui::type::kTitle;
    title.size = 34;
    if (at.ui.theme().landscape()) {
        flow.heading(at.tr("guidance.why"), title);
        flow.gap(16);
        return draw_finding_cards(at, flow, outcome);
    }
    flow.card({40, 28, 4}, [&](ui::Flow& inner) {
        inner.heading(at.tr("guidance.why"), title);
        inner.gap(16);
        draw_findings(at, inner, outcome);
    });
}

/// On top: whatever follows is read in its light.
void draw_not_a_diagnosis(const Drawing& at, ui::Flow& flow) {
    ui::Ui& ui = at.ui;
    const float pad = ui.px(28), inner = flow.width() - 2 * pad;
    text::ParagraphSpec spec;
    spec.width_px = inner;
    ui::Type type = ui::type::kSmall;
    type.colour = ui::Colour::ink;
    spec.line_height = type.line_height;
    spec.language = ui.strings().language();
    text::Style strong = ui.style(type);
    strong.weight = text::Weight::bold;
    const std::string first = at.tr("guidance.not-a-diagnosis"), rest = at.tr("guidance.limits");
    spec.spans = {{first + " ", strong, -1, {}}, {rest, ui.style(type), -1, {}}};
    const auto& words = ui.shape(spec);
    const float above = ui.px(18);
    const base::Rect box = flow.take(words.height() + 2 * above);
    ui::tinted(ui, box, ui.px(24), ui::Colour::sky);
    ui.canvas().paragraph(words, box.x + pad, box.y + above, inner);
    ui.node({ui::Role::paragraph, first + " " + rest, {}, ui::kNoState, ui::kNoAction, box});
}

void draw_to_the_topics(const Drawing& at, ui::Flow& flow) {
    const std::string label = at.tr("guidance.topics");
    if (ui::button(flow, {label, ui::ButtonKind::outline, "list", {}, "topics"})) at.emit(GoHome{});
    flow.between(24);
}

/// Offered, and no more, where a doctor comes first.
void draw_call_second(const Drawing& at, ui::Flow& flow) {
    const std::string label = at.tr("guidance.ask");
    flow.text(at.tr("guidance.call-second"), ui::type::kSmall, ui::Role::paragraph,
              text::Align::centre);
    flow.gap(8);
    if (ui::button(flow, {label, ui::ButtonKind::quiet, "phone", {}, "call-second"}))
        at.emit(OpenRequest{});
    flow.between(16);
}

void draw_outcome(const Drawing& at, ui::Flow& flow, const screening::Outcome& outcome) {
    ui::Type small = ui::type::kLabel;
    small.colour = ui::Colour::teal;
    draw_not_a_diagnosis(at, flow);
    flow.between(24);
    flow.text(at.tr("guidance.eyebrow"), small);
    flow.gap(6);
    flow.heading(outcome.title.in(at.language()), ui::type::kHeadline);
    flow.gap(12);
    flow.text(outcome.text.in(at.language()), ui::type::kBody);
    flow.between(24);
    if (!at.state.kiosk.takes_requests) {
        draw_no_requests(flow);
        flow.between(32);
    }
    if (!outcome.findings.empty()) {
        draw_reasons(at, flow, outcome);
        flow.between(28);
    }
    draw_to_the_topics(at, flow);
    if (doctor_first(outcome) && offers_a_call(at.state)) draw_call_second(at, flow);
    flow.text(at.tr("guidance.erased"), ui::type::kSmall, ui::Role::paragraph, text::Align::centre);
}

}  // namespace

void draw_guidance(const Drawing& at) {
    const SelfCheck* check = at.state.self_check();
    if (check == nullptr) return draw_gone_questions(at);
    ui::Ui& ui = at.ui;
    const screening::Outcome outcome =
        screening::evaluate(check->outline, check->guidance, at.visit().check.response);
    const float top = draw_top_bar(at, {at.tr("guidance.answers"), false, false});
    const bool doctor = doctor_first(outcome);
    const Footer buttons{at.tr("guidance.finish"),
                         doctor                    ? at.tr("guidance.tell-doctor")
                         : offers_a_call(at.state) ? at.tr("guidance.ask")
                                                   : std::string(),
                         "erase", "next", false};
    const Column below = footer_column(ui);
    const float bottom =
        static_cast<float>(ui.theme().height()) - footer_height(ui, buttons, below);
    const float shown = ui.transitions().share("page", "guidance");
    draw_reading_body(ui, top + ui.px(20), bottom,
                      [&](ui::Flow& flow) { draw_outcome(at, flow, outcome); });
    draw_page_turn(ui, top, bottom, shown);
    switch (draw_footer(ui, buttons, below)) {
        case FooterTap::next:
            if (doctor)
                at.emit(OpenSheet{{SheetKind::for_the_doctor, {}, {}}});
            else
                at.emit(OpenRequest{});
            break;
        case FooterTap::back:
            at.emit(OpenSheet{{SheetKind::finish, {}, {}}});
            break;
        case FooterTap::none:
            break;
    }
}

}  // namespace candor::screens
