#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

// Faults name the file, and hold SQLite's words for its code alone, never those for what was asked:
// they repeat parts of a statement, of a bound value or of what a person searched for.

namespace candor::sqlite {

/// `make`: read_write, and the file is made where it is missing. `frozen`: nobody can change the
/// file while it is open (a read-only disk); only then may SQLite do without its files beside it.
enum class Access { make, read_write, read_only, frozen };

struct Connection {
    sqlite3* handle = nullptr;
    std::string where;
    ~Connection();
    /// The fault of the last call that failed.
    base::Fault fault() const;
};

/// One SQLite connection, for one thread at a time. Everything that fails is a Fault that names the
/// file: disk_full, read_only, locked, damaged, not_found, unreadable, wrong_format (no regular
/// file), too_large (no memory), internal.
class Database {
  public:
    /// The file must be there, unless it may be made. Waits up to `busy_ms` whenever another
    /// process is writing.
    static base::Result<Database> open(const std::filesystem::path& file, Access access,
                                       int busy_ms);
    /// An empty one; its faults say that it is `where`.
    static base::Result<Database> in_memory(std::string where);
    /// All of it as it is now, in memory; it says that it is where `of` is.
    static base::Result<Database> copy_in_memory(Database& of);
    base::Result<void> run(const char* sql);
    base::Result<std::int64_t> number(const char* sql);
    void set_busy_ms(int busy_ms);
    /// When the last connection closes, SQLite takes the log over and deletes it: not while it is
    /// kept. For a file that may be damaged, whose log SQLite cannot read.
    void keep_log(bool keep);
    /// Small blocks are freed when they are done with, and not reused as they are: for what a
    /// person typed. Before the first statement.
    void free_at_once();
    /// Is the name now another file's, or nobody's?
    bool has_moved() const;
    const std::string& where() const { return connection_->where; }

  private:
    friend class Statement;
    friend class Transaction;
    static base::Result<Database> open_uri(const std::string& uri, int flags, std::string where);
    sqlite3* handle() const { return connection_->handle; }
    std::unique_ptr<Connection> connection_;
};

/// A prepared statement, which the Database must outlive. Bound memory must stay alive until it is
/// reset; columns are valid until the next step.
class Statement {
  public:
    static base::Result<Statement> prepare(Database& database, const std::string& sql);
    /// In the order of the statement's parameters.
    Statement& bind(std::string_view text);
    Statement& bind(std::span<const std::uint8_t> bytes);
    Statement& bind(std::int64_t number);
    /// True: there is a row. A broken constraint is a fault too: see broke_constraint().
    base::Result<bool> step();
    bool broke_constraint() const;
    /// For a statement without rows: to its end, and ready for the next time.
    base::Result<void> run();
    /// Forgets what was bound, and begins anew.
    void reset();
    std::string text(int column) const;
    /// The first column of all rows from here on.
    base::Result<std::vector<std::string>> texts();
    std::int64_t number(int column) const;
    std::span<const std::uint8_t> bytes(int column) const;

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    const Connection* connection_ = nullptr;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int bound_ = 0;
};

/// Rolled back unless committed.
class Transaction {
  public:
    explicit Transaction(Database& database) : database_(database) {}
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    base::Result<void> begin() { return database_.run("BEGIN IMMEDIATE"); }
    /// To read one state of the file by several statements; nothing is locked.
    base::Result<void> begin_reading() { return database_.run("BEGIN"); }
    base::Result<void> commit() { return database_.run("COMMIT"); }

  private:
    Database& database_;
};

}  // namespace candor::sqlite
