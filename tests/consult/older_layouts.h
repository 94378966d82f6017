#pragma once
#include "consult/queue_rows.h"
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

/// consult.db as an older program left it, with the requests "old-1" (K7Q4FM8) and "old-2".
inline void put_older_file(const std::filesystem::path& file, int layout) {
    Other program(file);
    program.run(kLayout1);
    if (layout >= 2) program.run(kFrom1To2);
    auto database = Database::open(file, Access::read_write, 20);
    int row = 0;
    for (const char* reference : {"K7Q4FM8", "2222222"}) {
        const std::string id = "old-" + std::to_string(++row);
        EXPECT_TRUE(insert_row(*database, {id, "", kMonday, "", "k", sealed_for(id)},
                               [&] { return reference; }));
    }
    program.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace candor::consult
