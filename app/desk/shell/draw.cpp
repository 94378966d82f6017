#include "desk/shell/pages.h"
#include "desk/shell/widgets.h"

namespace candor::desk {
namespace {

void take_keys(const ui::Ui& ui, Intents& intents) {
    for (const platform::Event& event : ui.keys()) {
        const bool slash = event.kind == platform::EventKind::text && event.text == "/";
        if (slash && !ui.focus().typing()) intents.emplace_back(FocusSearch{});
        if (event.kind != platform::EventKind::key) continue;
        if (event.key == platform::Key::letter && event.text == "l")
            intents.emplace_back(LockNow{});
        if (event.key == platform::Key::letter && event.text == "f")
            intents.emplace_back(FocusSearch{});
        if (event.key == platform::Key::escape) intents.emplace_back(GoBack{});
    }
}

void draw_page(const State& state, ui::Ui& ui, Intents& intents, const base::Rect& area) {
    switch (state.page) {
        case Page::packs:
            return draw_packs(state, ui, intents, area);
        case Page::kiosks:
            return draw_kiosks(state, ui, intents, area);
        case Page::counts:
            return draw_counts(state, ui, intents, area);
        default:
            return draw_inbox(state, ui, intents, area);
    }
}

}  // namespace

void draw(const State& state, ui::Ui& ui, Intents& intents) {
    const base::Rect all{0, 0, static_cast<float>(ui.theme().width()),
                         static_cast<float>(ui.theme().height())};
    const bool open = state.vault == Vault::open;
    ui.tree().screen = open ? name_of(state.page) : "locked";
    ui.canvas().fill(all, ui::Colour::card);
    if (!open) return draw_lock_screen(state, ui, intents);
    const float width = draw_navigation(state, ui, intents);
    draw_page(state, ui, intents, {width, 0, all.w - width, all.h});
    take_keys(ui, intents);
}

}  // namespace candor::desk
