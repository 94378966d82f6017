#include "desk/inbox/history.h"

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
    if (note) item.note = consult::plain_text(note->view().substr(0, kLongestNote));
    return item;
}

}  // namespace

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
