#include "consult/store/sqlite_inbox.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../base/small_disk.h"
#include "consult/store/queue_rows.h"
#include "other_program.h"
#include "sqlite/database.h"
#include "store.h"

namespace candor::consult {
namespace {

using Faults = std::vector<RecordFault>;

constexpr const char* kKey = "0123456789abcdef";  // Store::send()'s

/// Gives the row's new revision.
std::int64_t set(Inbox& inbox, const std::string& reference, Progress to, const char* at,
                 const char* by = "Ada") {
    const auto row = inbox.row(reference);
    const auto set = inbox.set_progress(row->request.id, row->revision, to, by, at);
    EXPECT_TRUE(set) << (set ? "" : set.error().detail);
    return set ? set->revision : -1;
}

/// Over the row of that id, with its digest.
void write_row(const std::filesystem::path& file, const QueuedRequest& row) {
    auto database = sqlite::Database::open(file, sqlite::Access::read_write, 2000);
    auto statement = sqlite::Statement::prepare(
        *database, "UPDATE request SET created = ?, sealed = ?, digest = ? WHERE id = ?");
    const auto digest = row_digest(row);
    EXPECT_TRUE(statement->bind(row.created).bind(row.sealed).bind(digest).bind(row.id).step());
}

/// Takes every byte of the disk.
void fill(const std::filesystem::path& file) {
    const int rubbish = ::open(file.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    const std::string page(4096, 'r');
    while (::write(rubbish, page.data(), page.size()) > 0) continue;
    ::close(rubbish);
}

}  // namespace

TEST(SqliteInbox, where_nothing_was_stored_is_not_found_and_makes_nothing) {
    const FreshFolder folder;
    EXPECT_EQ(open_sqlite_inbox(folder / "consult.db").error().kind, base::FaultKind::not_found);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(SqliteInbox, fresh_request_is_new_and_unchanged) {
    Store store;
    const std::string reference = store.send("id-1");
    const auto row = store.desk()->row(reference);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->progress, Progress::fresh);
    EXPECT_EQ(row->request.state, "new");
    EXPECT_EQ(row->request.sealed, sealed_for("id-1"));
    EXPECT_EQ(row->revision, 0);
    EXPECT_EQ(row->changed, "");
    EXPECT_EQ(row->kiosk, "");
}

TEST(SqliteInbox, progress_is_kept_and_recorded) {
    Store store;
    const std::string reference = store.send("id-1");
    EXPECT_EQ(set(*store.desk(), reference, Progress::called, kTuesday), 1);
    const auto desk = store.desk();
    const auto row = desk->row(reference);
    EXPECT_EQ(row->request.state, "called");
    EXPECT_EQ(row->progress, Progress::called);
    EXPECT_EQ(row->changed, kTuesday);
    const auto changes = desk->changes("id-1");
    ASSERT_EQ(changes->size(), 2U);
    EXPECT_EQ(changes->at(1).number, 2);
    EXPECT_EQ(changes->at(1).by, "Ada");
    EXPECT_EQ(changes->at(1).at, kTuesday);
    EXPECT_EQ(changes->at(1).text, "new called");
    EXPECT_TRUE(desk->verify()->holds());
}

TEST(SqliteInbox, progress_set_from_an_old_view_is_refused_and_writes_nothing) {
    Store store;
    const std::string reference = store.send("id-1");
    const auto one = store.desk(), other = store.desk();
    const auto seen = other->row(reference);
    set(*one, reference, Progress::called, kTuesday);
    const auto late = other->set_progress("id-1", seen->revision, Progress::closed, "Bo", kTuesday);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().kind, base::FaultKind::changed);
    EXPECT_EQ(other->row(reference)->progress, Progress::called);
    EXPECT_EQ(other->changes("")->size(), 2U);
    EXPECT_EQ(set(*other, reference, Progress::closed, kTuesday), 2);
}

TEST(SqliteInbox, same_progress_again_writes_nothing) {
    Store store;
    const std::string reference = store.send("id-1");
    const auto desk = store.desk();
    set(*desk, reference, Progress::called, kTuesday);
    EXPECT_EQ(set(*desk, reference, Progress::called, kWednesday), 1);
    EXPECT_EQ(desk->changes("")->size(), 2U);
    EXPECT_EQ(desk->row(reference)->changed, kTuesday);
}

TEST(SqliteInbox, notes_are_kept_in_order_and_change_no_revision) {
    Store store;
    const std::string reference = store.send("id-1");
    store.send("id-2");
    const auto desk = store.desk();
    ASSERT_TRUE(desk->add_note("id-1", bytes_of("first"), "Ada", kTuesday));
    ASSERT_TRUE(desk->add_note("id-2", bytes_of("other"), "Ada", kTuesday));
    ASSERT_TRUE(store.desk()->add_note("id-1", bytes_of("second"), "Bo", kTuesday));
    const auto changes = desk->changes("id-1");
    ASSERT_EQ(changes->size(), 3U);
    EXPECT_EQ(changes->at(1).sealed_note, bytes_of("first"));
    EXPECT_EQ(changes->at(2).sealed_note, bytes_of("second"));
    EXPECT_EQ(changes->at(2).kind, ChangeKind::note);
    EXPECT_EQ(desk->row(reference)->revision, 0);
    EXPECT_TRUE(desk->verify()->holds());
}

TEST(SqliteInbox, what_cannot_be_recorded_is_refused_and_writes_nothing) {
    Store store;
    store.send("id-1");
    const auto desk = store.desk();
    using base::FaultKind;
    EXPECT_EQ(desk->add_note("none", {1}, "Ada", kMonday).error().kind, FaultKind::not_found);
    EXPECT_EQ(desk->add_note("id-1", {}, "Ada", kMonday).error().kind, FaultKind::refused);
    EXPECT_EQ(desk->add_note("id-1", {1}, "Ada", "today").error().kind, FaultKind::wrong_format);
    EXPECT_EQ(desk->set_progress("none", 0, Progress::called, "Ada", kMonday).error().kind,
              FaultKind::not_found);
    EXPECT_EQ(desk->set_progress("id-1", 0, Progress::called, "Ada", "today").error().kind,
              FaultKind::wrong_format);
    EXPECT_EQ(desk->purge("9999", "Ada", kMonday).error().kind, FaultKind::wrong_format);
    EXPECT_EQ(desk->enter({seen_entry({"id-1", "", "", "", "", {}}, "Ada", "today")}).error().kind,
              FaultKind::wrong_format);
    EXPECT_EQ(desk->changes("")->size(), 1U);
}

TEST(SqliteInbox, version_grows_with_what_others_do_and_stays_otherwise) {
    Store store;
    const std::string reference = store.send("id-1");
    const auto one = store.desk(), other = store.desk();
    std::int64_t seen = *one->version();
    EXPECT_EQ(*one->version(), seen);
    const auto grew = [&] {
        const auto now = *one->version();
        return now > std::exchange(seen, now);
    };
    store.send("id-2");
    EXPECT_TRUE(grew());
    set(*other, reference, Progress::closed, kMonday);
    EXPECT_TRUE(grew());
    ASSERT_TRUE(other->add_note("id-2", {1}, "Ada", kMonday));
    EXPECT_TRUE(grew());
    ASSERT_EQ(*other->purge(kTuesday, "Ada", kTuesday), 1);
    EXPECT_TRUE(grew());
    EXPECT_FALSE(grew());
}

TEST(SqliteInbox, sealed_bytes_beyond_any_request_stay_on_the_disk) {
    Store store;
    store.send("a");
    auto database = sqlite::Database::open(store.file(), sqlite::Access::read_write, 2000);
    const auto sealed = std::vector<std::uint8_t>((std::size_t{1} << 21) + 1, 7);
    ASSERT_TRUE(insert_row(*database, {"b", "", kMonday, "", "k", sealed},
                           [] { return std::string("K7Q4FM8"); }));
    const auto rows = store.desk()->rows();
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ(rows->at(0).request.state, "new");
    EXPECT_EQ(rows->at(1).request.state, "damaged");
    EXPECT_TRUE(rows->at(1).request.sealed.empty());
}

TEST(SqliteInbox, mistyped_unknown_and_damaged_are_told_apart) {
    Store store;
    std::string reference = store.send("id-1");
    const auto desk = store.desk();
    EXPECT_EQ(desk->row("K7Q4FM8").error().kind, base::FaultKind::not_found);
    EXPECT_EQ(desk->row("K7Q4FM9").error().kind, base::FaultKind::wrong_format);
    Other(store.file()).run("UPDATE request SET sealed = x'00'");
    EXPECT_EQ(desk->row(reference).error().kind, base::FaultKind::damaged);
    EXPECT_EQ(desk->rows()->at(0).request.state, "damaged");
    EXPECT_EQ(desk->verify()->faults, (Faults{{Wrong::damaged, reference}}));
}

TEST(SqliteInbox, state_that_is_none_is_damage) {
    Store store;
    store.send("id-1");
    Other(store.file()).run("UPDATE request SET state = 'happy'");
    EXPECT_EQ(store.desk()->rows()->at(0).request.state, "damaged");
}

TEST(SqliteInbox, state_set_behind_the_record_is_found) {
    Store store;
    const std::string reference = store.send("id-1");
    Other(store.file()).run("UPDATE request SET state = 'closed'");
    EXPECT_EQ(store.desk()->verify()->faults, (Faults{{Wrong::unrecorded, reference}}));
}

TEST(SqliteInbox, arrival_is_entered_with_the_request_and_once) {
    Store store;
    const std::string reference = store.send("id-1");
    EXPECT_EQ(store.send("id-1"), reference);
    const auto changes = store.desk()->changes("");
    ASSERT_EQ(changes->size(), 1U);
    EXPECT_EQ(changes->at(0).kind, ChangeKind::arrival);
    EXPECT_EQ(changes->at(0).request_id, "id-1");
    EXPECT_EQ(changes->at(0).at, kMonday);
    EXPECT_EQ(changes->at(0).text, arrival_text(store.desk()->row(reference)->request));
    EXPECT_TRUE(store.desk()->row(reference)->entered);
}

// What a hand that knows SQL does, with the rows' own digests made anew.
TEST(SqliteInbox, requests_that_were_swapped_or_dated_anew_are_found) {
    Store swapped, dated;
    const std::string one = swapped.send("id-1"), other = swapped.send("id-2");
    write_row(swapped.file(), {"id-1", "", kMonday, "", kKey, sealed_for("id-2")});
    write_row(swapped.file(), {"id-2", "", kMonday, "", kKey, sealed_for("id-1")});
    EXPECT_EQ(swapped.desk()->row(one)->request.sealed, sealed_for("id-2"));
    EXPECT_EQ(swapped.desk()->verify()->faults,
              (Faults{{Wrong::altered, one}, {Wrong::altered, other}}));
    const std::string reference = dated.send("id-1");
    write_row(dated.file(), {"id-1", "", kTuesday, "", kKey, sealed_for("id-1")});
    EXPECT_EQ(dated.desk()->verify()->faults, (Faults{{Wrong::altered, reference}}));
}

TEST(SqliteInbox, request_that_was_deleted_is_named_whatever_was_done_with_it) {
    Store store;
    const std::string fresh = store.send("id-1"), handled = store.send("id-2");
    const auto desk = store.desk();
    set(*desk, handled, Progress::closed, kTuesday);
    Other(store.file()).run("DELETE FROM request");
    EXPECT_EQ(desk->verify()->faults, (Faults{{Wrong::gone, fresh}, {Wrong::gone, handled}}));
}

TEST(SqliteInbox, request_that_was_copied_into_another_row_is_found) {
    Store store;
    store.send("id-1");
    store.send("id-2");
    Other(store.file()).run("DROP TRIGGER record_keeps_all; DELETE FROM record WHERE number = 2");
    write_row(store.file(), {"id-2", "", kMonday, "", kKey, sealed_for("id-1")});
    const auto faults = store.desk()->verify()->faults;
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0].wrong, Wrong::doubled);
    EXPECT_EQ(faults[1].wrong, Wrong::not_entered);
}

