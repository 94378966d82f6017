#include "desk/shell/pages.h"
#include "desk/shell/widgets.h"

namespace candor::desk {
namespace {

void take_keys(const Drawing& at) {
    for (const platform::Event& event : at.ui.keys()) {
        if (event.kind != platform::EventKind::key) continue;
        if (event.key == platform::Key::letter && event.text == "l") at.emit(LockNow{});
        if (event.key == platform::Key::letter && event.text == "f") at.emit(FocusSearch{});
        if (event.key == platform::Key::escape) at.emit(GoBack{});
    }
}

void draw_page(const Drawing& at, const base::Rect& area) {
    switch (at.state.page) {
        case Page::packs:
            return draw_packs(at, area);
        case Page::kiosks:
            return draw_kiosks(at, area);
        case Page::counts:
            return draw_counts(at, area);
        default:
            return draw_inbox(at, area);
    }
}

}  // namespace

void draw(const State& state, ui::Ui& ui, Intents& intents) {
    const base::Rect all{0, 0, static_cast<float>(ui.theme().width()),
                         static_cast<float>(ui.theme().height())};
    const bool open = state.vault == Vault::open;
    ui.tree().screen = open ? name_of(state.page) : "locked";
    ui.canvas().fill(all, ui::Colour::card);
    const Drawing at{state, ui, intents};
    if (open) {
        const float width = draw_navigation(at);
        draw_page(at, {width, 0, all.w - width, all.h});
        if (state.picker) draw_file_picker(at);
        take_keys(at);
    } else {
        draw_lock_screen(at);
    }
    draw_help_call(at);
}

void draw_field(const Drawing& at, const base::Rect& box, Field which, const FieldSpec& spec) {
    for (ui::Edit& edit : edit_field(at.ui, box, spec)) at.emit(EditField{which, std::move(edit)});
}

void draw_path_field(const Drawing& at, const base::Rect& box, Field which, const FieldSpec& spec) {
    const std::string label = at.tr("picker.browse"), key = key_of_button(which);
    ButtonSpec browse{label, key};
    browse.about = spec.label;
    const float wide = button_width(at.ui, browse), gap = at.ui.px(10);
    draw_field(at, {box.x, box.y, box.w - wide - gap, box.h}, which, spec);
    if (button(at.ui, {box.right() - wide, box.y, wide, box.h}, browse))
        at.emit(PickerIntent{OpenPicker{which}});
}

}  // namespace candor::desk
