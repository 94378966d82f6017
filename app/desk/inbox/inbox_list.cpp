#include <algorithm>
#include <cmath>

#include "desk/inbox/inbox_page.h"
#include "desk/shell/moments.h"
#include "desk/shell/wording.h"

namespace candor::desk {
namespace {

using ui::Colour;
using ui::Ui;

class Row {
  public:
    Row(const State& state, Ui& ui, Intents& intents, const EntryPtr& entry)
        : state_(state), ui_(ui), intents_(intents), entry_(*entry) {}

    void draw(const base::Rect& rect, bool tab_stop) {
        const std::string& id = entry_.row.request.id;
        const bool selected = state_.inbox.selected == id;
        const std::string title = title_of(ui_.strings(), entry_);
        const std::string line = line_of(ui_.strings(), entry_);
        const std::string age =
            age_words(ui_.strings(), entry_.created_s, state_.now_s, entry_.known);
        std::vector<Badge> badges = badges_of(ui_.strings(), entry_);
        badges.push_back({reference_of(ui_.strings(), entry_), Tone::grey});
        ui::Node node{ui::Role::listitem,
                      title,
                      said(line, age, badges),
                      selected ? ui::kSelected : ui::kNoState,
                      ui::kPress,
                      rect};
        node.tab_stop = tab_stop;
        const ui::Touched touched = ui_.touchable(std::move(node), id);
        if (touched.tapped && selected) intents_.emplace_back(OpenSelected{});
        if (touched.tapped) intents_.emplace_back(SelectRequest{id});
        if (selected || touched.hovered || touched.pressed) ui_.canvas().fill(rect, Colour::card);
        if (selected) ui_.canvas().fill({rect.x, rect.y, ui_.px(4), rect.h}, Colour::teal);
        words(rect, title, line, age);
        put_badges(rect, badges);
        rule(ui_, rect.x, rect.bottom() - ui_.px(1), rect.w);
    }

  private:
    static std::string said(const std::string& line, const std::string& age,
                            const std::vector<Badge>& badges) {
        std::string out = age;
        if (!line.empty()) out += " · " + line;
        for (const Badge& badge : badges) out += " · " + badge.label;
        return out;
    }

    void words(const base::Rect& rect, const std::string& title, const std::string& line,
               const std::string& age) {
        const float x = rect.x + ui_.px(18), width = rect.w - ui_.px(36);
        const auto& when = ui_.shape(age, type::kFine);
        ui_.canvas().paragraph(when, x + width - std::ceil(when.width()), rect.y + ui_.px(15),
                               std::ceil(when.width()));
        const float room = width - std::ceil(when.width()) - ui_.px(16);
        put(x, rect.y + ui_.px(14), room, title, type::kName);
        put(x, rect.y + ui_.px(37), width, line, type::kSmall);
    }

    void put(float x, float y, float width, const std::string& text, const ui::Type& type) {
        const auto& words = ui_.shape(text, type, width, text::Align::start, 1);
        ui_.canvas().paragraph(words, x, y, width);
    }

    void put_badges(const base::Rect& rect, const std::vector<Badge>& badges) {
        float x = rect.x + ui_.px(18);
        const float y = rect.y + ui_.px(63);
        for (const Badge& badge : badges) {
            const float width = badge_width(ui_, badge.label);
            if (x + width > rect.right() - ui_.px(18)) break;
            paint_badge(ui_, x, y, badge.label, badge.tone);
            x += width + ui_.px(6);
        }
    }

    const State& state_;
    Ui& ui_;
    Intents& intents_;
    const Entry& entry_;
};

void draw_nothing(const State& state, Ui& ui, Intents& intents, const base::Rect& area) {
    const bool filtered = state.inbox.filter.any() || !state.inbox.search.text.empty();
    const float x = area.x + ui.px(18), width = area.w - ui.px(36);
    float y = area.y + ui.px(28);
    const bool lost = state.inbox.unreachable && !filtered;
    const std::string words = ui.tr(lost       ? "notice.unreachable"
                                    : filtered ? "list.nothing-found"
                                               : std::string("list.empty-") + name_of(state.page));
    y += ui.text(x, y, width, words, type::kLead, ui::Role::status) + ui.px(14);
    if (!filtered) return;
    const std::string label = ui.tr("filter.clear");
    if (button(ui, {x, y, button_width(ui, {label}), button_height(ui)}, {label, "clear"}))
        intents.emplace_back(ClearFilters{});
}

/// The arrows move through the list, also while words are typed into the search.
void take_keys(const State& state, const Ui& ui, Intents& intents, const base::Rect& view) {
    using platform::Key;
    const bool typing = ui.focus().typing();
    if (state.inbox.menu != Menu::none) return;
    if (typing && !ui.focus().has("search")) return;
    const int page = std::max(1, static_cast<int>(view.h / row_height(ui)) - 1);
    const int all = static_cast<int>(state.inbox.shown.size());
    for (const platform::Event& event : ui.keys()) {
        if (event.kind != platform::EventKind::key) continue;
        int by = 0;
        if (event.key == Key::down) by = 1;
        if (event.key == Key::up) by = -1;
        if (event.key == Key::page_down) by = page;
        if (event.key == Key::page_up) by = -page;
        if (event.key == Key::home && !typing) by = -all;
        if (event.key == Key::end && !typing) by = all;
        if (by != 0) intents.emplace_back(MoveSelection{by, !typing});
        if (event.key == Key::enter && typing) intents.emplace_back(MoveSelection{0, true});
    }
}

}  // namespace

float row_height(const Ui& ui) { return ui.px(100); }

void draw_list(const State& state, Ui& ui, Intents& intents, const base::Rect& area) {
    const float head = list_head_height(state, ui);
    const base::Rect view{area.x, area.y + head, area.w - ui.px(1), area.h - head};
    const Entries& shown = state.inbox.shown;
    rule(ui, view.x, view.y - ui.px(1), view.w);
    take_keys(state, ui, intents, view);
    if (shown.empty()) return draw_nothing(state, ui, intents, view);
    ui.node({ui::Role::list, ui.tr(std::string("navigation.") + name_of(state.page)),
             std::to_string(shown.size()), ui::kNoState, ui::kNoAction, view});
    const float height = row_height(ui), top = ui.begin_scroll("list", view);
    const auto first = static_cast<std::size_t>(std::max(0.0F, (view.y - top) / height));
    const auto end = std::min(shown.size(), static_cast<std::size_t>(std::max(
                                                0.0F, std::ceil((view.bottom() - top) / height))));
    const bool selected = state.inbox.index < shown.size() &&
                          shown[state.inbox.index]->row.request.id == state.inbox.selected;
    for (std::size_t i = first; i < end; ++i) {
        const base::Rect rect{view.x, top + static_cast<float>(i) * height, view.w, height};
        Row(state, ui, intents, shown[i])
            .draw(rect, selected ? i == state.inbox.index : i == first);
    }
    ui.end_scroll(static_cast<float>(shown.size()) * height);
}

}  // namespace candor::desk
