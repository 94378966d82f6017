#include <gtest/gtest.h>

#include <fstream>

#include "postgres_server.h"

namespace candor::fleet {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRefused = "error 42501";
constexpr const char* kTaken = "error 23505";

std::string insert(const std::string& clinic, const std::string& kiosk, int id,
                   const std::string& more = {}) {
    const std::string digits = std::to_string(id);
    return "INSERT INTO candor.request VALUES ('" + clinic + "', '" +
           std::string(36 - digits.size(), '0') + digits + "', '" + kiosk +
           "', 'K7Q4FM8', '2027-01-15T08:00:00Z', 'key', '\\x01', '\\x" + std::string(64, '0') +
           "')" + more;
}

std::string change(const std::string& clinic, int number, const std::string& revision = "NULL") {
    return "INSERT INTO candor.change VALUES ('" + clinic + "', " + std::to_string(number) +
           ", 'r', " + revision + ", 'now', 'me', '" + (revision == "NULL" ? "note" : "progress") +
           "', '', '', '\\x" + std::string(64, '0') + "')";
}

class Schema : public testing::Test {
  protected:
    PostgresServer& server_ = PostgresServer::instance();
    std::string database_ = server_.fresh_database();
    Session as(const std::string& login) { return {server_, login, database_}; }
};

}  // namespace

TEST_F(Schema, kiosk_inserts_its_own_rows_and_can_do_nothing_else) {
    Session kiosk = as("kiosk.north.hall");
    EXPECT_EQ(kiosk.run(insert("north", "hall", 1)), "");
    EXPECT_EQ(kiosk.run(insert("north", "hall", 2, " RETURNING id")), kRefused);
    EXPECT_EQ(kiosk.run("SELECT count(*) FROM candor.request"), kRefused);
    EXPECT_EQ(kiosk.run("UPDATE candor.request SET reference = 'K7Q4FM8'"), kRefused);
    EXPECT_EQ(kiosk.run("DELETE FROM candor.request"), kRefused);
    EXPECT_EQ(kiosk.run("TRUNCATE candor.request"), kRefused);
    EXPECT_EQ(kiosk.run("COPY candor.request TO STDOUT"), kRefused);
    for (const std::string table : {"change", "note", "layout"})
        EXPECT_EQ(kiosk.run("SELECT count(*) FROM candor." + table), kRefused) << table;
    EXPECT_EQ(kiosk.run(change("north", 1)), kRefused);
    EXPECT_EQ(kiosk.run("CREATE TABLE candor.mine (a INT)"), kRefused);
    EXPECT_EQ(as("postgres").run("SELECT count(*) FROM candor.request"), "1");
}

TEST_F(Schema, kiosk_cannot_pass_for_another_clinic_or_kiosk) {
    Session kiosk = as("kiosk.north.hall");
    EXPECT_EQ(kiosk.run(insert("south", "hall", 1)), kRefused);
    EXPECT_EQ(kiosk.run(insert("north", "ward", 1)), kRefused);
    // What a client can set itself gives it no other clinic.
    EXPECT_EQ(kiosk.run("SET SESSION AUTHORIZATION \"kiosk.south.hall\""), kRefused);
    EXPECT_EQ(kiosk.run("SET ROLE \"kiosk.south.hall\""), kRefused);
    EXPECT_EQ(kiosk.run("SET ROLE candor_desk"), kRefused);
    EXPECT_EQ(kiosk.run("SET ROLE candor_kiosk"), "");
    EXPECT_EQ(kiosk.run(insert("south", "hall", 1)), kRefused);
    EXPECT_EQ(as("postgres").run("SELECT count(*) FROM candor.request"), "0");
}

TEST_F(Schema, same_id_again_is_refused_as_taken_and_tells_nothing) {
    Session kiosk = as("kiosk.north.hall");
    EXPECT_EQ(kiosk.run(insert("north", "hall", 1)), "");
    EXPECT_EQ(kiosk.run(insert("north", "hall", 1)), kTaken);
    // PostgreSQL itself asks no right to read for this; other engines do, so we do without.
    EXPECT_EQ(kiosk.run(insert("north", "hall", 1, " ON CONFLICT DO NOTHING")), "");
    EXPECT_EQ(kiosk.run(insert("north", "hall", 1, " ON CONFLICT (clinic, id) DO NOTHING")),
              kRefused);
    // Another clinic's ids are no business of this one's.
    EXPECT_EQ(as("kiosk.south.hall").run(insert("south", "hall", 1)), "");
}

TEST_F(Schema, two_kiosks_may_draw_the_same_reference) {
    EXPECT_EQ(as("kiosk.north.hall").run(insert("north", "hall", 1)), "");
    EXPECT_EQ(as("kiosk.north.ward").run(insert("north", "ward", 2)), "");
}

TEST_F(Schema, row_that_no_kiosk_makes_is_refused) {
    Session kiosk = as("kiosk.north.hall");
    std::string empty = insert("north", "hall", 1);
    empty.replace(empty.find("'\\x01'"), 6, "'\\x'");
    EXPECT_EQ(kiosk.run(empty), "error 23514");
    std::string huge = insert("north", "hall", 1);
    huge.replace(huge.find("'\\x01'"), 6, "convert_to(repeat('x', 2097153), 'UTF8')");
    EXPECT_EQ(kiosk.run(huge), "error 23514");
}

