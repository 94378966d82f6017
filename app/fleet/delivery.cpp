#include "fleet/delivery.h"

#include <algorithm>
#include <random>

#include "base/clock.h"
#include "base/instant.h"
#include "consult/store/queue_rows.h"
#include "fleet/sql_state.h"

namespace candor::fleet {
namespace {

using base::FaultKind;

constexpr std::int64_t kDayS = 24 * 60 * 60;

/// Without ON CONFLICT, for which CockroachDB asks a right to read: INSERT must be enough.
constexpr std::size_t kRequestColumns = 8;
constexpr const char* kInsertRequest =
    "INSERT INTO candor.request"
    " (clinic, id, kiosk, reference, created, key_fingerprint, sealed, digest) VALUES ";

void add(Values& values, const DeliverySettings& settings, const consult::QueuedRequest& row) {
    values.text(settings.clinic).text(row.id).text(settings.kiosk).text(row.reference);
    values.text(row.created).text(row.key_fingerprint).bytes(row.sealed);
    values.bytes(consult::row_digest(row));
}

/// One from the one, one from the other, each once and none of `but`.
std::vector<consult::QueuedRequest> interleave(std::vector<consult::QueuedRequest> oldest,
                                               std::vector<consult::QueuedRequest> newest,
                                               std::set<std::string> but, std::size_t limit) {
    std::vector<consult::QueuedRequest> rows;
    for (std::size_t i = 0; i < std::max(oldest.size(), newest.size()); ++i)
        for (auto* source : {&oldest, &newest})
            if (i < source->size() && rows.size() < limit && but.insert((*source)[i].id).second)
                rows.push_back(std::move((*source)[i]));
    return rows;
}

std::vector<std::string> ids_of(const std::vector<consult::QueuedRequest>& rows) {
    std::vector<std::string> ids;
    for (const auto& row : rows) ids.push_back(row.id);
    return ids;
}

}  // namespace

bool DeliveryStatus::operator==(const DeliveryStatus& other) const {
    const auto kind = [](const DeliveryStatus& status) {
        return status.fault ? std::optional(status.fault->kind) : std::nullopt;
    };
    return waiting == other.waiting && oldest == other.oldest &&
           last_delivered == other.last_delivered && failing_since == other.failing_since &&
           kind(*this) == kind(other);
}

DeliveryClock DeliveryClock::system() {
    auto engine = std::make_shared<std::minstd_rand>(std::random_device{}());
    return {base::monotonic_ms, [] { return std::time(nullptr); },
            [engine] { return std::uniform_real_distribution<>(0, 1)(*engine); }};
}

Delivery::Delivery(consult::Outbox& outbox, DeliverySettings settings, const base::StopSignal& stop,
                   DeliveryClock clock)
    : outbox_(outbox),
      settings_(std::move(settings)),
      stop_(stop),
      clock_(std::move(clock)),
      backoff_(clock_.random),
      refusals_(clock_.random),
      next_purge_ms_(clock_.monotonic_ms()) {}

std::int64_t Delivery::turn() {
    if (const auto left = left_until(not_before_ms_); left > 0) return left;
    const auto rows = pick();
    if (!rows) return fail(rows.error());
    if (rows->empty()) return rest();
    if (auto done = deliver(*rows); !done) return fail(done.error());
    backoff_.reset();
    if (auto counted = recount(); !counted) return fail(counted.error());
    return 0;
}

std::int64_t Delivery::left_until(std::int64_t moment_ms) const {
    const std::int64_t left = moment_ms - clock_.monotonic_ms();
    // A wait longer than any that is given: the clock went back.
    return left > Backoff::kLongestMs ? 0 : std::max<std::int64_t>(left, 0);
}

base::Result<Delivery::Rows> Delivery::pick() {
    if (left_until(refused_until_ms_) == 0) refused_.clear();
    const auto limit = static_cast<std::size_t>(settings_.batch) + refused_.size();
    auto oldest = outbox_.waiting(consult::Order::oldest_first, static_cast<int>(limit));
    if (!oldest) return oldest;
    base::Result<Rows> newest;
    if (oldest->size() == limit)
        newest = outbox_.waiting(consult::Order::newest_first, static_cast<int>(limit));
    if (!newest) return newest;
    return interleave(std::move(*oldest), std::move(*newest), refused_,
                      static_cast<std::size_t>(settings_.batch));
}

base::Result<void> Delivery::deliver(const Rows& rows) {
    if (!connection_) {
        auto opened = TRY(Connection::open(settings_.database, stop_, settings_.patience));
        connection_ = std::move(opened);
    }
    std::vector<std::string> delivered;
    auto done = insert(rows);
    if (done)
        delivered = ids_of(rows);
    else if (is_taken(connection_->sql_state()) || is_about_the_row(connection_->sql_state()))
        done = insert_each(rows, delivered);
    // Whatever came of the others: these are on the server.
    TRY(mark(delivered));
    return done;
}

base::Result<void> Delivery::insert(std::span<const consult::QueuedRequest> rows) {
    Values values;
    for (const auto& row : rows) add(values, settings_, row);
    return connection_->run(kInsertRequest + places(rows.size(), kRequestColumns), values)
        .map([](const fleet::Rows&) {});
}

base::Result<void> Delivery::insert_each(const Rows& rows, std::vector<std::string>& delivered) {
    for (const auto& row : rows) {
        const auto done = insert({&row, 1});
        const std::string state = connection_->sql_state();
        if (done || is_taken(state))
            delivered.push_back(row.id);
        else if (is_about_the_row(state))
            refuse(row.id, done.error());
        else
            return done;
    }
    return {};
}

void Delivery::refuse(const std::string& id, const base::Fault& fault) {
    refused_.insert(id);
    refusal_ = fault;
    if (left_until(refused_until_ms_) == 0)
        refused_until_ms_ = clock_.monotonic_ms() + refusals_.next_ms();
}

base::Result<void> Delivery::mark(const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    const std::string now = base::instant_of(clock_.wall());
    TRY(outbox_.mark_delivered(ids, now));
    const std::lock_guard lock(mutex_);
    status_.last_delivered = now;
    return {};
}

/// Nothing can be sent now. A server need not keep a connection for a kiosk that is quiet.
std::int64_t Delivery::rest() {
    connection_.reset();
    auto done = recount();
    const std::int64_t now = clock_.monotonic_ms();
    if (done && (now >= next_purge_ms_ || next_purge_ms_ - now > kIdleMs)) {
        const std::int64_t kept_s = settings_.retention_days * kDayS;
        done = outbox_
                   .purge_delivered(base::instant_of(clock_.wall() - kept_s),
                                    base::instant_of(clock_.wall()))
                   .map([](int) {});
        if (done) next_purge_ms_ = now + kIdleMs;
    }
    if (!done) return fail(done.error());
    const std::int64_t purge = next_purge_ms_ - now;
    return refused_.empty() ? purge : std::min(purge, left_until(refused_until_ms_));
}

base::Result<void> Delivery::recount() {
    auto waiting = TRY(outbox_.count());
    if (refused_.empty()) {
        refusal_.reset();
        refusals_.reset();
    }
    const std::lock_guard lock(mutex_);
    status_.waiting = waiting.count;
    status_.oldest = waiting.oldest;
    status_.fault = refusal_;
    if (!refusal_)
        status_.failing_since.clear();
    else if (status_.failing_since.empty())
        status_.failing_since = base::instant_of(clock_.wall());
    return {};
}

std::int64_t Delivery::fail(const base::Fault& fault) {
    connection_.reset();
    if (fault.kind == FaultKind::cancelled) return kIdleMs;
    const auto waiting = outbox_.count();
    const std::int64_t wait = backoff_.next_ms();
    not_before_ms_ = clock_.monotonic_ms() + wait;
    const std::lock_guard lock(mutex_);
    if (waiting) {
        status_.waiting = waiting->count;
        status_.oldest = waiting->oldest;
    }
    status_.fault = fault;
    if (status_.failing_since.empty()) status_.failing_since = base::instant_of(clock_.wall());
    return wait;
}

DeliveryStatus Delivery::status() const {
    const std::lock_guard lock(mutex_);
    return status_;
}

}  // namespace candor::fleet
