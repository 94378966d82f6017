#include "fleet/help_relay.h"

#include <algorithm>

namespace candor::fleet {
namespace {

using consult::HelpStand;

// While somebody waits, a server that fails is tried again no later.
constexpr std::int64_t kLongestWithCallMs = 10'000;

}  // namespace

HelpRelay::HelpRelay(std::filesystem::path state_dir, const DeliverySettings& settings,
                     const base::StopSignal& stop, DeliveryClock clock)
    : state_dir_(std::move(state_dir)),
      database_(settings.database),
      of_{settings.clinic, settings.kiosk},
      stop_(stop),
      clock_(std::move(clock)),
      backoff_(clock_.random) {}

std::int64_t HelpRelay::turn() {
    const auto call = consult::open_help_call(state_dir_);
    if (!call && consult::relayed_call(state_dir_).empty()) {
        connection_.reset();
        fault_.reset();
        return Delivery::kIdleMs;
    }
    const std::string id = call ? call->id : "";
    const std::int64_t left = not_before_ms_ - clock_.monotonic_ms();
    // A new call does not wait for what an older one waits for.
    if (id == tried_ && left > 0 && left <= Backoff::kLongestMs) return left;
    tried_ = id;
    const auto next_ms = step(call);
    if (!next_ms) return fail(call, next_ms.error());
    backoff_.reset();
    fault_.reset();
    not_before_ms_ = clock_.monotonic_ms() + *next_ms;
    return *next_ms;
}

base::Result<std::int64_t> HelpRelay::step(const std::optional<consult::HelpCall>& call) {
    if (!connection_) connection_ = TRY(Connection::open(database_, stop_, kHelpPatience));
    if (!call) return take_back();
    if (consult::stand_of(state_dir_, *call) != HelpStand::told) {
        // In this order: what may be on the server is known, whatever happens in between.
        TRY(consult::set_relayed_call(state_dir_, call->id));
        TRY(put_help_call(*connection_, of_, *call));
        TRY(consult::tell_of_help_call(state_dir_, *call, true));
        return kAskEveryMs;
    }
    if (TRY(waits_for_help(*connection_, of_, call->id))) return kAskEveryMs;
    TRY(consult::take_help_call(state_dir_, *call));
    TRY(consult::set_relayed_call(state_dir_, {}));
    return 0;
}

base::Result<std::int64_t> HelpRelay::take_back() {
    TRY(erase_help_call(*connection_, of_));
    TRY(consult::set_relayed_call(state_dir_, {}));
    return 0;
}

std::int64_t HelpRelay::fail(const std::optional<consult::HelpCall>& call,
                             const base::Fault& fault) {
    connection_.reset();
    if (fault.kind == base::FaultKind::cancelled) return Delivery::kIdleMs;
    fault_ = fault;
    if (call && consult::stand_of(state_dir_, *call) == HelpStand::called)
        // Where even that fails, the kiosk goes on saying that it is being tried.
        static_cast<void>(consult::tell_of_help_call(state_dir_, *call, false));
    std::int64_t wait_ms = backoff_.next_ms();
    if (call) wait_ms = std::min(wait_ms, kLongestWithCallMs);
    not_before_ms_ = clock_.monotonic_ms() + wait_ms;
    return wait_ms;
}

}  // namespace candor::fleet
