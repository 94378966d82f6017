#pragma once
#include <string>
#include <vector>

#include "consult/database.h"
#include "consult/inbox.h"

namespace candor::consult {

/// Within a transaction: puts the entry at the end of consult.db's record; its number, digest and
/// hash are made here.
base::Result<void> append_change(Database& database, Change change);

/// Oldest first; `request_id` empty: of all. An entry of a kind that we do not know fails its hash.
base::Result<std::vector<Change>> select_changes(Database& database, const std::string& request_id);

}  // namespace candor::consult
