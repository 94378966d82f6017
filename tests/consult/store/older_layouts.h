#pragma once
#include "consult/store/queue_rows.h"
#include "consult/store/record.h"
#include "other_program.h"
#include "store.h"

// Every layout that a released program wrote, as that program wrote it. These never change.

namespace candor::consult {

inline constexpr const char* kLayout1 = R"(
    PRAGMA journal_mode = WAL;
    CREATE TABLE request (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      reference TEXT NOT NULL UNIQUE,
      created TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'requested',
      key_fingerprint TEXT NOT NULL,
      sealed BLOB NOT NULL,
      digest BLOB NOT NULL
    ) STRICT;
    PRAGMA user_version = 1;)";

inline constexpr const char* kFrom1To2 = R"(
    ALTER TABLE request ADD COLUMN delivered TEXT;
    CREATE INDEX request_waiting ON request (sequence) WHERE delivered IS NULL;
    PRAGMA user_version = 2;)";

inline constexpr const char* kFrom2To3 = R"(
    ALTER TABLE request ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
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
      BEGIN SELECT RAISE(ABORT, 'the record changes nothing'); END;
    PRAGMA user_version = 3;)";

/// consult.db as an older program left it, with the requests "old-1" (K7Q4FM8) and "old-2". From
/// layout 3 on old-2 was called, and "old-gone" too, which the kiosk erased after its delivery.
inline void put_older_file(const std::filesystem::path& file, int layout) {
    Other program(file);
    program.run(kLayout1);
    if (layout >= 2) program.run(kFrom1To2);
    if (layout >= 3) program.run(kFrom2To3);
    auto database = sqlite::Database::open(file, sqlite::Access::read_write, 20);
    int row = 0;
    for (const char* reference : {"K7Q4FM8", "2222222"}) {
        const std::string id = "old-" + std::to_string(++row);
        EXPECT_TRUE(insert_row(*database, {id, "", kMonday, "", "k", sealed_for(id)},
                               [&] { return reference; }));
    }
    if (layout >= 3) {
        program.run("UPDATE request SET state = 'called', revision = 1 WHERE id = 'old-2'");
        for (const char* id : {"old-2", "old-gone"})
            EXPECT_TRUE(append_change(*database,
                                      {0, id, kMonday, "Ada", ChangeKind::progress, "new called"}));
    }
    program.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace candor::consult
