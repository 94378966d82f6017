#include "consult/store/rehearsal.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

#include "base/disk.h"
#include "base/files.h"
#include "consult/store/folder_lock.h"
#include "consult/store/queue.h"
#include "sqlite/database.h"

namespace candor::consult {
namespace {

using base::FaultKind;
namespace fs = std::filesystem;

constexpr const char* kDamagedSuffix = ".damaged-";
// A request with its pages in the log and in the file, several times over.
constexpr off_t kRoomBytes = 256 * 1024;
constexpr int kMostNames = 1000;
// The log first: a new file beside an old log would make SQLite delete it.
constexpr std::array kParts = {"-wal", "-shm", ""};

bool stands(const fs::path& path) {
    std::error_code ignored;
    return fs::symlink_status(path, ignored).type() != fs::file_type::not_found;
}

/// What statvfs() says knows no quota and no limit; asking does. The file is gone at once.
base::Result<void> check_room(const fs::path& folder) {
    const auto file = TRY(base::create_file_beside(folder / ".room-"));
    ::unlink(file.path.c_str());
    const int error = ::posix_fallocate(file.descriptor.get(), 0, kRoomBytes);
    if (error == EFBIG)
        return base::fail(FaultKind::disk_full, folder.string(), "files may not grow");
    if (error != 0) return tl::unexpected(base::fault_of_write(error, folder.string()));
    return {};
}

bool has_part(const fs::path& stem, const char* part) { return stands(stem.string() + part); }

/// A name none of whose parts would be in the way. What a kill left half moved finds together
/// again, since its first name is still free.
std::optional<fs::path> free_name(const fs::path& file, const std::string& day) {
    for (int i = 1; i <= kMostNames; ++i) {
        const fs::path name =
            file.string() + kDamagedSuffix + day + (i == 1 ? "" : "-" + std::to_string(i));
        const bool taken =
            has_part(name, "") || std::any_of(kParts.begin(), kParts.end(), [&](const char* part) {
                return has_part(file, part) && has_part(name, part);
            });
        if (!taken) return name;
    }
    return std::nullopt;
}

base::Result<void> move_parts(const fs::path& file, const fs::path& name) {
    for (const char* part : kParts) {
        const std::string from = file.string() + part, to = name.string() + part;
        if (::rename(from.c_str(), to.c_str()) != 0 && errno != ENOENT)
            return tl::unexpected(base::fault_of_write(errno, from));
    }
    return base::sync_folder(base::folder_of(file));
}

/// Damage where the next request would not come by is found only by looking at every page.
bool is_damaged(const fs::path& file, int busy_ms) {
    const auto stored = rehearse(file, busy_ms);
    if (!stored) return stored.error().kind == FaultKind::damaged;
    auto database = sqlite::Database::open(file, sqlite::Access::read_write, busy_ms);
    if (!database) return false;
    database->keep_log(true);
    auto check = sqlite::Statement::prepare(*database, "PRAGMA quick_check(1)");
    const auto row = check ? check->step() : tl::unexpected(check.error());
    if (!row) return row.error().kind == FaultKind::damaged;
    return *row && check->text(0) != "ok";
}

}  // namespace

base::Result<void> rehearse(const fs::path& file, int busy_ms) {
    TRY(check_room(base::folder_of(file)));
    if (!stands(file)) return {};
    std::error_code ignored;
    if (fs::is_regular_file(file, ignored) && fs::file_size(file, ignored) == 0)
        return base::fail(FaultKind::damaged, file.string(), "it is empty");
    auto queue = TRY(Queue::open(file, OpenMode::append, busy_ms));
    return queue->rehearse();
}

base::Result<std::optional<fs::path>> set_aside_if_damaged(const fs::path& file,
                                                           const std::string& day, int busy_ms) {
    // Of two kiosks on one folder the second finds the first one's new file, and leaves it alone.
    const FolderLock lock(base::folder_of(file));
    if (!is_damaged(file, busy_ms)) return std::nullopt;
    const auto name = free_name(file, day);
    if (!name)
        return base::fail(FaultKind::refused, file.string(), "too many were set aside already");
    TRY(move_parts(file, *name));
    return *name;
}

std::vector<fs::path> set_aside_in(const fs::path& folder) {
    std::vector<fs::path> found;
    const auto entries = base::entries_of(folder);
    if (!entries) return found;
    for (const auto& entry : *entries) {
        const std::string name = entry.path().filename().string();
        const bool part = name.ends_with("-wal") || name.ends_with("-shm");
        if (name.find(".db" + std::string(kDamagedSuffix)) != std::string::npos && !part)
            found.push_back(entry.path());
    }
    return found;
}

}  // namespace candor::consult
