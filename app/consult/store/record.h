#pragma once
#include <string>
#include <vector>

#include "consult/store/inbox.h"
#include "sqlite/database.h"

namespace candor::consult {

/// Within a transaction: puts the entry at the end of consult.db's record; its number, digest and
/// hash are made here. Fault damaged: the last number leaves none for it.
base::Result<void> append_change(sqlite::Database& database, Change change);

/// Within the transaction of an update from a layout without arrivals: enters every request that is
/// there as seen, and for each that only older entries speak of that it was gone already.
base::Result<void> enter_what_is_there(sqlite::Database& database, const std::string& at);

/// Within a transaction: erases a request with its notes, and puts `entry`, which names it, at the
/// end.
base::Result<void> erase_request(sqlite::Database& database, Change entry);

/// What says of a row of `request` that its arrival was entered.
inline constexpr const char* kIsEntered =
    "EXISTS(SELECT 1 FROM record WHERE request_id = request.id AND kind IN ('arrival', 'seen'))";

/// Oldest first; `request_id` empty: of all. An entry of a kind that we do not know fails its hash.
base::Result<std::vector<Change>> select_changes(sqlite::Database& database,
                                                 const std::string& request_id);

}  // namespace candor::consult
