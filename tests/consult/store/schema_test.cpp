#include "consult/store/schema.h"

#include <gtest/gtest.h>

#include "older_layouts.h"

namespace candor::consult {
namespace {

class OlderFile {
  public:
    explicit OlderFile(int layout) { put_older_file(file(), layout); }
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
        EXPECT_EQ(rows->at(0).request.id, "old-1");
        EXPECT_EQ(rows->at(0).request.reference, "K7Q4FM8");
        EXPECT_EQ(rows->at(0).request.sealed, sealed_for("old-1"));
        EXPECT_EQ(rows->at(0).progress, Progress::fresh);
        EXPECT_TRUE((*inbox)->set_progress("old-1", 0, Progress::called, "Ada", kTuesday));
        EXPECT_TRUE((*inbox)->verify()->holds());
        EXPECT_EQ((*Outbox::open(older.file()))->count()->count, 2);
        EXPECT_EQ(Other(older.file()).text("PRAGMA user_version"), std::to_string(kSchemaVersion));
    }
}

TEST(Schema, requests_that_were_there_are_marked_as_seen_by_the_update) {
    for (int layout = 1; layout < kArrivalsSince; ++layout) {
        const OlderFile older(layout);
        const auto inbox = open_sqlite_inbox(older.file());
        for (const char* id : {"old-1", "old-2"}) {
            const auto entry = (*inbox)->changes(id)->back();
            EXPECT_EQ(entry.kind, ChangeKind::seen) << layout;
            EXPECT_EQ(entry.by, "update of Candor");
        }
        EXPECT_EQ((*inbox)->verify()->seen, 2);
        EXPECT_TRUE((*inbox)->verify()->holds()) << layout;
        if (layout < kRecordSince) continue;
        const auto gone = (*inbox)->changes("old-gone")->back();
        EXPECT_EQ(gone.kind, ChangeKind::purge);
        EXPECT_EQ(gone.text, "gone already");
    }
}

TEST(Schema, record_of_an_earlier_layout_is_verified_without_coming_forward) {
    for (int layout = 1; layout < kSchemaVersion; ++layout) {
        const OlderFile older(layout);
        EXPECT_TRUE(verify_sqlite_inbox(older.file())->holds()) << layout;
        EXPECT_EQ(verify_sqlite_inbox(older.file())->entries, layout < kRecordSince ? 0 : 2);
        EXPECT_EQ(Other(older.file()).text("PRAGMA user_version"), std::to_string(layout));
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
    auto kiosk = sqlite::Database::open(older.file(), sqlite::Access::read_write, 20);
    ASSERT_TRUE(open_sqlite_inbox(older.file()));
    EXPECT_TRUE(insert_row(*kiosk, {"id-3", "", kMonday, "", "k", {1}},
                           [] { return std::string("2222233"); }));
    EXPECT_EQ((*open_sqlite_inbox(older.file()))->rows()->size(), 3U);
}

}  // namespace candor::consult
