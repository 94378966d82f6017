#include "sqlite/database.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/files.h"
#include "base/scratch_folder.h"

namespace candor::sqlite {
namespace {

using base::FaultKind;

class DatabaseFile : public testing::Test {
  protected:
    std::filesystem::path file() const { return scratch_.path() / "x.db"; }
    Database made() const { return Database::open(file(), Access::make, 20).value(); }

  private:
    base::ScratchFolder scratch_ = base::ScratchFolder::in_temp("candor-sqlite").value();
};

std::vector<std::string> texts(Database& database, const char* sql) {
    return Statement::prepare(database, sql).value().texts().value();
}

}  // namespace

TEST_F(DatabaseFile, only_what_may_be_made_is_made) {
    EXPECT_EQ(Database::open(file(), Access::read_write, 0).error().kind, FaultKind::not_found);
    EXPECT_EQ(Database::open(file(), Access::read_only, 0).error().kind, FaultKind::not_found);
    EXPECT_FALSE(std::filesystem::exists(file()));
    EXPECT_TRUE(made().run("CREATE TABLE t (a)"));
    EXPECT_TRUE(Database::open(file(), Access::read_only, 0));
}

TEST_F(DatabaseFile, folder_FIFO_and_cut_file_are_told_by_name) {
    EXPECT_EQ(Database::open(file().parent_path(), Access::make, 0).error().kind,
              FaultKind::wrong_format);
    ASSERT_TRUE(base::write_file_atomically(file(), "SQLite"));
    const auto fault = Database::open(file(), Access::make, 0).error();
    EXPECT_EQ(fault.kind, FaultKind::damaged);
    EXPECT_EQ(fault.where, file().string());
}

TEST_F(DatabaseFile, other_bytes_are_damaged_and_a_held_file_is_locked) {
    ASSERT_TRUE(base::write_file_atomically(file(), std::string(4096, 'x')));
    EXPECT_EQ(made().run("SELECT * FROM sqlite_schema").error().kind, FaultKind::damaged);
    std::filesystem::remove(file());
    Database one = made(), other = made();
    ASSERT_TRUE(one.run("CREATE TABLE t (a); BEGIN EXCLUSIVE"));
    EXPECT_EQ(other.run("INSERT INTO t VALUES (1)").error().kind, FaultKind::locked);
}

TEST_F(DatabaseFile, file_that_may_only_be_read_refuses_what_is_written) {
    ASSERT_TRUE(made().run("CREATE TABLE t (a)"));
    auto reader = Database::open(file(), Access::read_only, 0);
    EXPECT_EQ(reader->run("INSERT INTO t VALUES (1)").error().kind, FaultKind::read_only);
}

TEST_F(DatabaseFile, fault_repeats_no_word_of_what_was_asked) {
    Database database = made();
    ASSERT_TRUE(
        database.run("CREATE VIRTUAL TABLE page USING fts5 (words);"
                     "CREATE TABLE t (a UNIQUE, b CHECK (b <> 'secret'))"));
    auto search = Statement::prepare(database, "SELECT * FROM page WHERE page MATCH ?");
    search->bind("\"secret");
    const base::Result<void> tried[] = {search->run(), database.run("SELECT secret FROM nowhere"),
                                        database.run("secret"),
                                        database.run("INSERT INTO t VALUES (1, 'secret')")};
    for (const auto& one : tried) {
        ASSERT_FALSE(one);
        EXPECT_EQ(one.error().where, file().string());
        EXPECT_EQ(one.error().detail.find("secret"), std::string::npos) << one.error().detail;
        EXPECT_NE(one.error().detail.find("(SQLite "), std::string::npos) << one.error().detail;
    }
}

TEST_F(DatabaseFile, statement_is_used_again_and_outlives_a_move_of_its_database) {
    Database first = made();
    ASSERT_TRUE(first.run("CREATE TABLE t (a TEXT UNIQUE, n INTEGER)"));
    auto insert = Statement::prepare(first, "INSERT INTO t VALUES (?, ?)");
    Database moved = std::move(first);
    for (const std::int64_t n : {1, 2}) {
        const std::string text = "text " + std::to_string(n);
        ASSERT_TRUE(insert->bind(text).bind(n).run());
    }
    insert->bind("text 1").bind(std::int64_t{3});
    EXPECT_EQ(insert->step().error().where, file().string());
    EXPECT_TRUE(insert->broke_constraint());
    EXPECT_EQ(texts(moved, "SELECT a FROM t ORDER BY n"),
              (std::vector<std::string>{"text 1", "text 2"}));
    EXPECT_EQ(moved.number("SELECT sum(n) FROM t").value(), 3);
}

TEST_F(DatabaseFile, what_is_not_committed_is_taken_back) {
    Database database = made();
    ASSERT_TRUE(database.run("CREATE TABLE t (a)"));
    {
        Transaction transaction(database);
        ASSERT_TRUE(transaction.begin());
        ASSERT_TRUE(database.run("INSERT INTO t VALUES (1)"));
    }
    EXPECT_EQ(database.number("SELECT count(*) FROM t").value(), 0);
}

TEST_F(DatabaseFile, copy_in_memory_has_all_of_it_and_the_same_name) {
    Database database = made();
    ASSERT_TRUE(database.run("CREATE TABLE t (a); INSERT INTO t VALUES ('x')"));
    auto copy = Database::copy_in_memory(database);
    ASSERT_TRUE(copy);
    EXPECT_EQ(copy->where(), file().string());
    ASSERT_TRUE(database.run("DELETE FROM t"));
    EXPECT_EQ(texts(*copy, "SELECT a FROM t"), std::vector<std::string>{"x"});
    EXPECT_TRUE(Database::in_memory("here")->run("CREATE TABLE t (a)"));
}

TEST_F(DatabaseFile, name_that_is_another_files_has_moved) {
    Database database = made();
    ASSERT_TRUE(database.run("CREATE TABLE t (a)"));
    EXPECT_FALSE(database.has_moved());
    std::filesystem::rename(file(), file().string() + ".aside");
    EXPECT_TRUE(database.has_moved());
}

}  // namespace candor::sqlite
