#include "pack/search/search_store.h"

#include <map>
#include <set>
#include <system_error>

#include "pack/folder/fold.h"
#include "pack/search/word_forms.h"

namespace candor::pack {
namespace {

using base::FaultKind;
using base::Result;

constexpr int kBusyMs = 500;

// No words that anybody is shown are stored here: a row's number says where they stand in the
// pages. The forms of words (word_forms.h) have columns of their own, so that words that follow
// each other in a text do so in the index.
constexpr const char* kCreateTables = R"sql(
DROP TABLE IF EXISTS search_vocabulary;
DROP TABLE IF EXISTS search_text;
DROP TABLE IF EXISTS search_row;
DROP TABLE IF EXISTS search_key;
CREATE TABLE search_key (value TEXT NOT NULL);
CREATE TABLE search_row (id INTEGER PRIMARY KEY, language TEXT NOT NULL);
CREATE VIRTUAL TABLE search_text USING fts5 (title, heading, body, title_forms, heading_forms,
    body_forms, content='', prefix='2 3 4', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search_text, row);
)sql";

// Temporary tables and journals of queries stay in memory.
constexpr const char* kSettings =
    "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-1024; PRAGMA trusted_schema=OFF;";

constexpr const char* kFinish = R"sql(
INSERT INTO search_text (search_text) VALUES ('optimize');
)sql";

/// The text's words, and what else they are found by: each once.
struct IndexedText {
    std::string words, forms;
};

/// Finds the forms of a language's words, of each word once while there is room to remember it.
class Indexer {
  public:
    explicit Indexer(const std::string& language) : forms_(language) {}

    IndexedText read(std::string_view text) {
        if (known_.size() > kMostRemembered) known_.clear();
        IndexedText out;
        std::set<std::string_view> known;
        for (const auto& word : folded_words(text)) {
            add(word.letters, out.words);
            const auto& forms = forms_of(text.substr(word.begin, word.end - word.begin), word);
            for (const std::string& form : forms)
                if (known.insert(form).second) add(form, out.forms);
        }
        return out;
    }

  private:
    static constexpr std::size_t kMostRemembered = 50'000;

    static void add(const std::string& word, std::string& out) {
        if (!out.empty()) out += ' ';
        out += word;
    }
    const std::vector<std::string>& forms_of(std::string_view written, const FoldedWord& word) {
        const auto found = known_.find(written);
        if (found != known_.end()) return found->second;
        auto [letters, stems] = forms_.of(written, word.letters);
        for (const auto& stem : stems)
            if (stem != word.letters) letters.push_back(std::string(kStemMark) + stem);
        return known_.emplace(written, std::move(letters)).first->second;
    }

    WordForms forms_;
    std::map<std::string, std::vector<std::string>, std::less<>> known_;
};

Result<void> insert_rows(sqlite::Database& database, const std::vector<SearchRow>& rows,
                         const Progress& progress) {
    auto row_in = sqlite::Statement::prepare(database, "INSERT INTO search_row VALUES (?1, ?2)");
    auto text_in = sqlite::Statement::prepare(
        database,
        "INSERT INTO search_text (rowid, title, heading, body, title_forms, heading_forms, "
        "body_forms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!row_in) return tl::unexpected(row_in.error());
    if (!text_in) return tl::unexpected(text_in.error());
    std::map<std::string, Indexer> indexers;
    std::int64_t id = 0;
    for (const auto& row : rows) {
        if (progress && !progress(static_cast<std::uint64_t>(id), rows.size()))
            return base::fail(FaultKind::cancelled, database.where(), "stopped");
        row_in->bind(++id).bind(row.place.page->language);
        TRY(row_in->run());
        const std::string& language = row.place.page->language;
        Indexer& indexer = indexers.try_emplace(language, language).first->second;
        const IndexedText title = indexer.read(row.place.page->title),
                          heading = indexer.read(row.heading), body = indexer.read(row.body);
        text_in->bind(id).bind(title.words).bind(heading.words).bind(body.words);
        text_in->bind(title.forms).bind(heading.forms).bind(body.forms);
        TRY(text_in->run());
    }
    return {};
}

Result<void> insert_key(sqlite::Database& database, const std::string& key) {
    auto statement =
        TRY(sqlite::Statement::prepare(database, "INSERT INTO search_key VALUES (?1)"));
    return statement.bind(key).run();
}

/// All or nothing: the key is written in the same transaction as what it stands for.
Result<void> write_index(sqlite::Database& database, const std::vector<SearchRow>& rows,
                         const std::string& key, const Progress& progress) {
    return database.run("BEGIN IMMEDIATE")
        .and_then([&] { return database.run(kCreateTables); })
        .and_then([&] { return insert_rows(database, rows, progress); })
        .and_then([&] { return database.run(kFinish); })
        .and_then([&] { return insert_key(database, key); })
        .and_then([&] { return database.run("COMMIT"); });
}

Result<bool> has_key(sqlite::Database& database, const std::string& key) {
    auto tables = TRY(sqlite::Statement::prepare(
        database, "SELECT 1 FROM sqlite_schema WHERE name = 'search_key'"));
    const auto there = tables.step();
    if (!there || !*there) return there;
    auto stored = TRY(sqlite::Statement::prepare(database, "SELECT value FROM search_key"));
    return stored.step().map([&](bool row) { return row && stored.text(0) == key; });
}

Result<void> check(sqlite::Database& database) {
    auto quick = TRY(sqlite::Statement::prepare(database, "PRAGMA quick_check(1)"));
    TRY(quick.step());
    if (quick.text(0) != "ok")
        return base::fail(FaultKind::damaged, database.where(), "quick_check");
    return {};
}

/// In memory, where there is no file.
Result<sqlite::Database> open_checked(const std::filesystem::path& file,
                                      const std::vector<SearchRow>& rows, const std::string& key,
                                      const Progress& progress) {
    auto database = file.empty() ? sqlite::Database::in_memory("the index of pages, in memory")
                                 : sqlite::Database::open(file, sqlite::Access::make, kBusyMs);
    if (!database) return database;
    database->free_at_once();  // words that were searched would stay in what is reused
    TRY(database->run(kSettings));
    TRY(check(*database));
    const auto current = TRY(has_key(*database, key));
    if (!current) TRY(write_index(*database, rows, key, progress));
    TRY(database->run("PRAGMA query_only=ON"));
    return database;
}

void remove_store(const std::filesystem::path& file) {
    std::error_code error;
    for (const char* ending : {"", "-journal", "-wal", "-shm"})
        std::filesystem::remove(file.string() + ending, error);
}

}  // namespace

Result<sqlite::Database> open_search_store(const std::filesystem::path& file,
                                           const std::vector<SearchRow>& rows,
                                           const std::string& key, const Progress& progress) {
    if (!file.empty()) {
        auto database = open_checked(file, rows, key, progress);
        if (!database && database.error().kind == FaultKind::damaged) {
            remove_store(file);
            database = open_checked(file, rows, key, progress);
        }
        if (database || database.error().kind == FaultKind::cancelled) return database;
    }
    // A full or read-only disk takes nothing from patients but a moment at the next start.
    return open_checked({}, rows, key, progress);
}

}  // namespace candor::pack
