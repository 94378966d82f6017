#include "desk/inbox/history.h"

#include <utility>

#include "base/secret_string.h"
#include "consult/keys/seal.h"
#include "consult/request/plain_text.h"

namespace candor::desk {
namespace {

// Twice what can be written here: whoever adds to the record can write, and seal, anything.
constexpr std::size_t kLongestName = 400, kLongestNote = 8000;

/// The last word of "new called".
consult::Progress to_of(const std::string& text) {
    const auto space = text.rfind(' ');
    const std::string_view to = space == std::string::npos
                                    ? std::string_view(text)
                                    : std::string_view(text).substr(space + 1);
    return consult::progress_of(to).value_or(consult::Progress::fresh);
}

void take_note(HistoryItem& item, std::string note) {
    for (const NoteKind kind : {NoteKind::no_answer, NoteKind::appointment}) {
        const std::string_view mark = mark_of(kind);
        if (!note.starts_with(mark)) continue;
        item.note_kind = kind;
        note.erase(0, mark.size());
        note.erase(0, note.find_first_not_of(' '));
    }
    item.note = std::move(note);
}

HistoryItem open_item(const consult::Change& change, const consult::SecretKey& key) {
    HistoryItem item;
    item.kind = change.kind;
    item.at = change.at;
    item.by = consult::plain_text(std::string_view(change.by).substr(0, kLongestName));
    if (!change.login.empty()) item.by += " (" + consult::plain_text(change.login) + ")";
    item.to = to_of(change.text);
    if (change.kind != consult::ChangeKind::note || change.sealed_note.empty()) return item;
    const auto note = consult::open(change.sealed_note, key);
    item.sealed = !note;
    if (note) take_note(item, consult::plain_text(note->view().substr(0, kLongestNote)));
    return item;
}

}  // namespace

std::string_view mark_of(NoteKind kind) {
    switch (kind) {
        case NoteKind::no_answer:
            return "[no-answer]";
        case NoteKind::appointment:
            return "[appointment]";
        case NoteKind::words:
            break;
    }
    return {};
}

Done done_of(const History& history) {
    Done done;
    for (const HistoryItem& item : history.items) {
        if (item.kind == consult::ChangeKind::progress) done.step = &item;
        if (item.kind != consult::ChangeKind::note) continue;
        if (item.note_kind == NoteKind::appointment) done.appointment = &item;
        if (item.note_kind != NoteKind::no_answer) continue;
        ++done.tries;
        done.last_try = &item;
    }
    return done;
}

HistoryItem::~HistoryItem() { base::wipe(note); }

History open_history(const std::string& id, const std::vector<consult::Change>& changes,
                     const consult::SecretKey& key) {
    History history{id, {}};
    for (const consult::Change& change : changes)
        if (change.kind != consult::ChangeKind::arrival && change.kind != consult::ChangeKind::seen)
            history.items.push_back(open_item(change, key));
    return history;
}

}  // namespace candor::desk
