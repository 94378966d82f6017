#include <gtest/gtest.h>

#include <fstream>

#include "postgres_server.h"

namespace candor::fleet {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRefused = "error 42501";
constexpr const char* kTaken = "error 23505";
constexpr const char* kOutOfBounds = "error 23514";

std::string id_of(int id) {
    const std::string digits = std::to_string(id);
    return std::string(36 - digits.size(), '0') + digits;
}

std::string insert(const std::string& clinic, const std::string& kiosk, int id,
                   const std::string& more = {}) {
    return "INSERT INTO candor.request VALUES ('" + clinic + "', '" + id_of(id) + "', '" + kiosk +
           "', 'K7Q4FM8', '2027-01-15T08:00:00Z', 'key', '\\x01', '\\x" + std::string(64, '0') +
           "')" + more;
}

/// An entry about the request 1, with all that a test may want to be otherwise.
struct Entry {
    std::string clinic = "north", number = "1", request = id_of(1), revision = "NULL", at = "'now'",
                by = "'me'", kind = "note", words = "''",
                digest = "decode(repeat('00', 32), 'hex')", login = "current_user";
    operator std::string() const {
        return "INSERT INTO candor.change VALUES ('" + clinic + "', " + number + ", '" + request +
               "', " + revision + ", " + at + ", " + by + ", '" + kind + "', " + words + ", " +
               digest + ", '\\x" + std::string(64, '0') + "', " + login + ")";
    }
};

/// A note, or with a revision a step to "closed".
std::string change(const std::string& clinic, int number, const std::string& revision = "NULL") {
    Entry entry;
    entry.clinic = clinic;
    entry.number = std::to_string(number);
    entry.revision = revision;
    if (revision != "NULL") {
        entry.kind = "progress";
        entry.words = "'new closed'";
    }
    return entry;
}

std::string note(int number) {
    return "INSERT INTO candor.note VALUES ('north', " + std::to_string(number) + ", '\\x01')";
}

std::string purge(int number, int revision) {
    Entry entry;
    entry.number = std::to_string(number);
    entry.revision = std::to_string(revision);
    entry.kind = "purge";
    return entry;
}

class Schema : public testing::Test {
  protected:
    PostgresServer& server_ = PostgresServer::instance();
    std::string database_ = server_.fresh_database();
    Session as(const std::string& login) { return {server_, login, database_}; }
    int psql(const std::string& options, const std::string& file, std::string& said) {
        return server_.psql_file(database_, fs::path(CANDOR_SOURCE_DIR) / "packaging/fleet" / file,
                                 said, options);
    }
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
    EXPECT_EQ(kiosk.run(empty), kOutOfBounds);
    std::string huge = insert("north", "hall", 1);
    huge.replace(huge.find("'\\x01'"), 6, "convert_to(repeat('x', 2097153), 'UTF8')");
    EXPECT_EQ(kiosk.run(huge), kOutOfBounds);
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
    EXPECT_EQ(desk.run("SELECT max(version) FROM candor.layout"), "4");
    EXPECT_EQ(desk.run("UPDATE candor.layout SET version = 9"), kRefused);
}

TEST_F(Schema, desk_adds_to_its_own_clinics_record_alone) {
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    as("kiosk.south.hall").run(insert("south", "hall", 1));
    Session desk = as("desk.north.front");
    EXPECT_EQ(desk.run(change("north", 1)), "");
    EXPECT_EQ(desk.run(change("south", 1)), kRefused);
    EXPECT_EQ(as("desk.south.front").run("SELECT count(*) FROM candor.change"), "0");
    EXPECT_EQ(as("desk.north.back").run("SELECT count(*) FROM candor.change"), "1");
}

TEST_F(Schema, chain_cannot_fork_and_a_revision_is_given_once) {
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    Session front = as("desk.north.front"), back = as("desk.north.back");
    EXPECT_EQ(front.run(change("north", 1, "1")), "");
    EXPECT_EQ(back.run(change("north", 1, "2")), kTaken);
    EXPECT_EQ(back.run(change("north", 2, "1")), kTaken);
    EXPECT_EQ(back.run(change("north", 2, "2")), "");
}

TEST_F(Schema, entrys_writer_is_the_login) {
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    Session desk = as("desk.north.front");
    for (const char* other : {"'desk.north.back'", "'Dr. Rae Lee'", "NULL", "''"}) {
        Entry entry;
        entry.login = other;
        EXPECT_EQ(desk.run(entry), kRefused) << other;
    }
    EXPECT_EQ(desk.run(Entry()), "");
    EXPECT_EQ(desk.run("SELECT login FROM candor.change"), "desk.north.front");
}

// As a desk of an earlier version does, which knows no login.
TEST_F(Schema, entry_of_an_earlier_desk_is_refused) {
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    std::string entry = change("north", 1);
    entry.replace(entry.find(", current_user"), 14, "");
    EXPECT_EQ(as("desk.north.front").run(entry), kRefused);
}

TEST_F(Schema, every_part_of_an_entry_has_a_bound) {
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    Session desk = as("desk.north.front");
    const std::string progress = "progress", long_text = "repeat('x', 50000000)";
    Entry number, highest, none, revision, negative, at, by, nobody, words, digest, kind, zero;
    number.number = "9223372036854775807";
    highest.number = "9007199254740992";
    none.number = "0";
    revision.kind = negative.kind = zero.kind = progress;
    revision.revision = "2147483648";
    negative.revision = "-1";
    zero.revision = "0";
    at.at = "repeat('x', 41)";
    by.by = "repeat('x', 201)";
    nobody.by = "''";
    words.words = long_text;
    digest.digest = "'\\x00'";
    kind.kind = "arrival";
    for (const Entry& entry :
         {number, highest, none, revision, negative, at, by, nobody, words, digest, kind, zero})
        EXPECT_EQ(desk.run(entry), kOutOfBounds) << std::string(entry).substr(0, 200);
    EXPECT_EQ(desk.run(Entry()), "");
    EXPECT_EQ(desk.run("INSERT INTO candor.note VALUES ('north', 1, convert_to(repeat('x', 65537),"
                       " 'UTF8'))"),
              kOutOfBounds);
    EXPECT_EQ(as("postgres").run("SELECT count(*) FROM candor.change"), "1");
}

TEST_F(Schema, entry_about_no_request_and_note_without_its_entry_are_refused) {
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    as("kiosk.south.hall").run(insert("south", "hall", 2));
    Session front = as("desk.north.front"), back = as("desk.north.back");
    Entry other;
    other.request = id_of(2);
    EXPECT_EQ(front.run(other), kRefused);
    EXPECT_EQ(front.run(note(1)), kRefused);
    EXPECT_EQ(front.run(change("north", 1)), "");
    EXPECT_EQ(back.run(note(1)), kRefused) << "of another login";
    EXPECT_EQ(front.run(note(2)), kRefused) << "it would stand in the way of the next one";
    EXPECT_EQ(front.run(note(1)), "");
    EXPECT_EQ(front.run(change("north", 2, "1")), "");
    EXPECT_EQ(front.run(note(2)), kRefused) << "no entry of a note";
}

TEST_F(Schema, request_is_entered_as_seen_once) {
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    Entry seen;
    seen.kind = "seen";
    seen.revision = "0";
    EXPECT_EQ(as("desk.north.front").run(seen), "");
    seen.number = "2";
    EXPECT_EQ(as("desk.north.back").run(seen), kTaken);
}

TEST_F(Schema, keeper_erases_what_is_closed_in_its_own_clinic_after_an_entry_that_says_so) {
    for (const int id : {1, 3}) as("kiosk.north.hall").run(insert("north", "hall", id));
    as("kiosk.south.hall").run(insert("south", "hall", 2));
    as("desk.north.front").run(change("north", 1));
    as("desk.north.front").run(note(1));
    Session keeper = as("keeper.north.all"), admin = as("postgres");
    const auto left = [&] {
        return admin.run("SELECT string_agg(ltrim(id, '0'), ' ' ORDER BY id) FROM candor.request");
    };
    // Silent, and nothing: no entry says so.
    EXPECT_EQ(keeper.run("DELETE FROM candor.request"), "");
    EXPECT_EQ(keeper.run("DELETE FROM candor.note"), "");
    EXPECT_EQ(left(), "1 2 3");
    EXPECT_EQ(admin.run("SELECT count(*) FROM candor.note"), "1");
    EXPECT_EQ(keeper.run(purge(2, 1)), kRefused) << "it is new";
    EXPECT_EQ(as("desk.north.front").run(change("north", 2, "1")), "");
    EXPECT_EQ(as("desk.north.front").run(purge(3, 2)), kRefused) << "no keeper";
    EXPECT_EQ(keeper.run(purge(3, 2)), "");
    EXPECT_EQ(keeper.run("DELETE FROM candor.note"), "");
    EXPECT_EQ(keeper.run("DELETE FROM candor.request"), "");
    EXPECT_EQ(left(), "2 3");
    EXPECT_EQ(admin.run("SELECT count(*) FROM candor.note"), "0");
    EXPECT_EQ(keeper.run("DELETE FROM candor.change"), kRefused);
    EXPECT_EQ(keeper.run("UPDATE candor.change SET words = ''"), kRefused);
}

TEST_F(Schema, engine_without_subqueries_in_policies_gets_those_that_need_none) {
    std::string said;
    ASSERT_EQ(psql("-v without_subqueries=on", "schema.sql", said), 0) << said;
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    Session desk = as("desk.north.front"), keeper = as("keeper.north.all");
    EXPECT_EQ(as("postgres")
                  .run("SELECT count(*) FROM pg_policies WHERE schemaname = 'candor' AND"
                       " concat(qual, with_check) ~* 'select'"),
              "0");
    Entry another;
    another.login = "'Dr. Rae Lee'";
    EXPECT_EQ(desk.run(another), kRefused);
    EXPECT_EQ(desk.run(change("south", 1)), kRefused);
    EXPECT_EQ(desk.run(change("north", 1)), "");
    EXPECT_EQ(desk.run(note(1)), "");
    EXPECT_EQ(desk.run(purge(2, 1)), kRefused);
    EXPECT_EQ(keeper.run(purge(2, 1)), "");
    // And back.
    ASSERT_EQ(psql("", "schema.sql", said), 0) << said;
    EXPECT_EQ(desk.run(note(3)), kRefused);
}

TEST_F(Schema, restricted_database_gives_a_stolen_kiosk_little_and_takes_its_requests) {
    Session before = as("kiosk.north.hall");
    EXPECT_NE(before.run("SELECT lo_from_bytea(0, 'x')"), kRefused);
    std::string said;
    ASSERT_EQ(psql("", "restrict.sql", said), 0) << said;
    ASSERT_EQ(psql("", "restrict.sql", said), 0) << said;
    Session kiosk = as("kiosk.north.hall");
    for (const char* sql :
         {"SELECT lo_from_bytea(0, 'x')", "SELECT lo_create(0)", "SELECT lo_creat(-1)",
          "CREATE TEMP TABLE junk (a INT)", "CREATE TABLE public.junk (a INT)", "DO 'BEGIN END'",
          "SELECT pg_sleep(1)", "SELECT pg_advisory_lock(1)", "SELECT pg_notify('a', 'b')"})
        EXPECT_EQ(kiosk.run(sql), kRefused) << sql;
    EXPECT_EQ(kiosk.run(insert("north", "hall", 1)), "");
    EXPECT_EQ(as("desk.north.front").run("SELECT count(*) FROM candor.request"), "1");
    as("postgres").run("CREATE ROLE stranger LOGIN");
    EXPECT_NE(as("stranger").run("SELECT 1"), "1");
}

std::string help(const std::string& clinic, const std::string& kiosk, const std::string& name) {
    return "INSERT INTO candor.help_call VALUES ('" + clinic + "', '" + kiosk + "', '" + id_of(1) +
           "', '" + name + "', '2027-01-15T08:00:00Z')";
}

TEST_F(Schema, kiosk_calls_for_help_for_itself_alone_and_once) {
    Session hall = as("kiosk.north.hall"), ward = as("kiosk.north.ward");
    EXPECT_EQ(hall.run(help("north", "hall", "Kiosk 2")), "");
    EXPECT_EQ(hall.run(help("north", "hall", "Kiosk 2")), kTaken);
    EXPECT_EQ(hall.run(help("north", "ward", "Kiosk 3")), kRefused);
    EXPECT_EQ(hall.run(help("south", "hall", "Kiosk 2")), kRefused);
    EXPECT_EQ(ward.run(help("north", "ward", std::string(61, 'x'))), kOutOfBounds);
    EXPECT_EQ(ward.run("SELECT count(*) FROM candor.help_call"), "0");
    EXPECT_EQ(ward.run("DELETE FROM candor.help_call"), "");
    EXPECT_EQ(hall.run("SELECT count(*) FROM candor.help_call"), "1");
    EXPECT_EQ(hall.run("UPDATE candor.help_call SET called = 'x'"), kRefused);
}

TEST_F(Schema, desk_takes_calls_of_its_clinic_and_makes_none) {
    as("kiosk.north.hall").run(help("north", "hall", "Kiosk 2"));
    Session north = as("desk.north.front"), south = as("desk.south.front");
    EXPECT_EQ(north.run(help("north", "ward", "Kiosk 3")), kRefused);
    EXPECT_EQ(north.run("UPDATE candor.help_call SET called = 'x'"), kRefused);
    EXPECT_EQ(south.run("SELECT count(*) FROM candor.help_call"), "0");
    south.run("DELETE FROM candor.help_call");
    EXPECT_EQ(north.run("SELECT count(*) FROM candor.help_call"), "1");
    EXPECT_EQ(north.run("DELETE FROM candor.help_call"), "");
    EXPECT_EQ(north.run("SELECT count(*) FROM candor.help_call"), "0");
}

TEST_F(Schema, applied_again_keeps_everything) {
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    std::string said;
    const auto layout = fs::path(CANDOR_SOURCE_DIR) / "packaging/fleet/schema.sql";
    EXPECT_EQ(server_.psql_file(database_, layout, said), 0) << said;
    EXPECT_EQ(as("postgres").run("SELECT count(*) FROM candor.request"), "1");
    EXPECT_EQ(as("postgres").run("SELECT count(*) FROM candor.layout"), "4");
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
    EXPECT_EQ(as("desk.north.front").run("SELECT max(version) FROM candor.layout"), "4");
}

TEST_F(Schema, second_version_with_entries_beyond_all_bounds_comes_to_the_newest) {
    const auto folder = fs::path(CANDOR_SOURCE_DIR) / "packaging/fleet";
    database_ = server_.empty_database();
    std::string said;
    Session admin = as("postgres");
    admin.run("CREATE SCHEMA candor; CREATE TABLE candor.layout (version INTEGER PRIMARY KEY)");
    for (const char* migration : {"migrations/001_requests.sql", "migrations/002_record.sql"})
        ASSERT_EQ(server_.psql_file(database_, folder / migration, said), 0) << said;
    admin.run("INSERT INTO candor.layout VALUES (1), (2)");
    as("kiosk.north.hall").run(insert("north", "hall", 1));
    std::string hostile = change("north", 1);
    hostile.replace(hostile.find(", current_user"), 14, "");
    hostile.replace(hostile.find(" 1,"), 3, " 9223372036854775807,");
    ASSERT_EQ(as("desk.north.front").run(hostile), "");
    ASSERT_EQ(server_.psql_file(database_, folder / "schema.sql", said), 0) << said;
    EXPECT_EQ(as("desk.north.front").run("SELECT number FROM candor.change"),
              "9223372036854775807");
    EXPECT_EQ(as("desk.north.front").run(change("north", 1)), "");
}

TEST_F(Schema, every_migration_on_disk_is_applied) {
    const auto folder = fs::path(CANDOR_SOURCE_DIR) / "packaging/fleet";
    std::ifstream file(folder / "schema.sql");
    const std::string layout{std::istreambuf_iterator<char>(file), {}};
    for (const auto& migration : fs::directory_iterator(folder / "migrations"))
        EXPECT_NE(layout.find(migration.path().filename()), std::string::npos) << migration.path();
}

}  // namespace candor::fleet
