#include "pack/search/sqlite.h"

namespace candor::pack {
namespace {

constexpr int kBusyTimeout_ms = 500;

base::FaultKind kind_of(int code) {
    using base::FaultKind;
    switch (code & 0xFF) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_FORMAT:
            return FaultKind::damaged;
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return FaultKind::read_only;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return FaultKind::locked;
        case SQLITE_FULL:
            return FaultKind::disk_full;
        case SQLITE_IOERR:
            return FaultKind::unreadable;
        case SQLITE_NOMEM:
        case SQLITE_TOOBIG:
            return FaultKind::too_large;
        default:
            return FaultKind::internal;
    }
}

/// sqlite3_errmsg could repeat a part of what a person typed; the code's own words cannot.
tl::unexpected<base::Fault> fault(int code) {
    return base::fail(kind_of(code), "library.db", sqlite3_errstr(code));
}

}  // namespace

Statement& Statement::bind(int at, std::string_view text) {
    sqlite3_bind_text(statement_.get(), at, text.data(), static_cast<int>(text.size()),
                      SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind(int at, std::int64_t number) {
    sqlite3_bind_int64(statement_.get(), at, number);
    return *this;
}

base::Result<bool> Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return fault(code);
}

base::Result<void> Statement::run() {
    const auto stepped = step();
    reset();
    if (!stepped) return tl::unexpected(stepped.error());
    return {};
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
}

std::string Statement::text(int column) const {
    const auto* bytes = sqlite3_column_text(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return bytes == nullptr
               ? std::string()
               : std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

base::Result<Database> Database::open(const std::string& file) {
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(file.c_str(), &handle,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(handle);
    if (code != SQLITE_OK) return fault(code);
    sqlite3_busy_timeout(handle, kBusyTimeout_ms);
    // Lookaside slots are reused without being freed: words that were searched would stay in them.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_LOOKASIDE, nullptr, 0, 0);
    auto set = database.run(
        "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-1024; PRAGMA trusted_schema=OFF;");
    if (!set) return tl::unexpected(set.error());
    return database;
}

base::Result<void> Database::run(const char* sql) {
    const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return fault(code);
    return {};
}

base::Result<Statement> Database::prepare(const char* sql) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(handle_.get(), sql, -1, &statement, nullptr);
    if (code != SQLITE_OK) return fault(code);
    return Statement(statement);
}

}  // namespace candor::pack
