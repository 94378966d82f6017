#include "pack/search/search_store.h"

#include <system_error>

#include "pack/folder/fold.h"

namespace candor::pack {
namespace {

using base::FaultKind;
using base::Result;

// No words that anybody is shown are stored here: a row's number says where they stand in the
// pages.
constexpr const char* kCreateTables = R"sql(
DROP TABLE IF EXISTS search_vocabulary;
DROP TABLE IF EXISTS search_text;
DROP TABLE IF EXISTS search_row;
DROP TABLE IF EXISTS search_key;
CREATE TABLE search_key (value TEXT NOT NULL);
CREATE TABLE search_row (id INTEGER PRIMARY KEY, language TEXT NOT NULL);
CREATE VIRTUAL TABLE search_text USING fts5 (title, heading, body, content='', prefix='2 3 4',
    tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search_text, row);
)sql";

constexpr const char* kFinish = R"sql(
INSERT INTO search_text (search_text) VALUES ('optimize');
)sql";

Result<void> insert_rows(Database& database, const std::vector<SearchRow>& rows,
                         const Progress& progress) {
    auto row_in = database.prepare("INSERT INTO search_row VALUES (?1, ?2)");
    auto text_in = database.prepare(
        "INSERT INTO search_text (rowid, title, heading, body) VALUES (?1, ?2, ?3, ?4)");
    if (!row_in) return tl::unexpected(row_in.error());
    if (!text_in) return tl::unexpected(text_in.error());
    std::int64_t id = 0;
    for (const auto& row : rows) {
        if (progress && !progress(static_cast<std::uint64_t>(id), rows.size()))
            return base::fail(FaultKind::cancelled, "library.db", "stopped");
        row_in->bind(1, ++id).bind(2, row.place.page->language);
        if (auto done = row_in->run(); !done) return done;
        const std::string title = folded_line(row.place.page->title),
                          heading = folded_line(row.heading), body = folded_line(row.body);
        text_in->bind(1, id).bind(2, title).bind(3, heading).bind(4, body);
        if (auto done = text_in->run(); !done) return done;
    }
    return {};
}

Result<void> insert_key(Database& database, const std::string& key) {
    auto statement = database.prepare("INSERT INTO search_key VALUES (?1)");
    if (!statement) return tl::unexpected(statement.error());
    return statement->bind(1, key).run();
}

/// All or nothing: the key is written in the same transaction as what it stands for.
Result<void> write_index(Database& database, const std::vector<SearchRow>& rows,
                         const std::string& key, const Progress& progress) {
    return database.run("BEGIN IMMEDIATE")
        .and_then([&] { return database.run(kCreateTables); })
        .and_then([&] { return insert_rows(database, rows, progress); })
        .and_then([&] { return database.run(kFinish); })
        .and_then([&] { return insert_key(database, key); })
        .and_then([&] { return database.run("COMMIT"); });
}

Result<bool> has_key(Database& database, const std::string& key) {
    auto tables = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'search_key'");
    if (!tables) return tl::unexpected(tables.error());
    const auto there = tables->step();
    if (!there || !*there) return there;
    auto stored = database.prepare("SELECT value FROM search_key");
    if (!stored) return tl::unexpected(stored.error());
    return stored->step().map([&](bool row) { return row && stored->text(0) == key; });
}

Result<void> check(Database& database) {
    auto quick = database.prepare("PRAGMA quick_check(1)");
    if (!quick) return tl::unexpected(quick.error());
    const auto row = quick->step();
    if (!row) return tl::unexpected(row.error());
    if (quick->text(0) != "ok") return base::fail(FaultKind::damaged, "library.db", "quick_check");
    return {};
}

Result<Database> open_checked(const std::string& file, const std::vector<SearchRow>& rows,
                              const std::string& key, const Progress& progress) {
    auto database = Database::open(file);
    if (!database) return database;
    if (auto whole = check(*database); !whole) return tl::unexpected(whole.error());
    const auto current = has_key(*database, key);
    if (!current) return tl::unexpected(current.error());
    if (!*current)
        if (auto written = write_index(*database, rows, key, progress); !written)
            return tl::unexpected(written.error());
    if (auto closed = database->run("PRAGMA query_only=ON"); !closed)
        return tl::unexpected(closed.error());
    return database;
}

void remove_store(const std::filesystem::path& file) {
    std::error_code error;
    for (const char* ending : {"", "-journal", "-wal", "-shm"})
        std::filesystem::remove(file.string() + ending, error);
}

}  // namespace

Result<Database> open_search_store(const std::filesystem::path& file,
                                   const std::vector<SearchRow>& rows, const std::string& key,
                                   const Progress& progress) {
    if (!file.empty()) {
        auto database = open_checked(file.string(), rows, key, progress);
        if (!database && database.error().kind == FaultKind::damaged) {
            remove_store(file);
            database = open_checked(file.string(), rows, key, progress);
        }
        if (database || database.error().kind == FaultKind::cancelled) return database;
    }
    // A full or read-only disk takes nothing from patients but a moment at the next start.
    return open_checked(":memory:", rows, key, progress);
}

}  // namespace candor::pack
