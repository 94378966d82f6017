#include "consult/store/schema.h"

#include <array>
#include <string>

#include "base/clock.h"
#include "consult/store/record.h"

namespace candor::consult {
namespace {

// One step a version; a step that has shipped never changes. `sequence` says the order of arrival,
// which the wall clock cannot; numbers are never used again, so that delivery can count on them.
constexpr std::array<const char*, kSchemaVersion> kSteps = {
    R"(CREATE TABLE request (
         sequence INTEGER PRIMARY KEY AUTOINCREMENT,
         id TEXT NOT NULL UNIQUE,
         reference TEXT NOT NULL UNIQUE,
         created TEXT NOT NULL,
         state TEXT NOT NULL DEFAULT 'requested',
         key_fingerprint TEXT NOT NULL,
         sealed BLOB NOT NULL,
         digest BLOB NOT NULL
       ) STRICT;)",
    // Delivery: when a server had it.
    R"(ALTER TABLE request ADD COLUMN delivered TEXT;
       CREATE INDEX request_waiting ON request (sequence) WHERE delivered IS NULL;)",
    // The desk, and the record of what it did. The triggers stop mistakes; whoever means harm is
    // found by the chain of hashes. Without the one on INSERT, "INSERT OR REPLACE" would replace.
    R"(ALTER TABLE request ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
       ALTER TABLE request ADD COLUMN changed TEXT;
       CREATE TABLE record (
         number INTEGER PRIMARY KEY,
         request_id TEXT NOT NULL,
         at TEXT NOT NULL,
         who TEXT NOT NULL,
         kind TEXT NOT NULL,
         text TEXT NOT NULL,
         sealed_note BLOB,
         note_digest BLOB NOT NULL,
         hash BLOB NOT NULL
       ) STRICT;
       CREATE INDEX record_of_request ON record (request_id);
       CREATE TRIGGER record_only_grows BEFORE INSERT ON record
         WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM record)
         BEGIN SELECT RAISE(ABORT, 'the record only grows at its end'); END;
       CREATE TRIGGER record_keeps_all BEFORE DELETE ON record
         BEGIN SELECT RAISE(ABORT, 'the record keeps every entry'); END;
       CREATE TRIGGER record_loses_notes_alone BEFORE UPDATE ON record
         WHEN NEW.sealed_note IS NOT NULL OR
              (NEW.number, NEW.request_id, NEW.at, NEW.who, NEW.kind, NEW.text, NEW.note_digest,
               NEW.hash) IS NOT (OLD.number, OLD.request_id, OLD.at, OLD.who, OLD.kind, OLD.text,
               OLD.note_digest, OLD.hash)
         BEGIN SELECT RAISE(ABORT, 'the record changes nothing'); END;)",
    // Arrivals are entries of the record: see enter_what_is_there().
    "",
};

}  // namespace

base::Result<int> schema_version(sqlite::Database& database) {
    const auto version = TRY(database.number("PRAGMA user_version"));
    if (version > kSchemaVersion)
        return base::fail(base::FaultKind::unsupported, database.where(),
                          "layout " + std::to_string(version) + ", this program knows up to " +
                              std::to_string(kSchemaVersion));
    return static_cast<int>(version);
}

base::Result<void> migrate(sqlite::Database& database) {
    auto version = schema_version(database);
    if (!version) return tl::unexpected(version.error());
    if (*version == kSchemaVersion) return {};
    sqlite::Transaction transaction(database);
    TRY(transaction.begin());
    // Another process may have been faster.
    version = schema_version(database);
    if (!version) return tl::unexpected(version.error());
    for (int step = *version; step < kSchemaVersion; ++step)
        TRY(database.run(kSteps[static_cast<std::size_t>(step)]));
    if (*version < kArrivalsSince) TRY(enter_what_is_there(database, base::utc_now()));
    const std::string set = "PRAGMA user_version = " + std::to_string(kSchemaVersion);
    TRY(database.run(set.c_str()));
    return transaction.commit();
}

}  // namespace candor::consult
