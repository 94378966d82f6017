#include <algorithm>
#include <set>

#include "desk/inbox/inbox_page.h"
#include "desk/shell/wording.h"
#include "platform/window.h"

namespace candor::desk {
namespace {

using consult::BestTime;
using ui::Colour;
using ui::Ui;

/// A small button of the filters; pressed while it holds something back.
bool chip(Ui& ui, const base::Rect& rect, std::string_view label, std::string_view key, bool on,
          bool opens) {
    const ui::Touched touched = ui.touchable({ui::Role::button,
                                              std::string(label),
                                              {},
                                              on ? ui::kSelected : ui::kNoState,
                                              ui::kPress,
                                              rect},
                                             key);
    const bool lit = on || touched.hovered || touched.pressed;
    ui.canvas().rounded(rect, rect.h / 2, lit ? Colour::mint : Colour::card);
    ui.canvas().ring(rect, rect.h / 2, std::max(1.0F, ui.px(1)), on ? Colour::teal : Colour::line);
    const float icon = opens ? ui.px(16) : 0;
    const auto& words = ui.shape(label, in(type::kBadge, on ? Colour::deep_teal : Colour::ink),
                                 rect.w - ui.px(24) - icon, text::Align::start, 1);
    ui.canvas().paragraph(words, rect.x + ui.px(12), rect.y + (rect.h - words.height()) / 2,
                          rect.w - ui.px(24) - icon);
    if (opens)
        ui.icon("down",
                {rect.right() - ui.px(26), rect.y + (rect.h - ui.px(14)) / 2, ui.px(14), ui.px(14)},
                Colour::soft_ink);
    return touched.tapped;
}

float chip_width(Ui& ui, std::string_view label, bool opens) {
    return std::ceil(ui.shape(label, type::kBadge).width()) + ui.px(opens ? 42 : 26);
}

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

constexpr float kHead = 110, kLine = 38;

bool shows_unreadable(const State& state) {
    return state.unreadable() > 0 || state.inbox.filter.unreadable;
}

}  // namespace

float list_head_height(const State& state, const Ui& ui) {
    return ui.px(shows_unreadable(state) ? kHead + kLine : kHead);
}

base::Rect draw_list_head(const State& state, Ui& ui, Intents& intents, const base::Rect& area) {
    const InboxView& inbox = state.inbox;
    const Filter& filter = inbox.filter;
    const float x = area.x + ui.px(18), width = area.w - ui.px(36), top = area.y + ui.px(16);
    const std::string order =
        ui.tr(filter.newest_first ? "filter.newest-first" : "filter.oldest-first");
    const float order_w = button_width(ui, {order});
    const std::string search = ui.tr("filter.search");
    FieldSpec field{search, "search", search, &inbox.search, ui::Role::searchbox, "search"};
    for (ui::Edit& edit : edit_field(ui, {x, top, width - order_w - ui.px(10), ui.px(40)}, field))
        intents.emplace_back(EditField{Field::search, std::move(edit)});
    if (button(ui, {x + width - order_w, top, order_w, ui.px(40)}, {order, "order"}))
        intents.emplace_back(ToggleOrder{});

    base::Rect opened;
    float at = x;
    const float y = top + ui.px(52), height = ui.px(30);
    const auto place = [&](const std::string& label, bool opens) {
        const base::Rect rect{at, y, std::min(chip_width(ui, label, opens), x + width - at),
                              height};
        at = rect.right() + ui.px(8);
        return rect;
    };
    const std::string red = ui.tr("filter.red-flags");
    if (chip(ui, place(red, false), red, "red-flags", filter.red_flags, false))
        intents.emplace_back(ToggleRedFlags{});
    const std::string time =
        filter.best_time ? best_time_of(ui.strings(), *filter.best_time) : ui.tr("filter.any-time");
    base::Rect rect = place(time, true);
    if (inbox.menu == Menu::best_time) opened = rect;
    if (chip(ui, rect, time, "best-time", filter.best_time.has_value(), true))
        intents.emplace_back(OpenMenu{Menu::best_time});
    const std::string language = filter.language.empty()
                                     ? ui.tr("filter.any-language")
                                     : language_of(ui.strings(), filter.language);
    rect = place(language, true);
    if (inbox.menu == Menu::language) opened = rect;
    if (chip(ui, rect, language, "language", !filter.language.empty(), true))
        intents.emplace_back(OpenMenu{Menu::language});
    if (shows_unreadable(state)) {
        const std::string label = ui.strings().plural("filter.unreadable", state.unreadable());
        const base::Rect below{x, y + ui.px(kLine), std::min(chip_width(ui, label, false), width),
                               height};
        if (chip(ui, below, label, "unreadable", filter.unreadable, false))
            intents.emplace_back(ToggleUnreadable{});
    }
    return opened;
}

void draw_menu(const State& state, Ui& ui, Intents& intents, const base::Rect& button) {
    if (state.inbox.menu == Menu::none) return;
    ui.begin_modal("menu");
    const base::Rect all{0, 0, static_cast<float>(ui.theme().width()),
                         static_cast<float>(ui.theme().height())};
    ui::Node outside{ui::Role::button, ui.tr("filter.close"), {}, ui::kNoState, ui::kPress, all};
    outside.tab_stop = false;
    if (ui.touchable(std::move(outside), "outside").tapped)
        intents.emplace_back(OpenMenu{Menu::none});
    const auto items = items_of(state, ui.strings());
    const float line = ui.px(38), pad = ui.px(6);
    float width = button.w;
    for (const MenuItem& item : items)
        width = std::max(width, std::ceil(ui.shape(item.label, type::kBody).width()) + ui.px(64));
    const base::Rect panel{button.x, button.bottom() + ui.px(6), width,
                           line * static_cast<float>(items.size()) + 2 * pad};
    ui.canvas().shadow(panel, ui.px(12), ui.px(24), ui.px(6), Colour::shadow_sheet);
    ui.canvas().rounded(panel, ui.px(12), Colour::card);
    ui.canvas().ring(panel, ui.px(12), std::max(1.0F, ui.px(1)), Colour::line);
    for (const platform::Event& event : ui.keys()) {
        if (event.kind != platform::EventKind::key) continue;
        if (event.key == platform::Key::down) ui.focus().move(1);
        if (event.key == platform::Key::up) ui.focus().move(-1);
    }
    float y = panel.y + pad;
    for (const MenuItem& item : items) {
        const std::string key = "menu " + std::to_string(&item - items.data());
        const base::Rect row{panel.x + pad, y, width - 2 * pad, line};
        const ui::Touched touched = ui.touchable({ui::Role::radio,
                                                  item.label,
                                                  {},
                                                  item.chosen ? ui::kChecked : ui::kNoState,
                                                  ui::kPress,
                                                  row},
                                                 item.chosen ? std::string("menu") : key);
        if (touched.tapped) {
            intents.push_back(item.intent);
            intents.emplace_back(OpenMenu{Menu::none});
        }
        if (touched.hovered || touched.pressed) ui.canvas().rounded(row, ui.px(8), Colour::mint);
        if (item.chosen)
            ui.icon("check", {row.x + ui.px(10), y + (line - ui.px(16)) / 2, ui.px(16), ui.px(16)},
                    Colour::teal);
        const auto& words = ui.shape(item.label, type::kBody);
        ui.canvas().paragraph(words, row.x + ui.px(36), y + (line - words.height()) / 2,
                              words.width());
        y += line;
    }
}

}  // namespace candor::desk
