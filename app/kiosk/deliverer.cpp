#include "kiosk/deliverer.h"

#include <chrono>

#include "base/last_catch.h"
#include "kiosk/delivery_words.h"
#include "kiosk/log.h"

namespace candor::kiosk {
namespace {

// A consult.db that cannot be opened is tried again as often.
constexpr std::int64_t kTryAgainMs = 60'000;

}  // namespace

Deliverer::Deliverer(const Options& options, std::function<void()> on_news)
    : state_(options.state), on_news_(std::move(on_news)), thread_([this] { run(); }) {}

Deliverer::~Deliverer() {
    stop_.raise();
    request_stored();
    thread_.join();
}

void Deliverer::request_stored() {
    {
        const std::lock_guard lock(mutex_);
        stored_ = true;
    }
    wake_.notify_all();
}

bool Deliverer::tell(screens::Staff& staff) const {
    const std::lock_guard lock(mutex_);
    if (staff.delivery == told_) return false;
    staff.delivery = told_;
    return true;
}

void Deliverer::publish(screens::StaffDelivery delivery) {
    {
        const std::lock_guard lock(mutex_);
        if (told_ == delivery) return;
        told_ = std::move(delivery);
    }
    on_news_();
}

void Deliverer::run() {
    while (!stop_.raised()) {
        const auto done = base::contained("delivery", [this] { deliver_as_configured(); });
        if (done) return;
        base::run_contained("delivery", [&] {
            log(done.error());
            screens::StaffDelivery told;
            told.problem = "staff.delivery.problem.kiosk";
            publish(std::move(told));
        });
        wait(kTryAgainMs);
    }
}

void Deliverer::deliver_as_configured() {
    const pack::Policy policy = pack::read_policy(state_);
    if (!policy.wants_delivery) return;
    auto database = policy.delivery ? fleet::read_database_url(policy.delivery->database)
                                    : base::fail(base::FaultKind::wrong_format,
                                                 pack::policy_file(state_).string(),
                                                 "its delivery has a mistake");
    if (!database) {
        log(database.error());
        screens::StaffDelivery wrong;
        wrong.problem = "staff.delivery.problem.settings";
        publish(wrong);
        return;
    }
    deliver({std::move(*database), policy.delivery->clinic, policy.delivery->kiosk,
             policy.delivery->retention_days});
}

void Deliverer::deliver(const fleet::DeliverySettings& settings) {
    while (!stop_.raised()) {
        auto outbox = consult::Outbox::open(state_ / "consult.db");
        if (outbox) return deliver_from(**outbox, settings);
        // Before the first request there is no consult.db, and nothing waits.
        const bool none = outbox.error().kind == base::FaultKind::not_found;
        if (!none) log(outbox.error());
        screens::StaffDelivery told;
        if (!none) told.problem = "staff.delivery.problem.kiosk";
        publish(told);
        wait(none ? fleet::Delivery::kIdleMs : kTryAgainMs);
    }
}

void Deliverer::deliver_from(consult::Outbox& outbox, const fleet::DeliverySettings& settings) {
    fleet::Delivery delivery(outbox, settings, stop_);
    std::string logged;
    while (!stop_.raised()) {
        const std::int64_t wait_ms = delivery.turn();
        const auto status = delivery.status();
        const std::string fault = status.fault ? status.fault->detail : std::string();
        if (status.fault && fault != logged) log(*status.fault);
        logged = fault;
        publish(to_staff(status, settings.database.where));
        if (wait_ms > 0) wait(wait_ms);
    }
}

void Deliverer::wait(std::int64_t ms) {
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, std::chrono::milliseconds(ms), [this] { return stored_; });
    stored_ = false;
}

}  // namespace candor::kiosk
