#pragma once
#include <memory>
#include <string>
#include <vector>

#include "consult/inbox.h"
#include "consult/keys.h"

namespace candor::desk {

/// One entry of the record of a request, with the note opened; zeroed on destruction.
struct HistoryItem {
    HistoryItem() = default;
    ~HistoryItem();
    HistoryItem(HistoryItem&&) noexcept = default;
    HistoryItem& operator=(HistoryItem&&) noexcept = default;

    consult::ChangeKind kind = consult::ChangeKind::progress;
    std::string at, by;
    consult::Progress to = consult::Progress::fresh;  ///< of a progress
    std::string note;
    bool sealed = false;  ///< a note that this key does not open
};

/// The record of one request, oldest first.
struct History {
    std::string id;
    std::vector<HistoryItem> items;
};

History open_history(const std::string& id, const std::vector<consult::Change>& changes,
                     const consult::SecretKey& key);

}  // namespace candor::desk
