#include <algorithm>

#include "desk/shell/apply.h"

namespace candor::desk {

/// Another page, filter or search: the list starts at its top.
void Apply::list_changed() const {
    state.inbox.menu = Menu::none;
    state.inbox.index = 0;
    state.refresh();
    services.reset_scroll("list");
}

void Apply::operator()(const FocusSearch&) const {
    if (state.vault != Vault::open || !progress_of(state.page)) return;
    (*this)(EditField{Field::search, {ui::Edit::Kind::select_all, {}, 0, false}});
    services.focus("search");
}

void Apply::operator()(const SelectRequest& intent) const {
    InboxView& inbox = state.inbox;
    if (inbox.selected == intent.id) return;
    inbox.keep_draft();
    if (!inbox.is_being_printed(inbox.selected)) inbox.printings.erase(inbox.selected);
    inbox.selected = intent.id;
    inbox.arrived.erase(intent.id);
    inbox.copied.clear();
    inbox.noted.clear();
    inbox.take_draft();
    inbox.history.reset();
    inbox.conflict.reset();
    inbox.problem.clear();
    const auto at = std::find_if(inbox.shown.begin(), inbox.shown.end(), [&](const auto& entry) {
        return entry->row.request.id == intent.id;
    });
    if (at != inbox.shown.end()) inbox.index = static_cast<std::size_t>(at - inbox.shown.begin());
    services.reset_scroll("detail");
    if (!intent.id.empty()) services.read_history(intent.id);
}

void Apply::operator()(const MoveSelection& intent) const {
    const Entries& shown = state.inbox.shown;
    if (shown.empty()) return;
    const auto last = static_cast<std::ptrdiff_t>(shown.size()) - 1;
    const auto here = std::min(static_cast<std::ptrdiff_t>(state.inbox.index), last);
    const bool on_it =
        shown[static_cast<std::size_t>(here)]->row.request.id == state.inbox.selected;
    // What is open may have left the list: the next one stands in its place.
    const std::ptrdiff_t by = on_it || intent.by <= 0 ? intent.by : intent.by - 1;
    const auto index = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(here + by, 0, last));
    const std::string id = shown[index]->row.request.id;
    (*this)(SelectRequest{id});
    services.show_row(index);
    if (intent.follow) services.focus(id);
}

void Apply::operator()(const LookForTries& intent) const {
    KnownTries& tries = state.inbox.tries;
    if (state.vault != Vault::open || tries.is_asked(intent.ids)) return;
    tries.ask(intent.ids);
    services.read_tries(intent.ids);
}

void Apply::operator()(const OpenSelected&) const { services.focus("progress"); }

void Apply::operator()(const OpenMenu& intent) const {
    state.inbox.menu = intent.menu;
    if (intent.menu != Menu::none) services.focus("menu");
}

void Apply::operator()(const FilterBestTime& intent) const {
    state.inbox.filter.best_time = intent.time;
    list_changed();
}

void Apply::operator()(const FilterLanguage& intent) const {
    state.inbox.filter.language = intent.language;
    list_changed();
}

void Apply::operator()(const ToggleRedFlags&) const {
    state.inbox.filter.red_flags = !state.inbox.filter.red_flags;
    list_changed();
}

void Apply::operator()(const ToggleUnreadable&) const {
    state.inbox.filter.unreadable = !state.inbox.filter.unreadable;
    list_changed();
}

void Apply::operator()(const ToggleOrder&) const {
    state.inbox.filter.newest_first = !state.inbox.filter.newest_first;
    list_changed();
}

void Apply::operator()(const ClearFilters&) const {
    const bool newest_first = state.inbox.filter.newest_first;
    state.inbox.filter = {};
    state.inbox.filter.newest_first = newest_first;
    state.inbox.search.clear();
    list_changed();
}

}  // namespace candor::desk
