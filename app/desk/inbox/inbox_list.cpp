#include <algorithm>
#include <cmath>

#include "desk/inbox/inbox_page.h"
#include "desk/shell/moments.h"
#include "desk/shell/wording.h"

namespace candor::desk {
namespace {

using ui::Colour;
using ui::Ui;

/// Whether calls are noted at such a request, and still matter.
bool has_tries(const Entry& entry) {
    return entry.problem == Problem::none && entry.row.progress != consult::Progress::closed;
}

Tries tries_at(const Drawing& at, const Entry& entry) {
    return has_tries(entry) ? at.inbox().tries.of(entry.row.request.id) : Tries{};
}

class Row {
  public:
    Row(const Drawing& at, const EntryPtr& entry) : at_(at), ui_(at.ui), entry_(*entry) {}

    void draw(const base::Rect& rect, bool tab_stop) {
        const std::string& id = entry_.row.request.id;
        const bool selected = at_.inbox().selected == id;
        const std::string title = title_of(ui_.strings(), entry_);
        const Tries tries = tries_at(at_, entry_);
        const std::string mark =
            tries.times > 0 ? ui_.strings().plural("history.tries", tries.times) : "";
        const std::string line = line_with(tries);
        const std::string age =
            age_words(ui_.strings(), entry_.created_s, at_.state.now_s, entry_.known);
        std::vector<Badge> badges = badges_of(ui_.strings(), entry_);
        badges.push_back({reference_of(ui_.strings(), entry_), Tone::grey});
        if (at_.inbox().arrived.contains(id))
            badges.insert(badges.begin(), {ui_.tr("row.arrived"), Tone::teal});
        ui::Node node{ui::Role::listitem,
                      title,
                      said(line, age, mark, badges),
                      selected ? ui::kSelected : ui::kNoState,
                      ui::kPress,
                      rect};
        node.tab_stop = tab_stop;
        const ui::Touched touched = ui_.touchable(std::move(node), id);
        if (touched.tapped && selected) at_.emit(OpenSelected{});
        if (touched.tapped) at_.emit(SelectRequest{id});
        if (selected || touched.hovered || touched.pressed) ui_.canvas().fill(rect, Colour::card);
        if (selected) ui_.canvas().fill({rect.x, rect.y, ui_.px(4), rect.h}, Colour::teal);
        words(rect, {title, mark, line, age});
        put_badges(rect, badges);
        rule(ui_, rect.x, rect.bottom() - ui_.px(1), rect.w);
    }

  private:
    /// When the last try was stands before what a narrow row may cut off.
    std::string line_with(const Tries& tries) const {
        const std::string line = line_of(ui_.strings(), entry_);
        if (tries.last_s == 0) return line;
        return ui_.tr("row.last-try", {{"when", moment_of(at_, tries.last_s)}}) +
               (line.empty() ? "" : " · " + line);
    }

    static std::string said(const std::string& line, const std::string& age,
                            const std::string& mark, const std::vector<Badge>& badges) {
        std::string out = age;
        for (const std::string& part : {mark, line})
            if (!part.empty()) out += " · " + part;
        for (const Badge& badge : badges) out += " · " + badge.label;
        return out;
    }

    struct Words {
        const std::string &title, &mark, &line, &age;
    };
    /// The mark stands behind the name, which leaves it room: no finding is pushed out of sight.
    void words(const base::Rect& rect, const Words& of) {
        const float x = rect.x + ui_.px(18), width = rect.w - ui_.px(36);
        const auto& when = ui_.shape(of.age, type::kFine);
        const float when_w = std::ceil(when.width());
        ui_.canvas().paragraph(when, x + width - when_w, rect.y + ui_.px(15), when_w);
        const float gap = ui_.px(10);
        const float mark_w = of.mark.empty() ? 0 : badge_width(ui_, of.mark) + gap;
        const float room = width - when_w - ui_.px(16) - mark_w;
        const float name = put(x, rect.y + ui_.px(14), room, of.title, type::kName);
        if (!of.mark.empty())
            paint_badge(ui_, x + name + gap, rect.y + ui_.px(12), of.mark, Tone::sun);
        put(x, rect.y + ui_.px(37), width, of.line, type::kSmall);
    }

    /// How wide the words are.
    float put(float x, float y, float width, const std::string& text, const ui::Type& type) {
        const auto& words = ui_.shape(text, type, width, text::Align::start, 1);
        ui_.canvas().paragraph(words, x, y, width);
        return std::min(std::ceil(words.width()), width);
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

    const Drawing& at_;
    Ui& ui_;
    const Entry& entry_;
};

void draw_nothing(const Drawing& at, const base::Rect& area) {
    Ui& ui = at.ui;
    const bool filtered = at.inbox().filter.any() || !at.inbox().search.text.empty();
    const bool lost = at.inbox().unreachable && !filtered;
    ui::Flow flow(ui, area.x + ui.px(18), area.y + ui.px(28), area.w - ui.px(36));
    flow.text(ui.tr(lost       ? "notice.unreachable"
                    : filtered ? "list.nothing-found"
                               : std::string("list.empty-") + name_of(at.state.page)),
              type::kLead, ui::Role::status);
    if (!filtered) return;
    flow.gap(14);
    const std::string label = ui.tr("filter.clear");
    if (button(flow, {label, "clear"})) at.emit(ClearFilters{});
}

/// The arrows move through the list, also while words are typed into the search.
void take_keys(const Drawing& at, const base::Rect& view) {
    const Ui& ui = at.ui;
    using platform::Key;
    const bool typing = ui.focus().typing();
    if (at.inbox().menu != Menu::none) return;
    if (typing && !ui.focus().has("search")) return;
    const int page = std::max(1, static_cast<int>(view.h / row_height(ui)) - 1);
    const int all = static_cast<int>(at.inbox().shown.size());
    for (const platform::Event& event : ui.keys()) {
        if (event.kind != platform::EventKind::key) continue;
        const bool in_words = typing && (event.key == Key::home || event.key == Key::end);
        const int by = in_words ? 0 : rows_by(event.key, page, all);
        if (by != 0) at.emit(MoveSelection{by, !typing});
        if (event.key == Key::enter && typing) at.emit(MoveSelection{0, true});
    }
}

/// The notes are sealed: those of the rows in sight alone are opened, by the clerk.
void ask_for_tries(const Drawing& at, const Entries& shown, std::size_t first, std::size_t end) {
    const KnownTries& tries = at.inbox().tries;
    std::vector<std::string> ids;
    for (std::size_t i = first; i < end; ++i)
        if (has_tries(*shown[i]) && !tries.is_current(shown[i]->row.request.id))
            ids.push_back(shown[i]->row.request.id);
    if (!ids.empty() && !tries.is_asked(ids)) at.emit(LookForTries{std::move(ids)});
}

}  // namespace

float row_height(const Ui& ui) { return ui.px(100); }

void draw_list(const Drawing& at, const base::Rect& view) {
    Ui& ui = at.ui;
    const State& state = at.state;
    const Entries& shown = at.inbox().shown;
    rule(ui, view.x, view.y - ui.px(1), view.w);
    take_keys(at, view);
    if (shown.empty()) return draw_nothing(at, view);
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
        Row(at, shown[i]).draw(rect, selected ? i == state.inbox.index : i == first);
    }
    ask_for_tries(at, shown, first, end);
    ui.end_scroll(static_cast<float>(shown.size()) * height);
}

}  // namespace candor::desk
