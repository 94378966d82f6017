#include "desk/inbox/history.h"

#include "base/secret_string.h"
#include "consult/keys/seal.h"
#include "consult/request/plain_text.h"

namespace candor::desk {
namespace {

// Twice what can be written here: whoever adds to the record can write, and seal, anything.
constexpr std::size_t kLongestName = 400, kLongestNote = 8000;

HistoryItem open_item(const consult::Change& change, const consult::SecretKey& key) {
    HistoryItem item;
    item.kind = change.kind;
    item.at = change.at;
    item.by = consult::plain_text(std::string_view(change.by).substr(0, kLongestName));
    if (!change.login.empty()) item.by += " (" + consult::plain_text(change.login) + ")";
    item.to = step_of(change);
    if (change.kind != consult::ChangeKind::note || change.sealed_note.empty()) return item;
    const auto note = consult::open(change.sealed_note, key);
    item.sealed = !note;
    if (!note) return item;
    const consult::Note read = consult::note_of(note->view());
    item.note_kind = read.kind;
    item.note = consult::plain_text(read.words.view().substr(0, kLongestNote));
    return item;
}

}  // namespace

/// The last word of "new called".
consult::Progress step_of(const consult::Change& change) {
    const std::string_view text = change.text;
    const auto space = text.rfind(' ');
    const std::string_view to = space == std::string_view::npos ? text : text.substr(space + 1);
    return consult::progress_of(to).value_or(consult::Progress::fresh);
}

Done done_of(const History& history) {
    Done done;
    for (const HistoryItem& item : history.items) {
        if (item.kind == consult::ChangeKind::progress) done.step = &item;
        if (item.kind != consult::ChangeKind::note) continue;
        if (item.note_kind == consult::NoteKind::appointment) done.appointment = &item;
        if (item.note_kind != consult::NoteKind::no_answer) continue;
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
