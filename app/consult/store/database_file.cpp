#include "consult/store/database_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "base/clock.h"
#include "base/disk.h"
#include "base/files.h"
#include "consult/store/schema.h"

namespace candor::consult {
namespace {

using base::FaultKind;

constexpr std::chrono::milliseconds kTryAgain{5};
constexpr const char* kEmptyLog = "PRAGMA wal_checkpoint(TRUNCATE)";

bool is_there(const std::filesystem::path& file) {
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

/// SQLite would make the file with the umask's mode, and not fsync its folder.
base::Result<void> ensure_file(const std::filesystem::path& file, Missing missing) {
    if (is_there(file)) return {};
    if (missing == Missing::refuse)
        return base::fail(FaultKind::not_found, file.string(), "no requests were stored here yet");
    auto made = base::write_new_file(file, "", base::Privacy::owner_only);
    if (!made && made.error().kind != FaultKind::refused) return made;
    return {};
}

/// SQLite says of a folder that it may not write to only that it cannot open the file.
base::Result<void> check_writable(const std::filesystem::path& file) {
    for (const auto& path : {base::folder_of(file), file})
        if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0)
            return tl::unexpected(base::fault_of_write(errno, path.string()));
    return {};
}

/// On a read-only disk, and nothing but what is in the file itself: a backup, say.
bool is_frozen(const std::filesystem::path& file) {
    struct statvfs disk {};
    std::error_code error;
    const auto log_size = std::filesystem::file_size(file.string() + "-wal", error);
    return ::statvfs(file.c_str(), &disk) == 0 && (disk.f_flag & ST_RDONLY) != 0 &&
           (error || log_size == 0);
}

base::Result<sqlite::Database> try_to_write(const std::filesystem::path& file, Missing missing,
                                            int busy_ms) {
    TRY(ensure_file(file, missing));
    TRY(check_writable(file));
    auto database = sqlite::Database::open(file, sqlite::Access::read_write, busy_ms);
    if (!database) return database;
    database->keep_log(true);
    auto ready = database->run(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
        "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
        "PRAGMA journal_size_limit = 1048576");
    if (ready) ready = migrate(*database);
    if (!ready) return tl::unexpected(ready.error());
    database->keep_log(false);
    empty_log(*database, busy_ms);
    return database;
}

base::Result<sqlite::Database> read_in_place(const std::filesystem::path& file, int busy_ms) {
    const sqlite::Access access =
        is_frozen(file) ? sqlite::Access::frozen : sqlite::Access::read_only;
    auto database = sqlite::Database::open(file, access, busy_ms);
    if (!database) return database;
    auto ready = database->run("PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF");
    // The first look at the file is what needs the log's index.
    if (ready) ready = database->number("PRAGMA user_version").map([](std::int64_t) {});
    if (!ready) return tl::unexpected(ready.error());
    return database;
}

/// A log can be read without its index in a file by whoever has both for himself, for this moment:
/// on a full disk there is no room for the index, and nobody else could be at work without it.
base::Result<sqlite::Database> read_as_copy(const std::filesystem::path& file, int busy_ms) {
    auto alone = sqlite::Database::open(file, sqlite::Access::read_write, busy_ms);
    if (!alone) return alone;
    if (auto set = alone->run("PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON"); !set)
        return tl::unexpected(set.error());
    alone->keep_log(true);
    auto copy = sqlite::Database::copy_in_memory(*alone);
    if (!copy) return copy;
    TRY(copy->run("PRAGMA trusted_schema = OFF"));
    return copy;
}

base::Result<sqlite::Database> try_to_read(const std::filesystem::path& file, Missing missing,
                                           int busy_ms) {
    TRY(ensure_file(file, missing));
    auto database = read_in_place(file, busy_ms);
    if (database || database.error().kind != FaultKind::disk_full) return database;
    auto copy = read_as_copy(file, busy_ms);
    return copy ? std::move(copy) : std::move(database);
}

/// SQLite does not always wait by itself while another process makes the file or mends its log.
base::Result<sqlite::Database> try_until(decltype(try_to_write)* once,
                                         const std::filesystem::path& file, Missing missing,
                                         int busy_ms) {
    const std::int64_t deadline = base::monotonic_ms() + busy_ms;
    auto opened = once(file, missing, busy_ms);
    while (!opened && opened.error().kind == FaultKind::locked && base::monotonic_ms() < deadline) {
        std::this_thread::sleep_for(kTryAgain);
        opened = once(file, missing, busy_ms);
    }
    return opened;
}

}  // namespace

base::Result<sqlite::Database> open_to_write(const std::filesystem::path& file, Missing missing,
                                             int busy_ms) {
    return try_until(try_to_write, file, missing, busy_ms);
}

base::Result<sqlite::Database> open_to_read(const std::filesystem::path& file, int busy_ms) {
    return try_until(try_to_read, file, Missing::refuse, busy_ms);
}

std::string stamp_of(const std::filesystem::path& file) {
    std::string stamp;
    for (const char* part : {"", "-wal"}) {
        struct stat status {};
        if (::stat((file.string() + part).c_str(), &status) == 0)
            stamp += std::to_string(status.st_size) + "@" + std::to_string(status.st_mtim.tv_sec) +
                     "." + std::to_string(status.st_mtim.tv_nsec);
        stamp += ';';
    }
    return stamp;
}

void empty_log(sqlite::Database& database, int busy_ms) {
    database.set_busy_ms(0);
    static_cast<void>(database.run(kEmptyLog));
    database.set_busy_ms(busy_ms);
}

base::Result<void> empty_log_surely(sqlite::Database& database) {
    // SQLite waits for readers and writers, but gives up at once when another is emptying the log.
    const auto patience = TRY(database.number("PRAGMA busy_timeout"));
    const std::int64_t deadline = base::monotonic_ms() + patience;
    while (true) {
        const auto was_busy = database.number(kEmptyLog);
        if (!was_busy && was_busy.error().kind != FaultKind::locked)
            return tl::unexpected(was_busy.error());
        if (was_busy && *was_busy == 0) return {};
        if (base::monotonic_ms() >= deadline)
            return base::fail(FaultKind::locked, database.where(), "its log is being read");
        std::this_thread::sleep_for(kTryAgain);
    }
}

}  // namespace candor::consult
