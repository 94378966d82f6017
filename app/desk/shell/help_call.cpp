#include "base/instant.h"
#include "desk/shell/moments.h"
#include "desk/shell/pages.h"
#include "desk/shell/widgets.h"

namespace candor::desk {
namespace {

std::string about(const ui::Ui& ui, const char* key, const consult::HelpCall& call) {
    return ui.tr(key, {{"kiosk", ui.strings().isolated(call.from)}});
}

void draw_call(const Drawing& at, const consult::HelpCall& call, ui::Flow& flow) {
    const ui::Ui& ui = at.ui;
    flow.text(about(ui, "help.call", call), type::kStrong, ui::Role::alert);
    if (const auto since = base::seconds_of(call.at)) {
        flow.gap(2);
        flow.text(age_words(ui.strings(), *since, at.state.now_s),
                  in(type::kFine, ui::Colour::ink));
    }
    flow.gap(8);
    const std::string label = ui.tr("help.take");
    if (button(flow, {label, "take-help-call", ButtonLook::primary})) at.emit(TakeHelpCall{});
}

/// Whoever has set out is called back.
void draw_missed(const Drawing& at, const consult::HelpCall& call, ui::Flow& flow) {
    flow.text(about(at.ui, "help.missed", call), type::kStrong, ui::Role::alert);
    flow.gap(8);
    const std::string label = at.ui.tr("work.close");
    if (button(flow, {label, "close-help-missed"})) at.emit(CloseHelpMissed{});
}

}  // namespace

/// At the bottom of the window's start, also while the desk is locked: it tells of nobody.
void draw_help_call(const Drawing& at) {
    const auto& call = at.state.help ? at.state.help : at.state.help_missed;
    if (!call) return;
    ui::Ui& ui = at.ui;
    const auto draw = [&](ui::Flow& flow) {
        flow.tinted(ui::Colour::sun, 12, {12, 12, 12}, [&](ui::Flow& inner) {
            if (at.state.help)
                draw_call(at, *call, inner);
            else
                draw_missed(at, *call, inner);
        });
    };
    constexpr float kMargin = 14, kWidth = 188, kAboveFooter = 118;
    ui::Flow measured(ui, ui.px(kMargin), 0, ui.px(kWidth));
    ui.measure([&] { draw(measured); });
    const float bottom = static_cast<float>(ui.theme().height()) - ui.px(kAboveFooter);
    ui::Flow flow(ui, ui.px(kMargin), bottom - measured.height(), ui.px(kWidth));
    draw(flow);
}

}  // namespace candor::desk
