#include "consult/store/counts.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/files.h"
#include "sqlite/database.h"

namespace candor::consult {
namespace {

using base::FaultKind;

constexpr int kBusyMs = 2000, kLayout = 1;
constexpr std::array<const char*, 7> kNames{
    "visit-started", "self-check-finished", "page-opened",  "quick-check-right",
    "request-sent",  "found-clear",         "found-unclear"};

// WITHOUT ROWID: rows lie in the order of their names, not in that of their coming.
constexpr const char* kTable = R"(CREATE TABLE IF NOT EXISTS count (
    day TEXT NOT NULL,
    what TEXT NOT NULL,
    page TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (day, what, page)
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = 1)";

base::Result<void> ensure_file(const std::filesystem::path& file) {
    std::error_code ignored;
    if (std::filesystem::exists(file, ignored)) return {};
    auto made = base::write_new_file(file, "", base::Privacy::owner_only);
    if (!made && made.error().kind != FaultKind::refused) return made;
    return {};
}

base::Result<std::int64_t> layout_of(sqlite::Database& database) {
    auto version = database.number("PRAGMA user_version");
    if (version && *version > kLayout)
        return base::fail(FaultKind::unsupported, database.where(),
                          "layout " + std::to_string(*version) + ", this program knows up to " +
                              std::to_string(kLayout));
    return version;
}

// A log would keep older states of the pages, one behind the other.
base::Result<void> prepare(sqlite::Database& database) {
    if (auto set = database.run("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
                                "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;"
                                "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
        !set)
        return set;
    const auto layout = TRY(layout_of(database));
    return layout == kLayout ? base::Result<void>{} : database.run(kTable);
}

base::Result<void> add_row(sqlite::Database& database, const DayCount& count) {
    auto statement = TRY(sqlite::Statement::prepare(
        database,
        "INSERT INTO count (day, what, page, number) VALUES (?, ?, ?, CAST(? AS INTEGER)) "
        "ON CONFLICT (day, what, page) DO UPDATE SET number = number + excluded.number"));
    const std::string number = std::to_string(count.number);
    statement.bind(count.day).bind(name_of(count.what)).bind(count.page).bind(number);
    TRY(statement.step());
    return {};
}

base::Result<DayCount> to_count(const sqlite::Statement& row, const std::string& where) {
    DayCount count{row.text(0), {}, row.text(2), 0};
    const auto name = std::find(kNames.begin(), kNames.end(), row.text(1));
    const std::string number = row.text(3);
    std::from_chars(number.data(), number.data() + number.size(), count.number);
    if (name == kNames.end())
        return base::fail(FaultKind::damaged, where, "it counts what this program does not know");
    count.what = static_cast<Counted>(name - kNames.begin());
    return count;
}

}  // namespace

const char* name_of(Counted what) { return kNames[static_cast<std::size_t>(what)]; }

struct Counts::Impl {
    sqlite::Database database;
};

Counts::Counts(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Counts::~Counts() = default;

base::Result<std::unique_ptr<Counts>> Counts::open(const std::filesystem::path& file) {
    TRY(ensure_file(file));
    auto database = TRY(sqlite::Database::open(file, sqlite::Access::read_write, kBusyMs));
    TRY(prepare(database));
    return std::unique_ptr<Counts>(new Counts(std::make_unique<Impl>(Impl{std::move(database)})));
}

base::Result<std::unique_ptr<Counts>> Counts::open_to_read(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return base::fail(FaultKind::not_found, file.string(), "nothing was counted here yet");
    auto database = TRY(sqlite::Database::open(file, sqlite::Access::read_only, kBusyMs));
    TRY(layout_of(database));
    return std::unique_ptr<Counts>(new Counts(std::make_unique<Impl>(Impl{std::move(database)})));
}

base::Result<void> Counts::add(std::vector<DayCount> counts) {
    std::sort(counts.begin(), counts.end());
    sqlite::Transaction transaction(impl_->database);
    TRY(transaction.begin());
    for (const auto& count : counts) TRY(add_row(impl_->database, count));
    return transaction.commit();
}

base::Result<std::vector<DayCount>> Counts::shown(const std::string& today) {
    std::vector<DayCount> counts;
    const auto layout = TRY(layout_of(impl_->database));
    if (layout == 0) return counts;
    auto rows = TRY(sqlite::Statement::prepare(impl_->database,
                                               "SELECT day, what, page, number FROM count WHERE "
                                               "day < ? AND number >= CAST(? AS INTEGER)"));
    const std::string fewest = std::to_string(kFewest);
    rows.bind(today).bind(fewest);
    auto more = rows.step();
    for (; more && *more; more = rows.step()) {
        auto count = TRY(to_count(rows, impl_->database.where()));
        counts.push_back(std::move(count));
    }
    if (!more) return tl::unexpected(more.error());
    std::sort(counts.begin(), counts.end(), [](const DayCount& a, const DayCount& b) {
        if (a.day != b.day) return a.day > b.day;
        return a < b;
    });
    return counts;
}

}  // namespace candor::consult
