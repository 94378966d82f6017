#include "base/instant.h"
#include "desk/shell/moments.h"
#include "desk/shell/pages.h"
#include "desk/shell/widgets.h"

namespace candor::desk {

/// At the bottom of the window's start, also while the desk is locked: it tells of nobody.
void draw_help_call(const Drawing& at) {
    if (!at.state.help) return;
    ui::Ui& ui = at.ui;
    const auto& call = *at.state.help;
    const std::string words = ui.tr("help.call", {{"kiosk", ui.strings().isolated(call.from)}});
    const std::string label = ui.tr("help.take");
    const auto draw = [&](ui::Flow& flow) {
        flow.tinted(ui::Colour::sun, 12, {12, 12, 12}, [&](ui::Flow& inner) {
            inner.text(words, type::kStrong, ui::Role::alert);
            if (const auto since = base::seconds_of(call.at)) {
                inner.gap(2);
                inner.text(age_words(ui.strings(), *since, at.state.now_s),
                           in(type::kFine, ui::Colour::ink));
            }
            inner.gap(8);
            if (button(inner, {label, "take-help-call", ButtonLook::primary}))
                at.emit(TakeHelpCall{});
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