TEST(SqliteInbox, row_that_no_kiosk_entered_is_told_until_somebody_works_on_it) {
    Store store;
    store.send("id-1");
    auto older = sqlite::Database::open(store.file(), sqlite::Access::read_write, 2000);
    for (const char* reference : {"K7Q4FM8", "2222222"})
        ASSERT_TRUE(insert_row(*older, {reference, "", kMonday, "", kKey, sealed_for(reference)},
                               [&] { return std::string(reference); }));
    const auto desk = store.desk();
    EXPECT_EQ(desk->verify()->faults,
              (Faults{{Wrong::not_entered, "K7Q4FM8"}, {Wrong::not_entered, "2222222"}}));
    set(*desk, "K7Q4FM8", Progress::called, kTuesday);
    EXPECT_EQ(desk->verify()->faults, (Faults{{Wrong::not_entered, "2222222"}}));
    const auto row = desk->row("2222222");
    EXPECT_FALSE(row->entered);
    const auto entry = seen_entry(row->request, "Bo", kTuesday);
    ASSERT_TRUE(desk->enter({entry, entry}));
    EXPECT_EQ(desk->changes("2222222")->size(), 1U);
    EXPECT_EQ(desk->changes("2222222")->at(0).by, "Bo");
    EXPECT_TRUE(desk->verify()->holds());
    EXPECT_EQ(desk->verify()->seen, 2);
}

