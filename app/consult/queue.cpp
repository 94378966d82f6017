#include "consult/queue.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <optional>
#include <thread>

#include "base/clock.h"
#include "consult/database.h"
#include "consult/new_file.h"
#include "consult/queue_rows.h"
#include "consult/reference.h"
#include "consult/schema.h"

namespace candor::consult {
namespace {

using base::FaultKind;

constexpr std::chrono::milliseconds kTryAgain{5};

bool is_there(const std::filesystem::path& file) {
    std::error_code ignored;
    return std::filesystem::exists(file, ignored);
}

/// SQLite would make the file with the umask's mode, and not fsync its folder.
base::Result<void> ensure_file(const std::filesystem::path& file) {
    if (is_there(file)) return {};
    auto made = write_new_file(file, "", base::Privacy::owner_only);
    if (!made && made.error().kind != FaultKind::refused) return made;
    return {};
}

/// SQLite says of a folder that it may not write to only that it cannot open the file.
base::Result<void> check_writable(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    for (const auto& path : {folder, file})
        if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0)
            return tl::unexpected(fault_of_write(errno, path.string()));
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

/// Best effort: consult.db alone then holds every request, whoever copies or moves it. Not worth
/// waiting for: what is in the log is as safe.
void empty_log(Database& database, int busy_ms) {
    database.set_busy_ms(0);
    static_cast<void>(database.run("PRAGMA wal_checkpoint(TRUNCATE)"));
    database.set_busy_ms(busy_ms);
}

base::Result<Database> open_to_append(const std::filesystem::path& file, int busy_ms) {
    if (auto there = ensure_file(file); !there) return tl::unexpected(there.error());
    if (auto writable = check_writable(file); !writable) return tl::unexpected(writable.error());
    auto database = Database::open(file, Access::read_write, busy_ms);
    if (!database) return database;
    auto ready = database->run(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
        "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
        "PRAGMA journal_size_limit = 1048576");
    if (ready) ready = migrate(*database);
    if (!ready) return tl::unexpected(ready.error());
    empty_log(*database, busy_ms);
    return database;
}

base::Result<Database> open_to_read(const std::filesystem::path& file, int busy_ms) {
    if (!is_there(file))
        return base::fail(FaultKind::not_found, file.string(), "no requests were stored here yet");
    const Access access = is_frozen(file) ? Access::frozen : Access::read_only;
    auto database = Database::open(file, access, busy_ms);
    if (!database) return database;
    if (auto set = database->run("PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF"); !set)
        return tl::unexpected(set.error());
    return database;
}

}  // namespace

struct Queue::Impl {
    std::filesystem::path file;
    OpenMode mode = OpenMode::read;
    int busy_ms = 0;
    std::optional<Database> database;

    base::Result<void> open();
    base::Result<void> ensure_open();
    bool in_place() const { return database && !database->has_moved(); }
    base::Result<std::string> append(const QueuedRequest& row);
    base::Result<std::vector<QueuedRequest>> select(const std::string& reference);
};

base::Result<void> Queue::Impl::open() {
    database.reset();
    const auto once = mode == OpenMode::append ? open_to_append : open_to_read;
    const std::int64_t deadline = base::monotonic_ms() + busy_ms;
    auto opened = once(file, busy_ms);
    // SQLite does not always wait by itself while another process makes the file or mends its log.
    while (!opened && opened.error().kind == FaultKind::locked && base::monotonic_ms() < deadline) {
        std::this_thread::sleep_for(kTryAgain);
        opened = once(file, busy_ms);
    }
    if (!opened) return tl::unexpected(opened.error());
    database = std::move(*opened);
    return {};
}

base::Result<void> Queue::Impl::ensure_open() {
    if (in_place()) return {};
    return open();
}

base::Result<std::string> Queue::Impl::append(const QueuedRequest& row) {
    Transaction transaction(*database);
    if (auto begun = transaction.begin(); !begun) return tl::unexpected(begun.error());
    auto known = reference_of(*database, row.id);
    if (!known) return tl::unexpected(known.error());
    if (*known) return **known;
    auto reference = insert_row(*database, row, new_reference);
    if (!reference) return reference;
    if (auto committed = transaction.commit(); !committed) return tl::unexpected(committed.error());
    empty_log(*database, busy_ms);
    return reference;
}

base::Result<std::vector<QueuedRequest>> Queue::Impl::select(const std::string& reference) {
    if (auto ready = ensure_open(); !ready) return tl::unexpected(ready.error());
    const auto version = schema_version(*database);
    if (!version) return tl::unexpected(version.error());
    if (*version == 0) return std::vector<QueuedRequest>{};
    return select_rows(*database, reference);
}

Queue::Queue(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Queue::~Queue() = default;

base::Result<std::unique_ptr<Queue>> Queue::open(const std::filesystem::path& file, OpenMode mode,
                                                 int busy_ms) {
    auto impl = std::make_unique<Impl>();
    impl->file = file;
    impl->mode = mode;
    impl->busy_ms = busy_ms;
    if (auto opened = impl->open(); !opened) return tl::unexpected(opened.error());
    return std::unique_ptr<Queue>(new Queue(std::move(impl)));
}

base::Result<std::string> Queue::append(const std::string& id, const std::string& created,
                                        const std::string& key_fingerprint,
                                        const std::vector<std::uint8_t>& sealed) {
    const std::string where = impl_->file.string();
    if (impl_->mode != OpenMode::append)
        return base::fail(FaultKind::refused, where, "opened to read");
    if (sealed.empty()) return base::fail(FaultKind::refused, where, "nothing is sealed");
    const QueuedRequest row{id, "", created, "", key_fingerprint, sealed};
    // Twice: the file may be moved away between the look and the commit.
    for (int i = 0; i < 2; ++i) {
        if (auto ready = impl_->ensure_open(); !ready) return tl::unexpected(ready.error());
        auto reference = impl_->append(row);
        if (!reference || impl_->in_place()) return reference;
    }
    return base::fail(FaultKind::damaged, where, "the file is moved away again and again");
}

base::Result<std::vector<QueuedRequest>> Queue::list() const { return impl_->select(""); }

base::Result<QueuedRequest> Queue::get(const std::string& reference) const {
    const auto wanted = normalise_reference(reference);
    if (!wanted)
        return base::fail(FaultKind::wrong_format, reference, "the check character does not fit");
    auto rows = impl_->select(*wanted);
    if (!rows) return tl::unexpected(rows.error());
    if (rows->empty()) return base::fail(FaultKind::not_found, *wanted, "no such request");
    if (rows->front().state == kDamaged)
        return base::fail(FaultKind::damaged, *wanted, "the stored request fails its digest");
    return rows->front();
}

}  // namespace candor::consult
