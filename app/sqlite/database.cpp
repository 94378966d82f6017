#include "sqlite/database.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace candor::sqlite {
namespace {

using base::FaultKind;

/// SQLite calls a full quota or a file at its limit an I/O error; only the errno tells.
FaultKind kind_of_errno(int error, FaultKind otherwise) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return FaultKind::disk_full;
        case EROFS:
        case EACCES:
        case EPERM:
            return FaultKind::read_only;
        case ENOENT:
        case ENOTDIR:
            return FaultKind::not_found;
        default:
            return otherwise;
    }
}

FaultKind kind_of(int code, int error) {
    switch (code & 0xff) {
        case SQLITE_FULL:
            return FaultKind::disk_full;
        case SQLITE_READONLY:
            return FaultKind::read_only;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return FaultKind::locked;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_FORMAT:
            return FaultKind::damaged;
        case SQLITE_NOMEM:
        case SQLITE_TOOBIG:
            return FaultKind::too_large;
        case SQLITE_IOERR:
            // The errno of a write that a COMMIT ends with is often gone when it is asked for. But
            // for broken hardware it is a quota or a limit.
            if (code == SQLITE_IOERR_WRITE && error != EIO)
                return kind_of_errno(error, FaultKind::disk_full);
            return kind_of_errno(error, FaultKind::unreadable);
        case SQLITE_CANTOPEN:
            return kind_of_errno(error, FaultKind::unreadable);
        case SQLITE_PERM:
            return FaultKind::unreadable;
        default:
            return FaultKind::internal;
    }
}

base::Fault fault_of(int code, int error, const std::string& where) {
    const bool of_the_disk = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN;
    return {kind_of(code, error), where,
            std::string(sqlite3_errstr(code)) + " (SQLite " + std::to_string(code) +
                (of_the_disk && error != 0 ? std::string(", ") + std::strerror(error) : "") + ")"};
}

int flags_of(Access access) {
    switch (access) {
        case Access::make:
            return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        case Access::read_write:
            return SQLITE_OPEN_READWRITE;
        case Access::read_only:
        case Access::frozen:
            break;
    }
    return SQLITE_OPEN_READONLY;
}

/// A URI always, so that a file that is called "file:…" is not taken for one.
std::string uri_of(const std::filesystem::path& file, Access access) {
    std::error_code ignored;
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file, ignored).string()) {
        const bool special = c == '%' || c == '?' || c == '#';
        char escaped[4];
        std::snprintf(escaped, sizeof escaped, "%%%02X", static_cast<unsigned char>(c));
        uri += special ? std::string(escaped) : std::string(1, c);
    }
    return access == Access::frozen ? uri + "?immutable=1" : uri;
}

/// SQLite would wait for the other end of a FIFO, and take what is left of a cut file for a new
/// one.
base::Result<void> check_kind(const std::filesystem::path& file) {
    constexpr off_t kSmallestDatabase = 512;
    struct stat info {};
    if (::stat(file.c_str(), &info) != 0) return {};  // opening it tells why
    if (!S_ISREG(info.st_mode))
        return base::fail(FaultKind::wrong_format, file.string(), "not a file");
    if (info.st_size > 0 && info.st_size < kSmallestDatabase)
        return base::fail(FaultKind::damaged, file.string(),
                          "cut off: it has " + std::to_string(info.st_size) + " bytes");
    return {};
}

}  // namespace

Connection::~Connection() { sqlite3_close_v2(handle); }

base::Fault Connection::fault() const {
    if (handle == nullptr) return {FaultKind::too_large, where, "no memory"};
    return fault_of(sqlite3_extended_errcode(handle), sqlite3_system_errno(handle), where);
}

base::Result<Database> Database::open_uri(const std::string& uri, int flags, std::string where) {
    Database database;
    database.connection_ = std::make_unique<Connection>();
    database.connection_->where = std::move(where);
    const int code = sqlite3_open_v2(uri.c_str(), &database.connection_->handle,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nullptr);
    if (code != SQLITE_OK) return tl::unexpected(database.connection_->fault());
    sqlite3_extended_result_codes(database.handle(), 1);
    return database;
}

base::Result<Database> Database::open(const std::filesystem::path& file, Access access,
                                      int busy_ms) {
    TRY(check_kind(file));
    auto database = open_uri(uri_of(file, access), flags_of(access), file.string());
    if (database) database->set_busy_ms(busy_ms);
    return database;
}

base::Result<Database> Database::in_memory(std::string where) {
    return open_uri("file::memory:", flags_of(Access::make), std::move(where));
}

base::Result<Database> Database::copy_in_memory(Database& of) {
    auto copy = in_memory(of.where());
    if (!copy) return copy;
    sqlite3_backup* backup = sqlite3_backup_init(copy->handle(), "main", of.handle(), "main");
    if (backup == nullptr) return tl::unexpected(copy->connection_->fault());
    const int all = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (all == SQLITE_DONE && finished == SQLITE_OK) return copy;
    return tl::unexpected(fault_of(all, sqlite3_system_errno(of.handle()), of.where()));
}

base::Result<void> Database::run(const char* sql) {
    if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(connection_->fault());
    return {};
}

base::Result<std::int64_t> Database::number(const char* sql) {
    auto statement = TRY(Statement::prepare(*this, sql));
    const auto row = TRY(statement.step());
    return row ? statement.number(0) : 0;
}

void Database::set_busy_ms(int busy_ms) { sqlite3_busy_timeout(handle(), busy_ms); }

void Database::keep_log(bool keep) {
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

void Database::free_at_once() {
    sqlite3_db_config(handle(), SQLITE_DBCONFIG_LOOKASIDE, nullptr, 0, 0);
}

bool Database::has_moved() const {
    int moved = 0;
    return sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
           moved != 0;
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

base::Result<Statement> Statement::prepare(Database& database, const std::string& sql) {
    Statement statement;
    statement.connection_ = database.connection_.get();
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(database.handle(), sql.c_str(), -1, &raw, nullptr) != SQLITE_OK)
        return tl::unexpected(database.connection_->fault());
    statement.statement_.reset(raw);
    return statement;
}

Statement& Statement::bind(std::string_view text) {
    sqlite3_bind_text64(statement_.get(), ++bound_, text.data(), text.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(std::span<const std::uint8_t> bytes) {
    sqlite3_bind_blob64(statement_.get(), ++bound_, bytes.data(), bytes.size(), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind(std::int64_t number) {
    sqlite3_bind_int64(statement_.get(), ++bound_, number);
    return *this;
}

base::Result<bool> Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return tl::unexpected(connection_->fault());
}

base::Result<void> Statement::run() {
    const auto row = step();
    reset();
    if (!row) return tl::unexpected(row.error());
    return {};
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
    bound_ = 0;
}

bool Statement::broke_constraint() const {
    return (sqlite3_errcode(connection_->handle) & 0xff) == SQLITE_CONSTRAINT;
}

base::Result<std::vector<std::string>> Statement::texts() {
    std::vector<std::string> all;
    while (true) {
        const auto there = TRY(step());
        if (!there) return all;
        all.push_back(text(0));
    }
}

std::string Statement::text(int column) const {
    const auto* text = sqlite3_column_text(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text), size);
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::span<const std::uint8_t> Statement::bytes(int column) const {
    const auto* data = sqlite3_column_blob(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return {static_cast<const std::uint8_t*>(data), data == nullptr ? 0 : size};
}

Transaction::~Transaction() {
    if (sqlite3_get_autocommit(database_.handle()) == 0)
        static_cast<void>(database_.run("ROLLBACK"));
}

}  // namespace candor::sqlite
