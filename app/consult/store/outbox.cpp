#include "consult/store/outbox.h"

#include <optional>

#include "base/instant.h"
#include "consult/store/database_file.h"
#include "consult/store/queue_rows.h"
#include "consult/store/record.h"
#include "consult/store/schema.h"

namespace candor::consult {
namespace {

base::Result<Waiting> count_waiting(sqlite::Database& database) {
    auto statement = TRY(sqlite::Statement::prepare(
        database, "SELECT count(*), min(created) FROM request WHERE delivered IS NULL"));
    TRY(statement.step());
    return Waiting{statement.number(0), statement.text(1)};
}

}  // namespace

struct Outbox::Impl {
    std::filesystem::path file;
    int busy_ms = 0;
    std::optional<sqlite::Database> database;

    base::Result<void> ensure_open();
    base::Result<void> mark(const std::string& id, const std::string& at);
    base::Result<std::vector<std::string>> delivered(const std::string& before);
    base::Result<int> erase(const std::string& delivered_before, const std::string& at);
};

/// A consult.db that was moved or deleted underneath is noticed, as the Queue notices it.
base::Result<void> Outbox::Impl::ensure_open() {
    if (database && !database->has_moved()) return {};
    database.reset();
    auto opened = TRY(open_to_write(file, Missing::make, busy_ms));
    database = std::move(opened);
    return {};
}

base::Result<void> Outbox::Impl::mark(const std::string& id, const std::string& at) {
    // What was delivered once keeps its first instant, so that purging is not put off.
    auto statement = TRY(sqlite::Statement::prepare(
        *database, "UPDATE request SET delivered = ? WHERE id = ? AND delivered IS NULL"));
    // Delivered a second after it was sent, the second would tell of the request: see
    // base::hour_of().
    const std::string hour = base::hour_of(at);
    TRY(statement.bind(hour).bind(id).step());
    return {};
}

base::Result<std::vector<std::string>> Outbox::Impl::delivered(const std::string& before) {
    auto statement = TRY(sqlite::Statement::prepare(
        *database, "SELECT id FROM request WHERE delivered < ? ORDER BY sequence"));
    return statement.bind(before).texts();
}

base::Result<int> Outbox::Impl::erase(const std::string& delivered_before, const std::string& at) {
    sqlite::Transaction transaction(*database);
    TRY(transaction.begin());
    const auto ids = TRY(delivered(delivered_before));
    for (const auto& id : ids)
        if (auto done =
                erase_request(*database, {0, id, at, "kiosk", ChangeKind::purge, "delivered"});
            !done)
            return tl::unexpected(done.error());
    TRY(transaction.commit());
    return static_cast<int>(ids.size());
}

Outbox::Outbox(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Outbox::~Outbox() = default;

base::Result<std::unique_ptr<Outbox>> Outbox::open(const std::filesystem::path& file, int busy_ms) {
    auto impl = std::make_unique<Impl>();
    impl->file = file;
    impl->busy_ms = busy_ms;
    TRY(impl->ensure_open());
    return std::unique_ptr<Outbox>(new Outbox(std::move(impl)));
}

base::Result<std::vector<QueuedRequest>> Outbox::waiting(Order order, int limit) {
    TRY(impl_->ensure_open());
    auto statement = TRY(sqlite::Statement::prepare(
        *impl_->database, std::string("SELECT ") + kRowColumns +
                              " FROM request WHERE delivered IS NULL ORDER BY sequence" +
                              (order == Order::newest_first ? " DESC" : "")));
    std::vector<QueuedRequest> rows;
    while (rows.size() < static_cast<std::size_t>(limit)) {
        const auto there = TRY(statement.step());
        if (!there) break;
        auto row = row_of(statement);
        if (row.state != kDamaged) rows.push_back(std::move(row));
    }
    return rows;
}

base::Result<Waiting> Outbox::count() {
    TRY(impl_->ensure_open());
    return count_waiting(*impl_->database);
}

base::Result<void> Outbox::mark_delivered(const std::vector<std::string>& ids,
                                          const std::string& at) {
    if (!base::is_utc_instant(at))
        return base::fail(base::FaultKind::wrong_format, at, "no instant in UTC");
    TRY(impl_->ensure_open());
    sqlite::Transaction transaction(*impl_->database);
    TRY(transaction.begin());
    for (const auto& id : ids) TRY(impl_->mark(id, at));
    auto done = transaction.commit();
    if (done) empty_log(*impl_->database, impl_->busy_ms);
    return done;
}

base::Result<int> Outbox::purge_delivered(const std::string& delivered_before,
                                          const std::string& at) {
    for (const auto& instant : {delivered_before, at})
        if (!base::is_utc_instant(instant))
            return base::fail(base::FaultKind::wrong_format, instant, "no instant in UTC");
    TRY(impl_->ensure_open());
    auto erased = impl_->erase(delivered_before, at);
    if (!erased) return erased;
    TRY(empty_log_surely(*impl_->database));
    return erased;
}

base::Result<Delivery> delivery_of(const std::filesystem::path& file, int busy_ms) {
    auto database = TRY(open_to_read(file, busy_ms));
    const auto layout = TRY(schema_version(database));
    if (layout < kDeliverySince) return Delivery{};
    const auto delivered =
        TRY(database.number("SELECT count(*) FROM request WHERE delivered IS NOT NULL"));
    const auto waiting = TRY(count_waiting(database));
    return Delivery{delivered, waiting};
}

}  // namespace candor::consult
