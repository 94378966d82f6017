#pragma once
#include <cstdint>
#include <ctime>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "consult/store/outbox.h"
#include "fleet/backoff.h"
#include "fleet/connection.h"

namespace candor::fleet {

struct DeliverySettings {
    Database database;
    std::string clinic, kiosk;  ///< as in the login "kiosk.CLINIC.KIOSK"
    int retention_days = 30;    ///< how long delivered rows stay on the kiosk
    int batch = 50;             ///< rows a transaction
    Patience patience;
};

/// How it stands, for staff. No word of a request.
struct DeliveryStatus {
    std::int64_t waiting = 0;
    std::string oldest;          ///< RFC 3339 instant of the oldest that waits; empty: none
    std::string last_delivered;  ///< instant; empty: none since the start
    std::string failing_since;   ///< instant; empty: all is well
    std::optional<base::Fault> fault;
    bool operator==(const DeliveryStatus& other) const;
};

/// Time and chance, so that tests have their own.
struct DeliveryClock {
    std::function<std::int64_t()> monotonic_ms;
    std::function<std::time_t()> wall;
    std::function<double()> random;  ///< from 0 to below 1
    static DeliveryClock system();
};

/// Takes the rows of an Outbox to the table candor.request, whatever happens, and each once: a row
/// is marked only after the server's commit, and one that is there already counts as delivered. Of
/// a backlog every batch takes half from the oldest and half from the newest. A row that the server
/// refuses for itself waits, and the others go on. `outbox` and `stop` must outlive it; one thread,
/// but for status().
class Delivery {
  public:
    Delivery(consult::Outbox& outbox, DeliverySettings settings, const base::StopSignal& stop,
             DeliveryClock clock = DeliveryClock::system());

    /// One step: at most one batch. Gives how long to wait before the next, in milliseconds; 0: go
    /// on. A request that comes meanwhile is a reason to ask again at once: while the server is
    /// failing, that only gives what is left of the wait.
    std::int64_t turn();
    DeliveryStatus status() const;

    /// Once a day delivered rows are looked through, even when nothing waits.
    static constexpr std::int64_t kIdleMs = 24 * 60 * 60'000;

  private:
    using Rows = std::vector<consult::QueuedRequest>;

    base::Result<Rows> pick();
    base::Result<void> deliver(const Rows& rows);
    base::Result<void> insert(std::span<const consult::QueuedRequest> rows);
    base::Result<void> insert_each(const Rows& rows, std::vector<std::string>& delivered);
    base::Result<void> mark(const std::vector<std::string>& ids);
    base::Result<void> recount();
    std::int64_t fail(const base::Fault& fault);
    std::int64_t rest();
    std::int64_t left_until(std::int64_t moment_ms) const;
    void refuse(const std::string& id, const base::Fault& fault);

    consult::Outbox& outbox_;
    DeliverySettings settings_;
    const base::StopSignal& stop_;
    DeliveryClock clock_;
    Backoff backoff_, refusals_;
    std::unique_ptr<Connection> connection_;
    std::int64_t not_before_ms_ = 0;     ///< the server fails
    std::int64_t refused_until_ms_ = 0;  ///< when refused rows are tried again
    std::int64_t next_purge_ms_ = 0;
    std::set<std::string> refused_;  ///< ids of rows that the server does not take
    std::optional<base::Fault> refusal_;
    mutable std::mutex mutex_;  ///< status_
    DeliveryStatus status_;
};

}  // namespace candor::fleet