TEST(SqliteInbox, last_number_of_all_is_damage_and_overflows_nothing) {
    Store store;
    const std::string reference = store.send("id-1");
    store.close_kiosk();
    Other(store.file())
        .run(
            "DROP TRIGGER record_loses_notes_alone;"
            "UPDATE record SET number = 9223372036854775807");
    const auto desk = store.desk();
    EXPECT_EQ(desk->set_progress("id-1", 0, Progress::called, "Ada", kMonday).error().kind,
              base::FaultKind::damaged);
    EXPECT_EQ(desk->row(reference)->progress, Progress::fresh);
    EXPECT_EQ(desk->verify()->broken.number, 9223372036854775807);
}

TEST(SqliteInbox, record_refuses_every_change_but_the_loss_of_a_note) {
    Store store;
    store.send("id-1");
    const auto desk = store.desk();
    ASSERT_TRUE(desk->add_note("id-1", {1}, "Ada", kMonday));
    ASSERT_TRUE(desk->add_note("id-1", {2}, "Ada", kMonday));
    Other other(store.file());
    for (const char* sql :
         {"DELETE FROM record", "UPDATE record SET who = 'Eve'", "UPDATE record SET number = 9",
          "UPDATE record SET rowid = 9 WHERE rowid = 3", "UPDATE record SET sealed_note = x'07'",
          "UPDATE record SET sealed_note = NULL, who = 'Eve'", "UPDATE record SET hash = x''",
          "INSERT OR REPLACE INTO record SELECT 2, request_id, at, 'Eve', kind, text, NULL,"
          " note_digest, hash FROM record WHERE number = 1",
          "INSERT INTO record SELECT 5, request_id, at, who, kind, text, NULL, note_digest, hash"
          " FROM record WHERE number = 1"})
        EXPECT_NE(other.refusal_of(sql), "") << sql;
    other.run("UPDATE record SET sealed_note = NULL WHERE number = 2");
    EXPECT_TRUE(desk->verify()->holds());
    EXPECT_EQ(desk->changes("")->at(2).sealed_note, std::vector<std::uint8_t>{2});
}

