#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace candor::pack {

/// One prepared statement. Texts are bound without a copy: they must stay alive until `reset`.
class Statement {
  public:
    explicit Statement(sqlite3_stmt* statement) : statement_(statement, &sqlite3_finalize) {}

    Statement& bind(int at, std::string_view text);
    Statement& bind(int at, std::int64_t number);
    /// True: a row is there. False: done.
    base::Result<bool> step();
    /// Runs to the end, for statements without rows, and makes it ready for the next time.
    base::Result<void> run();
    /// Forgets the bindings.
    void reset();
    std::string text(int column) const;
    int number(int column) const { return sqlite3_column_int(statement_.get(), column); }

  private:
    std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement_;
};

/// One SQLite connection, for one thread at a time. Temporary tables and journals of queries stay
/// in memory. Faults never hold the text of a statement or of a bound value.
class Database {
  public:
    /// Opens for writing, else for reading alone; creates the file where it is missing.
    static base::Result<Database> open(const std::string& file);
    base::Result<void> run(const char* sql);
    base::Result<Statement> prepare(const char* sql);

  private:
    explicit Database(sqlite3* handle) : handle_(handle, &sqlite3_close_v2) {}
    std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)> handle_;
};

}  // namespace candor::pack
