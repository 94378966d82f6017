#pragma once
#include <filesystem>
#include <memory>

#include "consult/store/inbox.h"

namespace candor::consult {

/// The inbox of one machine: consult.db, which the kiosk on it appends to. The file is migrated
/// when it is an older program's. Fault not_found where there is no file yet.
base::Result<std::unique_ptr<Inbox>> open_sqlite_inbox(const std::filesystem::path& file,
                                                       int busy_ms = 2000);

/// Inbox::verify() without writing: an older program's file is not migrated (and has no record).
/// Fault not_found where there is no file yet.
base::Result<ChainReport> verify_sqlite_inbox(const std::filesystem::path& file,
                                              int busy_ms = 2000);

}  // namespace candor::consult