TEST(SqliteInbox, record_altered_without_its_triggers_is_found) {
    for (const char* sql :
         {"UPDATE record SET who = 'Eve' WHERE number = 2", "DELETE FROM record WHERE number = 2",
          "UPDATE record SET kind = 'nonsense' WHERE number = 2"}) {
        Store store;
        store.send("id-1");
        const auto desk = store.desk();
        for (int i = 0; i < 3; ++i) ASSERT_TRUE(desk->add_note("id-1", {1}, "Ada", kMonday));
        Other other(store.file());
        other.run("DROP TRIGGER record_keeps_all; DROP TRIGGER record_loses_notes_alone");
        other.run(sql);
        EXPECT_EQ(desk->verify()->broken.place, 2) << sql;
    }
}

TEST(SqliteInbox, purge_erases_the_bytes_of_what_was_closed_before_and_nothing_else) {
    Store store;
    const std::string old = store.send("closed-early"), late = store.send("closed-late");
    store.send("still-new");
    const auto desk = store.desk();
    ASSERT_TRUE(desk->add_note("closed-early", sealed_for("early-note"), "Ada", kMonday));
    ASSERT_TRUE(desk->add_note("closed-late", sealed_for("late-note"), "Ada", kMonday));
    set(*desk, old, Progress::closed, kMonday);
    set(*desk, late, Progress::closed, kTuesday);
    EXPECT_EQ(*desk->purge(kTuesday, "Ada", kWednesday), 1);
    const std::string bytes = everything_in(store.folder());
    EXPECT_EQ(bytes.find("<sealed closed-early>"), std::string::npos);
    EXPECT_EQ(bytes.find("<sealed early-note>"), std::string::npos);
    for (const char* kept : {"<sealed closed-late>", "<sealed late-note>", "<sealed still-new>"})
        EXPECT_NE(bytes.find(kept), std::string::npos) << kept;
    EXPECT_EQ(desk->row(old).error().kind, base::FaultKind::not_found);
    EXPECT_EQ(desk->rows()->size(), 2U);
    EXPECT_EQ(desk->changes("closed-early")->back().kind, ChangeKind::purge);
    EXPECT_TRUE(desk->verify()->holds());
    EXPECT_EQ(*desk->purge(kTuesday, "Ada", kWednesday), 0);
}

