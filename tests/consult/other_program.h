#pragma once
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <string>

#include "base/files.h"

namespace candor::consult {

/// Another program's connection to a database file.
class Other {
  public:
    explicit Other(const std::filesystem::path& file) {
        EXPECT_EQ(sqlite3_open(file.c_str(), &handle_), SQLITE_OK);
        sqlite3_busy_timeout(handle_, 2000);
    }
    ~Other() { sqlite3_close(handle_); }
    Other(const Other&) = delete;
    Other& operator=(const Other&) = delete;
    void run(const char* sql) { EXPECT_EQ(refusal_of(sql), "") << sql; }
    /// Empty: it was done.
    std::string refusal_of(const char* sql) {
        char* message = nullptr;
        const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, &message);
        const std::string refusal = code == SQLITE_OK ? "" : message;
        sqlite3_free(message);
        return refusal;
    }
    /// The first column of the first row.
    std::string text(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(handle_, sql, -1, &statement, nullptr), SQLITE_OK) << sql;
        std::string found;
        if (sqlite3_step(statement) == SQLITE_ROW)
            if (const auto* text = sqlite3_column_text(statement, 0))
                found = reinterpret_cast<const char*>(text);
        sqlite3_finalize(statement);
        return found;
    }

  private:
    sqlite3* handle_ = nullptr;
};

/// The bytes of all files, one after another.
inline std::string everything_in(const std::filesystem::path& folder) {
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        bytes += base::read_file(entry.path(), 1 << 28).value_or("");
    return bytes;
}

}  // namespace candor::consult
