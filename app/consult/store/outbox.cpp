#include "consult/store/outbox.h"

#include <optional>

#include "consult/store/database_file.h"
#include "consult/store/instant.h"
#include "consult/store/queue_rows.h"
#include "consult/store/record.h"
#include "consult/store/schema.h"

namespace candor::consult {
namespace {

base::Result<Waiting> count_waiting(Database& database) {
    auto statement = Statement::prepare(
        database, "SELECT count(*), min(created) FROM request WHERE delivered IS NULL");
    if (!statement) return tl::unexpected(statement.error());
    if (const auto there = statement->step(); !there) return tl::unexpected(there.error());
    return Waiting{statement->number(0), statement->text(1)};
}

}  // namespace

struct Outbox::Impl {
    std::filesystem::path file;
    int busy_ms = 0;
    std::optional<Database> database;

    base::Result<void> ensure_open();
    base::Result<void> mark(const std::string& id, const std::string& at);
    base::Result<std::vector<std::string>> delivered(const std::string& before);
    base::Result<int> erase(const std::string& delivered_before, const std::string& at);
};

/// A consult.db that was moved or deleted underneath is noticed, as the Queue notices it.
base::Result<void> Outbox::Impl::ensure_open() {
    if (database && !database->has_moved()) return {};
    database.reset();
    auto opened = open_to_write(file, Missing::make, busy_ms);
    if (!opened) return tl::unexpected(opened.error());
    database = std::move(*opened);
    return {};
}

base::Result<void> Outbox::Impl::mark(const std::string& id, const std::string& at) {
    // What was delivered once keeps its first instant, so that purging is not put off.
    auto statement = Statement::prepare(
        *database, "UPDATE request SET delivered = ? WHERE id = ? AND delivered IS NULL");
    if (!statement) return tl::unexpected(statement.error());
    // Delivered a second after it was sent, the second would tell of the request: see hour_of().
    const std::string hour = hour_of(at);
    if (const auto done = statement->bind(hour).bind(id).step(); !done)
        return tl::unexpected(done.error());
    return {};
}

base::Result<std::vector<std::string>> Outbox::Impl::delivered(const std::string& before) {
    auto statement = Statement::prepare(
        *database, "SELECT id FROM request WHERE delivered < ? ORDER BY sequence");
    if (!statement) return tl::unexpected(statement.error());
    return statement->bind(before).texts();
}

base::Result<int> Outbox::Impl::erase(const std::string& delivered_before, const std::string& at) {
    Transaction transaction(*database);
    if (auto begun = transaction.begin(); !begun) return tl::unexpected(begun.error());
    const auto ids = delivered(delivered_before);
    if (!ids) return tl::unexpected(ids.error());
    for (const auto& id : *ids)
        if (auto done =
                erase_request(*database, {0, id, at, "kiosk", ChangeKind::purge, "delivered"});
            !done)
            return tl::unexpected(done.error());
    if (auto done = transaction.commit(); !done) return tl::unexpected(done.error());
    return static_cast<int>(ids->size());
}

Outbox::Outbox(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Outbox::~Outbox() = default;

base::Result<std::unique_ptr<Outbox>> Outbox::open(const std::filesystem::path& file, int busy_ms) {
    auto impl = std::make_unique<Impl>();
    impl->file = file;
    impl->busy_ms = busy_ms;
    if (auto opened = impl->ensure_open(); !opened) return tl::unexpected(opened.error());
    return std::unique_ptr<Outbox>(new Outbox(std::move(impl)));
}

base::Result<std::vector<QueuedRequest>> Outbox::waiting(Order order, int limit) {
    if (auto ready = impl_->ensure_open(); !ready) return tl::unexpected(ready.error());
    auto statement = Statement::prepare(
        *impl_->database, std::string("SELECT ") + kRowColumns +
                              " FROM request WHERE delivered IS NULL ORDER BY sequence" +
                              (order == Order::newest_first ? " DESC" : ""));
    if (!statement) return tl::unexpected(statement.error());
    std::vector<QueuedRequest> rows;
    while (rows.size() < static_cast<std::size_t>(limit)) {
        const auto there = statement->step();
        if (!there) return tl::unexpected(there.error());
        if (!*there) break;
        auto row = row_of(*statement);
        if (row.state != kDamaged) rows.push_back(std::move(row));
    }
    return rows;
}

base::Result<Waiting> Outbox::count() {
    if (auto ready = impl_->ensure_open(); !ready) return tl::unexpected(ready.error());
    return count_waiting(*impl_->database);
}

base::Result<void> Outbox::mark_delivered(const std::vector<std::string>& ids,
                                          const std::string& at) {
    if (!is_utc_instant(at))
        return base::fail(base::FaultKind::wrong_format, at, "no instant in UTC");
    if (auto ready = impl_->ensure_open(); !ready) return ready;
    Transaction transaction(*impl_->database);
    if (auto begun = transaction.begin(); !begun) return begun;
    for (const auto& id : ids)
        if (auto done = impl_->mark(id, at); !done) return done;
    auto done = transaction.commit();
    if (done) empty_log(*impl_->database, impl_->busy_ms);
    return done;
}

base::Result<int> Outbox::purge_delivered(const std::string& delivered_before,
                                          const std::string& at) {
    for (const auto& instant : {delivered_before, at})
        if (!is_utc_instant(instant))
            return base::fail(base::FaultKind::wrong_format, instant, "no instant in UTC");
    if (auto ready = impl_->ensure_open(); !ready) return tl::unexpected(ready.error());
    auto erased = impl_->erase(delivered_before, at);
    if (!erased) return erased;
    if (auto gone = empty_log_surely(*impl_->database); !gone) return tl::unexpected(gone.error());
    return erased;
}

base::Result<Delivery> delivery_of(const std::filesystem::path& file, int busy_ms) {
    auto database = open_to_read(file, busy_ms);
    if (!database) return tl::unexpected(database.error());
    const auto layout = schema_version(*database);
    if (!layout) return tl::unexpected(layout.error());
    if (*layout < kDeliverySince) return Delivery{};
    const auto delivered =
        database->number("SELECT count(*) FROM request WHERE delivered IS NOT NULL");
    if (!delivered) return tl::unexpected(delivered.error());
    const auto waiting = count_waiting(*database);
    if (!waiting) return tl::unexpected(waiting.error());
    return Delivery{*delivered, *waiting};
}

}  // namespace candor::consult