TEST(SqliteInbox, purge_while_somebody_reads_is_locked_and_erases_the_bytes_at_the_next) {
    Store store;
    const std::string reference = store.send("closed-early");
    set(*store.desk(), reference, Progress::closed, kMonday);
    const auto desk = store.desk(20);
    {
        Other reader(store.file());
        reader.run("BEGIN; SELECT count(*) FROM request");
        EXPECT_EQ(desk->purge(kTuesday, "Ada", kWednesday).error().kind, base::FaultKind::locked);
    }
    EXPECT_EQ(*desk->purge(kTuesday, "Ada", kWednesday), 0);
    EXPECT_EQ(everything_in(store.folder()).find("<sealed"), std::string::npos);
}

TEST(SqliteInbox, file_put_in_place_of_the_open_one_is_noticed) {
    Store first, second;
    first.send("id-1");
    const std::string reference = second.send("id-2");
    second.close_kiosk();
    const auto desk = first.desk();
    EXPECT_EQ(desk->rows()->size(), 1U);
    std::filesystem::rename(second.file(), first.file());
    EXPECT_TRUE(desk->row(reference));
}

TEST(SqliteInbox, requests_on_a_read_only_disk_can_be_read_and_not_changed) {
    const FreshFolder folder;
    const base::SmallDisk disk(folder.path());
    if (!disk.mounted()) GTEST_SKIP() << "needs the right to mount";
    const auto file = folder / "consult.db";
    ASSERT_TRUE((*Queue::open(file, OpenMode::append))->append("id-1", kMonday, "k", {1}));
    ASSERT_TRUE(disk.set_read_only(true));
    const auto desk = open_sqlite_inbox(file);
    ASSERT_TRUE(desk) << desk.error().detail;
    EXPECT_EQ((*desk)->rows()->size(), 1U);
    EXPECT_EQ(*(*desk)->version(), 2);
    EXPECT_TRUE((*desk)->verify()->holds());
    EXPECT_EQ((*desk)->set_progress("id-1", 0, Progress::called, "Ada", kMonday).error().kind,
              base::FaultKind::read_only);
}

