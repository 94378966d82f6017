#include "courier/courier.h"

#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <memory>

#include "base/clock.h"
#include "base/files.h"
#include "base/last_catch.h"
#include "base/log.h"
#include "consult/store/folder_lock.h"
#include "courier/delivery_word.h"
#include "fleet/database_url.h"

namespace candor::courier {
namespace {

using base::FaultKind;
using base::log;

// What cannot be opened, or heard, is tried again as often.
constexpr std::int64_t kTryAgainMs = 60'000;
// While a backlog drains, its numbers change with every batch.
constexpr std::int64_t kTellAgainMs = 1'000;

/// Not while the kiosk sets a damaged consult.db aside: a new file must not come beside an old log.
base::Result<std::unique_ptr<consult::Outbox>> open_outbox(const std::filesystem::path& state) {
    const consult::FolderLock lock(state);
    return consult::Outbox::open(state / "consult.db");
}

}  // namespace

Courier::Courier(std::filesystem::path state, const base::StopSignal& stop)
    : state_(std::move(state)), stop_(stop), rung_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

base::Result<void> Courier::run() {
    const pack::Policy policy = pack::read_policy(state_);
    if (!policy.wants_delivery) {
        log(pack::policy_file(state_).string() + " sets no delivery, so there is nothing to do.");
        return {};
    }
    if (auto folder = base::ensure_folder(consult::handover_folder(state_)); !folder) return folder;
    const auto lock = consult::CourierLock::take(state_);
    if (!lock) return tl::unexpected(lock.error());
    if (auto begun = begin(policy); !begun) {
        log(begun.error());
        tell(consult::DeliveryProblem::settings);
        while (!stop_.raised()) wait(fleet::Delivery::kIdleMs);
        return {};
    }
    while (!stop_.raised()) {
        const auto done = base::contained("delivery", [&] { deliver_to(*policy.delivery); });
        if (done) break;
        base::run_contained("delivery", [&] {
            log(done.error());
            tell(consult::DeliveryProblem::kiosk);
        });
        wait(kTryAgainMs);
    }
    return {};
}

/// Listens for the bell; faults: the settings'.
base::Result<void> Courier::begin(const pack::Policy& policy) {
    // Now, so that a disk that fills up later does not silence it.
    if (const auto rung = consult::ring_courier(state_); !rung) log(rung.error());
    bell_.emplace(std::vector{consult::handover_folder(state_)}, 0,
                  [this] { ::eventfd_write(rung_.get(), 1); });
    if (!bell_->works()) log("New requests are looked for every minute: inotify cannot be used.");
    if (!policy.delivery)
        return base::fail(FaultKind::wrong_format, pack::policy_file(state_).string(),
                          "its delivery has a mistake");
    return fleet::read_database_url(policy.delivery->database).map([](const fleet::Database&) {});
}

void Courier::deliver_to(const pack::DeliveryPolicy& policy) {
    auto database = fleet::read_database_url(policy.database);
    if (database)
        deliver({std::move(*database), policy.clinic, policy.kiosk, policy.retention_days});
}

void Courier::deliver(const fleet::DeliverySettings& settings) {
    while (!stop_.raised()) {
        auto outbox = open_outbox(state_);
        if (outbox) return deliver_from(**outbox, settings);
        log(outbox.error());
        tell(consult::DeliveryProblem::kiosk);
        wait(kTryAgainMs);
    }
}

void Courier::deliver_from(consult::Outbox& outbox, const fleet::DeliverySettings& settings) {
    fleet::Delivery delivery(outbox, settings, stop_);
    std::optional<base::Fault> logged;
    while (!stop_.raised()) {
        const std::int64_t wait_ms = delivery.turn();
        const auto status = delivery.status();
        if (status.fault && status.fault != logged) log(*status.fault);
        logged = status.fault;
        if (wait_ms > 0 || base::monotonic_ms() - told_at_ms_ >= kTellAgainMs)
            tell(word_of(status, settings.database.where));
        if (wait_ms > 0) wait(wait_ms);
    }
}

void Courier::tell(consult::DeliveryProblem problem) {
    consult::CourierWord word;
    word.problem = problem;
    tell(word);
}

void Courier::tell(const consult::CourierWord& word) {
    if (told_ == word) return;
    told_at_ms_ = base::monotonic_ms();
    const auto told = consult::write_word(state_, word);
    if (!told && !cannot_tell_) log(told.error());
    cannot_tell_ = !told;
    if (told) told_ = word;
}

void Courier::wait(std::int64_t ms) {
    if (!bell_->works()) ms = std::min(ms, kTryAgainMs);
    stop_.wait_for(rung_.get(), POLLIN, base::monotonic_ms() + ms);
    eventfd_t rung = 0;
    ::eventfd_read(rung_.get(), &rung);
}

}  // namespace candor::courier
