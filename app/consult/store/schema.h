#pragma once
#include "base/result.h"
#include "sqlite/database.h"

namespace candor::consult {

/// The newest layout of consult.db (PRAGMA user_version) that this program knows.
inline constexpr int kSchemaVersion = 4;

/// The first layouts with delivery, with a record, and with arrivals as entries of it.
inline constexpr int kDeliverySince = 2, kRecordSince = 3, kArrivalsSince = 4;

/// Brings the file to kSchemaVersion, a step a version, in one transaction. Fault unsupported when
/// a newer program wrote it.
base::Result<void> migrate(sqlite::Database& database);

/// Faults: unsupported as above. 0: nothing was ever stored.
base::Result<int> schema_version(sqlite::Database& database);

}  // namespace candor::consult