TEST_F(Schema, desk_sees_its_own_clinic_and_changes_nothing_that_is_there) {
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    as("kiosk.south.hall").run(insert("south", "hall", 2));
    Session desk = as("desk.north.front");
    EXPECT_EQ(desk.run("SELECT count(*) FROM candor.request"), "1");
    EXPECT_EQ(desk.run("SELECT clinic FROM candor.request"), "north");
    for (const std::string table : {"request", "change", "note"}) {
        EXPECT_EQ(desk.run("UPDATE candor." + table + " SET clinic = 'north'"), kRefused) << table;
        EXPECT_EQ(desk.run("DELETE FROM candor." + table), kRefused) << table;
        EXPECT_EQ(desk.run("TRUNCATE candor." + table), kRefused) << table;
    }
    EXPECT_EQ(desk.run(insert("north", "hall", 3)), kRefused);
    EXPECT_EQ(desk.run("SELECT max(version) FROM candor.layout"), "2");
    EXPECT_EQ(desk.run("UPDATE candor.layout SET version = 9"), kRefused);
}

TEST_F(Schema, desk_adds_to_its_own_clinics_record_alone) {
    Session desk = as("desk.north.front");
    EXPECT_EQ(desk.run(change("north", 1)), "");
    EXPECT_EQ(desk.run(change("south", 1)), kRefused);
    EXPECT_EQ(as("desk.south.front").run("SELECT count(*) FROM candor.change"), "0");
    EXPECT_EQ(as("desk.north.back").run("SELECT count(*) FROM candor.change"), "1");
}

TEST_F(Schema, chain_cannot_fork_and_a_revision_is_given_once) {
    Session front = as("desk.north.front"), back = as("desk.north.back");
    EXPECT_EQ(front.run(change("north", 1, "1")), "");
    EXPECT_EQ(back.run(change("north", 1, "2")), kTaken);
    EXPECT_EQ(back.run(change("north", 2, "1")), kTaken);
    EXPECT_EQ(back.run(change("north", 2, "2")), "");
}

TEST_F(Schema, keeper_erases_in_its_own_clinic_and_never_from_the_record) {
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    as("kiosk.south.hall").run(insert("south", "hall", 2));
    as("desk.north.front").run(change("north", 1));
    Session keeper = as("keeper.north.all");
    EXPECT_EQ(keeper.run("DELETE FROM candor.request"), "");
    EXPECT_EQ(keeper.run("DELETE FROM candor.change"), kRefused);
    EXPECT_EQ(keeper.run("UPDATE candor.change SET words = ''"), kRefused);
    EXPECT_EQ(as("postgres").run("SELECT clinic FROM candor.request"), "south");
}

TEST_F(Schema, applied_again_keeps_everything) {
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    std::string said;
    const auto layout = fs::path(CANDOR_SOURCE_DIR) / "packaging/fleet/schema.sql";
    EXPECT_EQ(server_.psql_file(database_, layout, said), 0) << said;
    EXPECT_EQ(as("postgres").run("SELECT count(*) FROM candor.request"), "1");
    EXPECT_EQ(as("postgres").run("SELECT count(*) FROM candor.layout"), "2");
}

TEST_F(Schema, each_earlier_version_comes_to_the_newest_with_its_rows) {
    const auto folder = fs::path(CANDOR_SOURCE_DIR) / "packaging/fleet";
    database_ = server_.empty_database();
    std::string said;
    // As the first version left it, and the second one's migration begun and broken off.
    as("postgres")
        .run(
            "CREATE SCHEMA candor; CREATE TABLE candor.layout (version INTEGER "
            "PRIMARY KEY)");
    ASSERT_EQ(server_.psql_file(database_, folder / "migrations/001_requests.sql", said), 0)
        << said;
    as("postgres").run("INSERT INTO candor.layout VALUES (1)");
    ASSERT_EQ(as("kiosk.north.hall").run(insert("north", "hall", 1)), "");
    as("postgres")
        .run(
            "CREATE TABLE candor.note (clinic TEXT NOT NULL, number BIGINT NOT NULL, "
            "sealed BYTEA NOT NULL, PRIMARY KEY (clinic, number))");
    ASSERT_EQ(server_.psql_file(database_, folder / "schema.sql", said), 0) << said;
    EXPECT_EQ(as("desk.north.front").run("SELECT count(*) FROM candor.request"), "1");
    EXPECT_EQ(as("desk.north.front").run(change("north", 1)), "");
    EXPECT_EQ(as("desk.north.front").run("SELECT max(version) FROM candor.layout"), "2");
}

TEST_F(Schema, every_migration_on_disk_is_applied) {
    const auto folder = fs::path(CANDOR_SOURCE_DIR) / "packaging/fleet";
    std::ifstream file(folder / "schema.sql");
    const std::string layout{std::istreambuf_iterator<char>(file), {}};
    for (const auto& migration : fs::directory_iterator(folder / "migrations"))
        EXPECT_NE(layout.find(migration.path().filename()), std::string::npos) << migration.path();
}

}  // namespace candor::fleet
