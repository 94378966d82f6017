#pragma once
#include <filesystem>
#include <string>

#include "base/result.h"
#include "sqlite/database.h"

namespace candor::consult {

enum class Missing { make, refuse };

/// consult.db for writing, in this program's layout: WAL, synchronous=FULL, secure_delete, mode
/// 0600. `make` makes the file where there is none (its folder must be there); `refuse` gives fault
/// not_found then. Waits up to `busy_ms` for other programs. Faults: as Queue's.
base::Result<sqlite::Database> open_to_write(const std::filesystem::path& file, Missing missing,
                                             int busy_ms);

/// consult.db as it is, of any layout, on a read-only disk too. On a full disk that has no room for
/// the log's index it is a copy in memory, of this moment. Fault not_found where there is none.
base::Result<sqlite::Database> open_to_read(const std::filesystem::path& file, int busy_ms);

/// Another text once the file or its log was written to.
std::string stamp_of(const std::filesystem::path& file);

/// Takes what is in the log over into the file and cuts the log to nothing, if nobody is reading or
/// writing just now. Best effort: consult.db alone then holds every request, whoever copies or
/// moves it. Not worth waiting for: what is in the log is as safe.
void empty_log(sqlite::Database& database, int busy_ms);

/// The same, waiting as long as the database waits for others. Fault locked when others were using
/// the log all the while.
base::Result<void> empty_log_surely(sqlite::Database& database);

}  // namespace candor::consult
