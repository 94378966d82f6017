#include "consult/store/rehearsal.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "other_program.h"
#include "store.h"

namespace candor::consult {
namespace {

using base::FaultKind;
namespace fs = std::filesystem;

constexpr int kBusyMs = 20;
constexpr const char* kDay = "2026-11-28";

/// The fault's name; "ok": there is none.
std::string rehearsed(const fs::path& file) {
    const auto stored = rehearse(file, kBusyMs);
    return stored ? "ok" : base::name_of(stored.error().kind);
}

fs::path set_aside(const fs::path& file) {
    const auto aside = set_aside_if_damaged(file, kDay, kBusyMs);
    EXPECT_TRUE(aside) << (aside ? "" : aside.error().detail);
    return aside && *aside ? **aside : fs::path();
}

void overwrite(const fs::path& file, std::streamoff at, const std::string& bytes) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(at);
    stream << bytes;
}

}  // namespace

TEST(Rehearsal, leaves_nothing_behind_where_nothing_was_stored) {
    const FreshFolder folder;
    EXPECT_EQ(rehearsed(folder / "consult.db"), "ok");
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(Rehearsal, stores_nothing_and_uses_up_no_number) {
    Store store;
    store.send("one");
    EXPECT_EQ(rehearsed(store.file()), "ok");
    store.send("two");
    Other other(store.file());
    EXPECT_EQ(other.text("SELECT count(*) || ' ' || max(sequence) FROM request"), "2 2");
}

TEST(Rehearsal, names_what_keeps_a_request_from_being_stored) {
    const FreshFolder folder;
    const fs::path file = folder / "consult.db";
    EXPECT_EQ(rehearsed(folder / "none/consult.db"), "not_found");
    std::ofstream(file) << std::string(5000, 'x');
    EXPECT_EQ(rehearsed(file), "damaged");
    std::ofstream(file, std::ios::trunc) << std::string(50, 'x');
    EXPECT_EQ(rehearsed(file), "damaged") << "cut off";
    std::ofstream(file, std::ios::trunc) << "";
    EXPECT_EQ(rehearsed(file), "damaged") << "emptied";
    fs::remove(file);
    fs::create_directory(file);
    EXPECT_EQ(rehearsed(file), "wrong_format") << "a folder";
    fs::remove(file);
    ASSERT_EQ(::mkfifo(file.c_str(), 0600), 0);
    EXPECT_EQ(rehearsed(file), "wrong_format") << "a FIFO";
    fs::remove(file);
    fs::create_symlink("nowhere", file);
    EXPECT_EQ(rehearsed(file), "not_found") << "a link that leads nowhere";
}

TEST(Rehearsal, newer_layout_is_unsupported_and_stays_where_it_is) {
    Store store;
    store.send("one");
    store.close_kiosk();
    { Other(store.file()).run("PRAGMA user_version = 999"); }
    EXPECT_EQ(rehearsed(store.file()), "unsupported");
    EXPECT_EQ(set_aside(store.file()), "");
    EXPECT_TRUE(fs::exists(store.file()));
}

TEST(Rehearsal, damaged_file_is_kept_whole_under_another_name_and_a_new_one_can_begin) {
    const FreshFolder folder;
    const fs::path file = folder / "consult.db";
    std::ofstream(file) << std::string(5000, 'x');
    std::ofstream(file.string() + "-wal") << "log";
    EXPECT_EQ(set_aside(file), folder / "consult.db.damaged-2026-11-28");
    EXPECT_EQ(base::read_file(folder / "consult.db.damaged-2026-11-28", 9999)->size(), 5000U);
    EXPECT_EQ(*base::read_file(folder / "consult.db.damaged-2026-11-28-wal", 9), "log");
    EXPECT_FALSE(fs::exists(file.string() + "-wal"));
    EXPECT_EQ(rehearsed(file), "ok");
}

TEST(Rehearsal, second_damaged_file_of_a_day_replaces_nothing) {
    const FreshFolder folder;
    for (const char* words : {"first", "second"}) {
        std::ofstream(folder / "consult.db") << words;
        set_aside(folder / "consult.db");
    }
    const auto kept = set_aside_in(folder.path());
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(*base::read_file(kept[0], 99), "first");
    EXPECT_EQ(*base::read_file(kept[1], 99), "second");
}

TEST(Rehearsal, what_a_kill_left_half_moved_finds_together_again) {
    const FreshFolder folder;
    std::ofstream(folder / "consult.db") << "cut";
    std::ofstream(folder / "consult.db.damaged-2026-11-28-wal") << "its log";
    EXPECT_EQ(set_aside(folder / "consult.db"), folder / "consult.db.damaged-2026-11-28");
}

TEST(Rehearsal, good_file_is_never_set_aside) {
    Store store;
    store.send("one");
    EXPECT_EQ(set_aside(store.file()), "");
    EXPECT_EQ(store.desk()->rows()->size(), 1U);
}

TEST(Rehearsal, damage_that_the_next_request_does_not_meet_is_found_all_the_same) {
    Store store;
    for (int i = 0; i < 40; ++i) store.send("request-" + std::to_string(i));
    store.close_kiosk();
    { Other(store.file()).run("PRAGMA wal_checkpoint(TRUNCATE)"); }
    // A page of the middle: overflow of a row, whose bytes a new row does not touch.
    const auto pages = fs::file_size(store.file()) / 4096;
    overwrite(store.file(), static_cast<std::streamoff>(pages / 2 * 4096), std::string(8, '\xFF'));
    EXPECT_NE(set_aside(store.file()), "");
}

}  // namespace candor::consult
