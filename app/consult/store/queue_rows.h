#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "consult/store/queue.h"
#include "sqlite/database.h"

namespace candor::consult {

/// The state that a row is shown with when it fails its digest.
inline constexpr const char* kDamaged = "damaged";

/// BLAKE2b-256 over id, created, fingerprint and sealed bytes, each with its length before it. Not
/// over the state, which staff change, nor the reference, which checks itself.
std::vector<std::uint8_t> row_digest(const QueuedRequest& row);

/// What row_of() reads, as the first columns of a SELECT. Sealed bytes beyond what seal() makes of
/// the longest request are left on the disk: their row then fails its digest.
inline constexpr const char* kRowColumns =
    "id, reference, created, state, key_fingerprint,"
    " CASE WHEN length(sealed) <= 2097152 THEN sealed END, digest";
/// The row that the statement stands on; its state is kDamaged when it fails its digest.
QueuedRequest row_of(const sqlite::Statement& statement);

/// The row's reference, if there is one with this id.
base::Result<std::optional<std::string>> reference_of(sqlite::Database& database,
                                                      const std::string& id);

/// Within a transaction: stores the row under the first of `make_reference`'s that is free, and
/// gives it.
base::Result<std::string> insert_row(sqlite::Database& database, const QueuedRequest& row,
                                     const std::function<std::string()>& make_reference);

/// Within a transaction: erases the row, if there is one that neither a server nor staff had, and
/// enters that at `at`.
base::Result<void> take_back(sqlite::Database& database, const std::string& id,
                             const std::string& at);

/// Oldest first; `reference` empty: all.
base::Result<std::vector<QueuedRequest>> select_rows(sqlite::Database& database,
                                                     const std::string& reference);

}  // namespace candor::consult
