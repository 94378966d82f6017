#include <algorithm>
#include <cmath>

#include "desk/shell/moments.h"
#include "desk/shell/pages.h"
#include "desk/shell/widgets.h"

namespace candor::desk {
namespace {

using ui::Colour;
using ui::Ui;

void count_mark(Ui& ui, const base::Rect& item, int count, bool arrived) {
    const auto& words =
        ui.shape(std::to_string(count), in(type::kBadge, arrived ? Colour::ink : Colour::on_hero));
    const float width = std::max(ui.px(24), words.width() + ui.px(14)), height = ui.px(24);
    const base::Rect mark{item.right() - ui.px(14) - width, item.y + (item.h - height) / 2, width,
                          height};
    ui.canvas().rounded(mark, height / 2, arrived ? Colour::sun : Colour::hero_lit);
    ui.canvas().paragraph(words, mark.x + (width - words.width()) / 2,
                          mark.y + (height - words.height()) / 2, words.width());
}

void item(const Drawing& at, const base::Rect& rect, Page page) {
    Ui& ui = at.ui;
    const bool current = at.state.page == page;
    const int count = at.state.count_of(page);
    const std::string label = ui.tr(std::string("navigation.") + name_of(page));
    const std::string value = count > 0 ? std::to_string(count) : std::string{};
    const ui::Touched touched =
        ui.touchable({ui::Role::tab, label, value, current ? ui::kSelected | ui::kCurrent : 0U,
                      ui::kPress, rect},
                     name_of(page));
    if (touched.tapped) at.emit(ShowPage{page});
    if (current || touched.hovered || touched.pressed)
        ui.canvas().rounded(rect, ui.px(12), current ? Colour::hero_lit : Colour::hero_hover);
    const float room = rect.w - ui.px(count > 0 ? 66 : 28);
    const auto& words = ui.shape(label, type::kNavigation, room, text::Align::start, 1);
    ui.canvas().paragraph(words, rect.x + ui.px(14), rect.y + (rect.h - words.height()) / 2, room);
    const bool arrived = page == Page::fresh && !at.inbox().arrived.empty();
    if (count > 0) count_mark(ui, rect, count, arrived);
}

/// What stands at the bottom, upwards from `y`.
void footer(const State& state, Ui& ui, float x, float y, float width) {
    const ui::Type small = in(type::kFine, Colour::soft_on_hero);
    const auto line = [&](const std::string& words) {
        if (words.empty()) return;
        y -= ui.shape(words, small, width).height();
        ui.text(x, y, width, words, small);
    };
    line(ui.strings().plural("navigation.locks-in", std::max(1, state.locks_in_minutes)));
    if (const std::int64_t newest = state.inbox.newest_s; newest > 0)
        line(ui.tr("navigation.newest", {{"age", age_words(ui.strings(), newest, state.now_s)}}));
    if (const int kiosks = state.inbox.kiosks; kiosks > 0)
        line(ui.strings().plural("navigation.kiosks-sent", kiosks));
}

}  // namespace

float draw_navigation(const Drawing& at) {
    Ui& ui = at.ui;
    const float width = ui.px(216), margin = ui.px(14), left = ui.px(28);
    const auto height = static_cast<float>(ui.theme().height());
    ui.canvas().fill({0, 0, width, height}, Colour::hero);
    ui.text(left, ui.px(27), width - left, ui.tr("brand"), type::kBrand, ui::Role::heading);
    ui::Flow items(ui, margin, ui.px(77), width - 2 * margin);
    for (int i = 0; i < kPages; ++i) {
        item(at, items.take(ui.px(46)), static_cast<Page>(i));
        items.gap(3);
    }
    if (at.state.demonstration)
        badge(ui, left, items.y() + ui.px(14), ui.tr("demonstration"), Tone::sun);
    footer(at.state, ui, left, height - ui.px(34), width - 2 * left);
    return width;
}

}  // namespace candor::desk
