#pragma once
#include <set>
#include <string>
#include <vector>

#include "consult/store/inbox.h"
#include "fleet/connection.h"

/// The statements of fleet/postgres_inbox, a clinic at a time. Every one names the clinic, though
/// the policies do as well: an engine that spreads rows by it asks one node alone.
namespace candor::fleet {

/// Which rows of candor.request.
enum class By { all, reference, id };

/// Oldest first. `key` is the reference or the id.
base::Result<std::vector<consult::InboxRow>> select_rows(Connection& connection,
                                                         const std::string& clinic, By by,
                                                         const std::string& key = {});

/// Oldest first; `id` empty: the whole record.
base::Result<std::vector<consult::Change>> select_changes(Connection& connection,
                                                          const std::string& clinic,
                                                          const std::string& id);

/// Within a transaction: adds the entry after the last one, with its number and hash. `revision` is
/// what the request's becomes: of seen 0, of a note of no meaning. Where another desk was faster,
/// the connection's SQLSTATE is worth another try.
base::Result<void> insert_change(Connection& connection, const std::string& clinic,
                                 const consult::Change& entry, std::int64_t revision);

/// The requests whose arrival no entry tells.
base::Result<std::set<std::string>> ids_without_entry(Connection& connection,
                                                      const std::string& clinic);

/// Within a transaction: the same as insert_change() for many entries that tell what was seen.
base::Result<void> insert_seen(Connection& connection, const std::string& clinic,
                               std::vector<consult::Change> entries);

/// The numbers of notes that no entry speaks of.
base::Result<std::vector<std::string>> loose_notes(Connection& connection,
                                                   const std::string& clinic);

/// Within a transaction, the entry that says so being there: the request and its notes. Fault
/// refused: this login may not.
base::Result<void> erase_request(Connection& connection, const std::string& clinic,
                                 const std::string& id);

}  // namespace candor::fleet
