#include "desk/shell/state.h"

#include <algorithm>
#include <set>

namespace candor::desk {

const char* name_of(Page page) {
    static constexpr std::array<const char*, kPages> kNames{"new",   "called", "booked", "closed",
                                                            "packs", "kiosks", "counts"};
    return kNames[static_cast<std::size_t>(page)];
}

std::optional<consult::Progress> progress_of(Page page) {
    switch (page) {
        case Page::fresh:
            return consult::Progress::fresh;
        case Page::called:
            return consult::Progress::called;
        case Page::booked:
            return consult::Progress::booked;
        case Page::closed:
            return consult::Progress::closed;
        default:
            return std::nullopt;
    }
}

Page page_of(consult::Progress progress) { return static_cast<Page>(progress); }

bool InboxView::is_being_printed(const std::string& id) const {
    const auto at = printings.find(id);
    return at != printings.end() && at->second == Printing::under_way;
}

bool InboxView::is_being_sent(const std::string& id) const {
    const auto sending = sendings.find(id);
    return sending != sendings.end() && sending->second->stage == Sending::Stage::under_way;
}

void InboxView::keep_draft() {
    if (selected.empty()) return;
    drafts.erase(selected);
    if (note.text.empty()) return;
    base::SecretString draft(note.text.capacity());
    draft.assign(note.text.view());
    drafts.emplace(selected, std::move(draft));
}

void InboxView::take_draft() {
    note.clear();
    const auto draft = drafts.find(selected);
    if (draft == drafts.end()) return;
    note.text.assign(draft->second.view());
    note.caret = note.anchor = note.text.size();
}

void InboxView::take(std::shared_ptr<const Requests> now) {
    if (requests) note_arrivals(*now);
    requests = std::move(now);
    tries.outdate();
    count();
}

void InboxView::note_arrivals(const Requests& now) {
    for (const EntryPtr& entry : now.all()) {
        const std::string& id = entry->row.request.id;
        if (entry->problem == Problem::none && !requests->find(id)) arrived.insert(id);
    }
}

/// What the navigation tells of all requests.
void InboxView::count() {
    std::set<std::string_view> names;
    counts = unreadable = {};
    newest_s = 0;
    for (const EntryPtr& entry : requests->all()) {
        const auto progress = static_cast<std::size_t>(entry->row.progress);
        ++(entry->problem == Problem::none ? counts : unreadable)[progress];
        if (entry->problem != Problem::none) continue;
        newest_s = std::max(newest_s, entry->created_s);
        if (!entry->row.kiosk.empty()) names.insert(entry->row.kiosk);
    }
    kiosks = static_cast<int>(names.size());
}

int State::count_of(Page of) const {
    if (of == Page::packs) return studio.broken();
    const auto progress = progress_of(of);
    return progress ? inbox.counts[static_cast<std::size_t>(*progress)] : 0;
}

int State::unreadable() const {
    const auto progress = progress_of(page);
    return progress ? inbox.unreadable[static_cast<std::size_t>(*progress)] : 0;
}

ui::EditedText* State::edited(Field field) {
    switch (field) {
        case Field::passphrase:
            return &lock_screen.passphrase;
        case Field::search:
            return &inbox.search;
        case Field::note:
            return &inbox.note;
        case Field::pack_path:
            return &studio.path;
        case Field::signer_key:
            return &studio.signing.key;
        case Field::signer_passphrase:
            return &studio.signing.passphrase;
        case Field::signer_name:
            return &studio.signing.name;
        case Field::signer_profession:
            return &studio.signing.profession;
        case Field::signed_package:
            return &studio.signing.package;
        case Field::put_package:
            return &studio.putting.package;
        case Field::put_place:
            return &studio.putting.place;
        case Field::none:
            return nullptr;
    }
    return nullptr;
}

void State::refresh() {
    inbox.shown.clear();
    if (!inbox.requests) return;
    const auto progress = progress_of(page);
    if (!progress) return;
    inbox.shown = select(inbox.requests->all(), *progress, inbox.filter,
                         search_words(inbox.search.text.view()));
    const auto at = std::find_if(inbox.shown.begin(), inbox.shown.end(), [this](const auto& entry) {
        return entry->row.request.id == inbox.selected;
    });
    if (at != inbox.shown.end()) inbox.index = static_cast<std::size_t>(at - inbox.shown.begin());
}

void State::wipe() {
    lock_screen.passphrase.clear();
    lock_screen.problem.clear();
    lock_screen.opening = {};
    inbox = InboxView{};
    studio.wipe();
    picker.reset();
    picked.clear();
    last_picked.clear();
    page = Page::fresh;
}

}  // namespace candor::desk
