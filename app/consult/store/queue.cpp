#include "consult/store/queue.h"

#include <mutex>
#include <optional>

#include "base/clock.h"
#include "base/instant.h"
#include "consult/request/reference.h"
#include "consult/request/request.h"
#include "consult/store/database_file.h"
#include "consult/store/queue_rows.h"
#include "consult/store/record.h"
#include "consult/store/schema.h"
#include "consult/store/when_idle.h"

namespace candor::consult {

using base::FaultKind;

struct Queue::Impl {
    std::filesystem::path file;
    OpenMode mode = OpenMode::read;
    int busy_ms = 0;
    std::mutex using_database;
    std::optional<sqlite::Database> database;

    base::Result<void> open();
    base::Result<void> ensure_open();
    bool in_place() const { return database && !database->has_moved(); }
    base::Result<std::string> append(const QueuedRequest& row,
                                     const std::vector<std::string>& instead_of);
    base::Result<std::string> store(const QueuedRequest& row,
                                    const std::vector<std::string>& instead_of);
    base::Result<void> rehearse(const QueuedRequest& row);
    base::Result<std::vector<QueuedRequest>> select(const std::string& reference);
    void empty_log();
    /// Emptying costs two fsyncs more, which a person need not wait for. Last: it uses the others.
    WhenIdle emptying{[this] { empty_log(); }};
};

base::Result<void> Queue::Impl::open() {
    // A file that was moved away takes along what is still in its log.
    if (database && mode == OpenMode::append) consult::empty_log(*database, busy_ms);
    database.reset();
    auto opened = TRY(mode == OpenMode::append ? open_to_write(file, Missing::make, busy_ms)
                                               : open_to_read(file, busy_ms));
    database = std::move(opened);
    return {};
}

base::Result<void> Queue::Impl::ensure_open() {
    if (in_place()) return {};
    return open();
}

/// Within a transaction.
base::Result<std::string> Queue::Impl::store(const QueuedRequest& row,
                                             const std::vector<std::string>& instead_of) {
    auto known = TRY(reference_of(*database, row.id));
    if (known) return *known;
    for (const auto& id : instead_of) TRY(take_back(*database, id, row.created));
    auto reference = insert_row(*database, row, new_reference);
    if (!reference) return reference;
    QueuedRequest stored = row;
    stored.reference = *reference;
    TRY(append_change(*database, arrival_entry(stored)));
    return reference;
}

base::Result<void> Queue::Impl::rehearse(const QueuedRequest& row) {
    const std::lock_guard lock(using_database);
    TRY(ensure_open());
    sqlite::Transaction transaction(*database);
    TRY(transaction.begin());
    return store(row, {}).map([](const std::string&) {});
}

base::Result<std::string> Queue::Impl::append(const QueuedRequest& row,
                                              const std::vector<std::string>& instead_of) {
    sqlite::Transaction transaction(*database);
    TRY(transaction.begin());
    auto reference = store(row, instead_of);
    if (!reference) return reference;
    TRY(transaction.commit());
    emptying.soon();
    return reference;
}

void Queue::Impl::empty_log() {
    const std::lock_guard lock(using_database);
    if (database) consult::empty_log(*database, busy_ms);
}

base::Result<std::vector<QueuedRequest>> Queue::Impl::select(const std::string& reference) {
    const std::lock_guard lock(using_database);
    TRY(ensure_open());
    const auto version = TRY(schema_version(*database));
    if (version == 0) return std::vector<QueuedRequest>{};
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
    TRY(impl->open());
    return std::unique_ptr<Queue>(new Queue(std::move(impl)));
}

base::Result<std::string> Queue::append(const std::string& id, const std::string& created,
                                        const std::string& key_fingerprint,
                                        const std::vector<std::uint8_t>& sealed,
                                        const std::vector<std::string>& instead_of) {
    const std::string where = impl_->file.string();
    if (impl_->mode != OpenMode::append)
        return base::fail(FaultKind::refused, where, "opened to read");
    if (sealed.empty()) return base::fail(FaultKind::refused, where, "nothing is sealed");
    const QueuedRequest row{id, "", base::hour_of(created), "", key_fingerprint, sealed};
    const std::lock_guard lock(impl_->using_database);
    // Twice: the file may be moved away between the look and the commit.
    for (int i = 0; i < 2; ++i) {
        TRY(impl_->ensure_open());
        auto reference = impl_->append(row, instead_of);
        if (!reference || impl_->in_place()) return reference;
    }
    return base::fail(FaultKind::damaged, where, "the file is moved away again and again");
}

base::Result<void> Queue::rehearse() {
    const std::vector<std::uint8_t> nothing(1);
    return impl_->rehearse({new_request_id(), "", base::utc_now(), "", "", nothing});
}

base::Result<std::vector<QueuedRequest>> Queue::list() const { return impl_->select(""); }

base::Result<QueuedRequest> Queue::get(const std::string& reference) const {
    const auto wanted = normalise_reference(reference);
    if (!wanted)
        return base::fail(FaultKind::wrong_format, reference, "the check character does not fit");
    auto rows = TRY(impl_->select(*wanted));
    if (rows.empty()) return base::fail(FaultKind::not_found, *wanted, "no such request");
    if (rows.front().state == kDamaged)
        return base::fail(FaultKind::damaged, *wanted, "the stored request fails its digest");
    return rows.front();
}

}  // namespace candor::consult
