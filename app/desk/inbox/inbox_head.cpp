#include <algorithm>
#include <cmath>
#include <set>

#include "desk/inbox/inbox_page.h"
#include "desk/shell/chips.h"
#include "desk/shell/wording.h"
#include "platform/window.h"

namespace candor::desk {
namespace {

using consult::BestTime;
using ui::Colour;
using ui::Ui;

/// Languages that requests were written in.
std::set<std::string> languages_of(const State& state) {
    std::set<std::string> out;
    if (state.inbox.requests)
        for (const EntryPtr& entry : state.inbox.requests->all())
            if (!entry->opened.language.empty()) out.insert(entry->opened.language);
    return out;
}

struct MenuItem {
    std::string label;
    Intent intent;
    bool chosen = false;
};

std::vector<MenuItem> items_of(const State& state, const ui::Strings& strings) {
    const Filter& filter = state.inbox.filter;
    std::vector<MenuItem> items;
    if (state.inbox.menu == Menu::best_time) {
        items.push_back({strings("filter.any-time"), FilterBestTime{}, !filter.best_time});
        for (const BestTime time : {BestTime::morning, BestTime::afternoon, BestTime::evening})
            items.push_back(
                {best_time_of(strings, time), FilterBestTime{time}, filter.best_time == time});
    }
    if (state.inbox.menu == Menu::language) {
        items.push_back(
            {strings("filter.any-language"), FilterLanguage{}, filter.language.empty()});
        for (const std::string& code : languages_of(state))
            items.push_back(
                {language_of(strings, code), FilterLanguage{code}, filter.language == code});
    }
    return items;
}

void draw_search(const Drawing& at, ui::Flow& flow) {
    Ui& ui = at.ui;
    const bool newest_first = at.inbox().filter.newest_first;
    const std::string order = ui.tr(newest_first ? "filter.newest-first" : "filter.oldest-first");
    const std::string search = ui.tr("filter.search");
    const float order_w = button_width(ui, {order}), gap = ui.px(10);
    const base::Rect row = flow.take(ui.px(40));
    const FieldSpec field{search,  "search", search, &at.inbox().search, ui::Role::searchbox,
                          "search"};
    draw_field(at, {row.x, row.y, row.w - order_w - gap, row.h}, Field::search, field);
    if (button(ui, {row.right() - order_w, row.y, order_w, row.h}, {order, "order"}))
        at.emit(ToggleOrder{});
}

/// Returns the place of the button whose menu is open.
base::Rect draw_filters(const Drawing& at, ui::Flow& flow) {
    const Filter& filter = at.inbox().filter;
    const ui::Strings& strings = at.strings();
    base::Rect opened;
    ChipRow row(flow, {30, 8, false});
    const auto add = [&](const std::string& label, const char* key, bool on, Menu menu) {
        const bool pressed = row.add({label, key, on, ChipLook::filter, menu != Menu::none});
        if (menu != Menu::none && at.inbox().menu == menu) opened = row.last();
        return pressed;
    };
    if (add(strings("filter.red-flags"), "red-flags", filter.red_flags, Menu::none))
        at.emit(ToggleRedFlags{});
    const bool timed = filter.best_time.has_value();
    const std::string time =
        timed ? best_time_of(strings, *filter.best_time) : strings("filter.any-time");
    if (add(time, "best-time", timed, Menu::best_time)) at.emit(OpenMenu{Menu::best_time});
    const bool any = filter.language.empty();
    const std::string language =
        any ? strings("filter.any-language") : language_of(strings, filter.language);
    if (add(language, "language", !any, Menu::language)) at.emit(OpenMenu{Menu::language});
    return opened;
}

/// Where rows cannot be read.
void draw_unreadable(const Drawing& at, ui::Flow& flow) {
    const bool on = at.inbox().filter.unreadable;
    if (at.state.unreadable() == 0 && !on) return;
    flow.gap(8);
    const std::string label = at.strings().plural("filter.unreadable", at.state.unreadable());
    ChipRow row(flow, {30, 8, false});
    if (row.add({label, "unreadable", on, ChipLook::filter})) at.emit(ToggleUnreadable{});
}

void draw_menu_item(const Drawing& at, const base::Rect& row, const MenuItem& item) {
    Ui& ui = at.ui;
    const ui::Touched touched = ui.touchable({ui::Role::radio,
                                              item.label,
                                              {},
                                              item.chosen ? ui::kChecked : ui::kNoState,
                                              ui::kPress,
                                              row},
                                             item.chosen ? "menu" : "");
    if (touched.tapped) {
        at.emit(item.intent);
        at.emit(OpenMenu{Menu::none});
    }
    if (touched.hovered || touched.pressed) ui.canvas().rounded(row, ui.px(8), Colour::mint);
    const float tick = ui.px(16);
    if (item.chosen)
        ui.icon("check", {row.x + ui.px(10), row.y + (row.h - tick) / 2, tick, tick}, Colour::teal);
    const auto& words = ui.shape(item.label, type::kBody);
    ui.canvas().paragraph(words, row.x + ui.px(36), row.y + (row.h - words.height()) / 2,
                          words.width());
}

/// A click elsewhere closes the menu; arrows move through it.
void draw_menu_surroundings(const Drawing& at) {
    Ui& ui = at.ui;
    const base::Rect all{0, 0, static_cast<float>(ui.theme().width()),
                         static_cast<float>(ui.theme().height())};
    ui::Node outside{ui::Role::button, ui.tr("filter.close"), {}, ui::kNoState, ui::kPress, all};
    outside.tab_stop = false;
    if (ui.touchable(std::move(outside), "outside").tapped) at.emit(OpenMenu{Menu::none});
    for (const platform::Event& event : ui.keys()) {
        if (event.kind != platform::EventKind::key) continue;
        if (event.key == platform::Key::down) ui.focus().move(1);
        if (event.key == platform::Key::up) ui.focus().move(-1);
    }
}

}  // namespace

ListHead draw_list_head(const Drawing& at, const base::Rect& area) {
    ui::Flow flow(at.ui, area.x + at.ui.px(18), area.y, area.w - at.ui.px(36));
    flow.gap(16);
    draw_search(at, flow);
    flow.gap(12);
    const base::Rect menu = draw_filters(at, flow);
    draw_unreadable(at, flow);
    flow.gap(12);
    return {flow.height(), menu};
}

void draw_menu(const Drawing& at, const base::Rect& button) {
    if (at.inbox().menu == Menu::none) return;
    Ui& ui = at.ui;
    ui.begin_modal("menu");
    draw_menu_surroundings(at);
    const auto items = items_of(at.state, at.strings());
    const float line = ui.px(38), pad = ui.px(6);
    float width = button.w;
    for (const MenuItem& item : items)
        width = std::max(width, std::ceil(ui.shape(item.label, type::kBody).width()) + ui.px(64));
    const base::Rect ground{button.x, button.bottom() + pad, width,
                            line * static_cast<float>(items.size()) + 2 * pad};
    ui.canvas().shadow(ground, ui.px(12), ui.px(24), ui.px(6), Colour::shadow_sheet);
    ui.canvas().rounded(ground, ui.px(12), Colour::card);
    ui.canvas().ring(ground, ui.px(12), std::max(1.0F, ui.px(1)), Colour::line);
    ui::Flow rows(ui, ground.x + pad, ground.y + pad, width - 2 * pad);
    for (const MenuItem& item : items) draw_menu_item(at, rows.take(line), item);
}

}  // namespace candor::desk
