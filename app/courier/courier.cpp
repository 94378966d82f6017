#include "courier/courier.h"

#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <memory>

#include "base/clock.h"
#include "base/files.h"
#include "base/last_catch.h"
#include "base/log.h"
#include "consult/handover/help_call.h"
#include "consult/store/folder_lock.h"
#include "courier/delivery_word.h"
#include "fleet/database_url.h"
#include "fleet/help_relay.h"

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
    TRY(base::ensure_folder(consult::handover_folder(state_)));
    // Requests go without it.
    if (auto help = base::ensure_folder(consult::help_folder(state_)); !help) log(help.error());
    const auto lock = consult::CourierLock::take(state_);
    if (!lock) return tl::unexpected(lock.error());
    if (auto begun = begin(policy); !begun) {
        log(begun.error());
        tell(consult::DeliveryProblem::settings);
        while (!stop_.raised()) {
            say_that_no_help_comes();
            wait(fleet::Delivery::kIdleMs);
        }
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
    bell_.emplace(std::vector{consult::handover_folder(state_), consult::help_folder(state_)}, 0,
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
        say_that_no_help_comes();
        wait(kTryAgainMs);
    }
}

void Courier::deliver_from(consult::Outbox& outbox, const fleet::DeliverySettings& settings) {
    fleet::Delivery delivery(outbox, settings, stop_);
    fleet::HelpRelay help(state_, settings, stop_);
    std::optional<base::Fault> logged, help_logged;
    const auto log_once = [](std::optional<base::Fault>& last,
                             const std::optional<base::Fault>& now) {
        if (now && now != last) log(*now);
        last = now;
    };
    while (!stop_.raised()) {
        // Between two batches, too: somebody stands there and waits.
        const std::int64_t help_ms = help.turn();
        log_once(help_logged, help.fault());
        const std::int64_t wait_ms = delivery.turn();
        const auto status = delivery.status();
        log_once(logged, status.fault);
        if (wait_ms > 0 || base::monotonic_ms() - told_at_ms_ >= kTellAgainMs)
            tell(word_of(status, settings.database.where));
        if (wait_ms > 0 && help_ms > 0) wait(std::min(wait_ms, help_ms));
    }
}

void Courier::say_that_no_help_comes() const {
    const auto call = consult::open_help_call(state_);
    if (!call || consult::stand_of(state_, *call) != consult::HelpStand::called) return;
    if (const auto told = consult::tell_of_help_call(state_, *call, false); !told)
        log(told.error());
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
