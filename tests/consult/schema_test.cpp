#include "consult/schema.h"

#include <gtest/gtest.h>

#include "consult/queue_rows.h"
#include "other_program.h"
#include "store.h"

// Every layout that a released program wrote, as that program wrote it. These never change.

namespace candor::consult {
namespace {

constexpr const char* kLayout1 = R"(
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

constexpr const char* kFrom1To2 = R"(
    ALTER TABLE request ADD COLUMN delivered TEXT;
    CREATE INDEX request_waiting ON request (sequence) WHERE delivered IS NULL;
    PRAGMA user_version = 2;)";

/// consult.db as an older program left it, with the requests "id-1" (K7Q4FM8) and "id-2".
class OlderFile {
  public:
    explicit OlderFile(int layout) {
        Other program(file());
        program.run(kLayout1);
        if (layout >= 2) program.run(kFrom1To2);
        auto database = Database::open(file(), Access::read_write, 20);
        int row = 0;
        for (const char* reference : {"K7Q4FM8", "2222222"}) {
            const std::string id = "id-" + std::to_string(++row);
            EXPECT_TRUE(insert_row(*database, {id, "", kMonday, "", "k", sealed_for(id)},
                                   [&] { return reference; }));
        }
        program.run("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    std::filesystem::path file() const { return folder_ / "consult.db"; }

  private:
    FreshFolder folder_;
};

/// Without blanks, which differ.
std::string layout_of(const std::filesystem::path& file) {
    return Other(file).text(
        "SELECT group_concat(replace(replace(sql, ' ', ''), char(10), ''), char(10))"
        " FROM (SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name)");
}

}  // namespace

TEST(Schema, every_earlier_layout_comes_forward_with_its_requests) {
    for (int layout = 1; layout < kSchemaVersion; ++layout) {
        const OlderFile older(layout);
        const auto inbox = open_sqlite_inbox(older.file());
        ASSERT_TRUE(inbox) << inbox.error().detail;
        const auto rows = (*inbox)->rows();
        ASSERT_EQ(rows->size(), 2U) << layout;
        EXPECT_EQ(rows->at(0).request.id, "id-1");
        EXPECT_EQ(rows->at(0).request.reference, "K7Q4FM8");
        EXPECT_EQ(rows->at(0).request.sealed, sealed_for("id-1"));
        EXPECT_EQ(rows->at(0).progress, Progress::fresh);
        EXPECT_TRUE((*inbox)->set_progress("id-1", 0, Progress::called, "Ada", kTuesday));
        EXPECT_TRUE((*inbox)->verify()->holds());
        EXPECT_EQ((*Outbox::open(older.file()))->count()->count, 2);
        EXPECT_EQ(Other(older.file()).text("PRAGMA user_version"), std::to_string(kSchemaVersion));
    }
}

TEST(Schema, file_that_came_forward_is_laid_out_like_a_new_one) {
    Store fresh;
    fresh.send("id-1");
    for (int layout = 1; layout < kSchemaVersion; ++layout) {
        const OlderFile older(layout);
        ASSERT_TRUE(Queue::open(older.file(), OpenMode::append));
        EXPECT_EQ(layout_of(older.file()), layout_of(fresh.file())) << layout;
    }
}

TEST(Schema, earlier_layouts_are_read_without_coming_forward) {
    for (int layout = 1; layout < kSchemaVersion; ++layout) {
        const OlderFile older(layout);
        EXPECT_EQ((*Queue::open(older.file(), OpenMode::read))->list()->size(), 2U);
        EXPECT_EQ(Other(older.file()).text("PRAGMA user_version"), std::to_string(layout));
    }
}

TEST(Schema, older_program_that_still_runs_goes_on_storing) {
    const OlderFile older(1);
    auto kiosk = Database::open(older.file(), Access::read_write, 20);
    ASSERT_TRUE(open_sqlite_inbox(older.file()));
    EXPECT_TRUE(insert_row(*kiosk, {"id-3", "", kMonday, "", "k", {1}},
                           [] { return std::string("2222233"); }));
    EXPECT_EQ((*open_sqlite_inbox(older.file()))->rows()->size(), 3U);
}

}  // namespace candor::consult
