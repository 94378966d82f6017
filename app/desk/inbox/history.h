#pragma once
#include <memory>
#include <string>
#include <vector>

#include "consult/keys/keys.h"
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
    std::string note;
    bool sealed = false;  ///< a note that this key does not open
};

/// What was done with one request, oldest first; that it came stands on its page already.
struct History {
    std::string id;
    std::vector<HistoryItem> items;
};

History open_history(const std::string& id, const std::vector<consult::Change>& changes,
                     const consult::SecretKey& key);

}  // namespace candor::desk