TEST(SqliteInbox, requests_on_a_full_disk_can_be_read_with_what_is_still_in_the_log) {
    const FreshFolder folder;
    const base::SmallDisk disk(folder.path());
    if (!disk.mounted()) GTEST_SKIP() << "needs the right to mount";
    const auto file = folder / "consult.db";
    ASSERT_TRUE((*Queue::open(file, OpenMode::append))->append("id-1", kMonday, kKey, {1}));
    {
        // Killed before the log was taken over.
        auto database = sqlite::Database::open(file, sqlite::Access::read_write, 20);
        database->keep_log(true);
        ASSERT_TRUE(insert_row(*database, {"id-2", "", kMonday, "", kKey, {2}},
                               [] { return std::string("K7Q4FM8"); }));
    }
    std::filesystem::remove(folder / "consult.db-shm");
    ASSERT_GT(std::filesystem::file_size(folder / "consult.db-wal"), 0U);
    fill(folder / "rubbish");
    const auto desk = open_sqlite_inbox(file);
    ASSERT_TRUE(desk) << desk.error().detail;
    EXPECT_EQ((*desk)->rows()->size(), 2U);
    EXPECT_EQ((*Queue::open(file, OpenMode::read))->list()->size(), 2U);
    EXPECT_EQ((*desk)->set_progress("id-1", 0, Progress::called, "Ada", kMonday).error().kind,
              base::FaultKind::disk_full);
    std::filesystem::remove(folder / "rubbish");
    EXPECT_TRUE((*desk)->set_progress("id-1", 0, Progress::called, "Ada", kMonday));
    EXPECT_EQ((*desk)->rows()->size(), 2U);
}

TEST(SqliteInbox, two_desks_and_a_kiosk_at_once_lose_and_overwrite_nothing) {
    Store store;
    constexpr int kEach = 25, kDesks = 2;
    const std::string reference = store.send("contended");
    store.close_kiosk();
    for (int process = 0; process < kDesks + 1; ++process) {
        if (::fork() != 0) continue;
        bool well = true;
        if (process == kDesks) {
            const auto kiosk = Queue::open(store.file(), OpenMode::append, 30000);
            for (int i = 0; well && i < kEach; ++i)
                well = (*kiosk)
                           ->append("id-" + std::to_string(i), kMonday, "k",
                                    sealed_for(std::to_string(i)))
                           .has_value();
            ::_exit(well ? 0 : 1);
        }
        const auto desk = open_sqlite_inbox(store.file(), 30000);
        const std::string by = "desk-" + std::to_string(process);
        for (int done = 0; well && done < kEach;) {
            const auto row = (*desk)->row(reference);
            const auto to = row->progress == Progress::called ? Progress::booked : Progress::called;
            const auto set = (*desk)->set_progress("contended", row->revision, to, by, kMonday);
            well = set || set.error().kind == base::FaultKind::changed;
            if (!set) continue;
            ++done;
            well = well && (*desk)->add_note("contended", {1, 2}, by, kMonday).has_value();
        }
        ::_exit(well ? 0 : 1);
    }
    for (int process = 0; process < kDesks + 1; ++process) {
        int status = 0;
        ::wait(&status);
        EXPECT_EQ(status, 0);
    }
    const auto desk = store.desk();
    EXPECT_EQ(desk->rows()->size(), 1U + kEach);
    EXPECT_EQ(desk->row(reference)->revision, kDesks * kEach);
    EXPECT_EQ(desk->changes("contended")->size(), 1 + 2U * kDesks * kEach);
    EXPECT_TRUE(desk->verify()->holds());
    EXPECT_EQ(*desk->version(), 2 * (1 + kEach) + 2 * kDesks * kEach);
}

}  // namespace candor::consult
