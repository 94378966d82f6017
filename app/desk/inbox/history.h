#pragma once
#include <memory>
#include <string>
#include <vector>

#include "consult/keys/keys.h"
#include "consult/request/note.h"
#include "consult/store/inbox.h"

namespace candor::desk {

/// One entry of the record of a request, with the note opened; zeroed on destruction.
struct HistoryItem {
    HistoryItem() = default;
    ~HistoryItem();
    HistoryItem(HistoryItem&&) noexcept = default;
    HistoryItem& operator=(HistoryItem&&) noexcept = default;

    consult::ChangeKind kind = consult::ChangeKind::progress;
    std::string at, by;  ///< by: the name, and the database's login where there is one
    consult::Progress to = consult::Progress::fresh;  ///< of a progress
    consult::NoteKind note_kind = consult::NoteKind::words;
    std::string note;
    bool sealed = false;  ///< a note that this key does not open
};

/// What was done with one request, oldest first; that it came stands on its page already.
struct History {
    std::string id;
    std::vector<HistoryItem> items;
};

/// What a change of progress led to; fresh where it says nothing that is known.
consult::Progress step_of(const consult::Change& change);

/// How often nobody answered, and the last of it; the last appointment, and the last step that was
/// taken. nullptr: none.
struct Done {
    int tries = 0;
    const HistoryItem *last_try = nullptr, *appointment = nullptr, *step = nullptr;
};
Done done_of(const History& history);

History open_history(const std::string& id, const std::vector<consult::Change>& changes,
                     const consult::SecretKey& key);

}  // namespace candor::desk
